using NodaTime;

namespace SubscriptionMath;

/// <summary>The term of a plan that is replaced or begins anew, with its trial, if any.</summary>
internal readonly record struct PlanTerm(Term Term, Anchor Anchor, TrialUse? Trial)
{
    /// <summary>The period of the term's price; longer than the term if that is a stub before a billing day.</summary>
    internal Term Period { get; init; } = Term;

    /// <summary>
    /// Whether the end of a fixed contract cuts the term, and the policy charges such a term in full. A stub before a billing day ends with
    /// its period.
    /// </summary>
    internal bool IsChargedInFull(Price sold, RenewalPolicy renewal) =>
        Term.End < Period.End && renewal.ChargesLastTermInFull == true && sold.Contract is { Then: AfterContract.Ends };

    /// <summary>The term after the one that ends at an instant: one interval, counted from the anchor.</summary>
    internal static PlanTerm After(Anchor anchor, Instant end, BillingInterval interval, DateTimeZone zone)
    {
        var own = anchor.OrFrom(end, interval, zone);
        return new PlanTerm(new Term(end, own.Next(end.LocalAt(zone), interval).AtStart(zone)), own, null);
    }

    /// <summary>The term after an end: one interval, or up to the next billing day if that day was moved.</summary>
    /// <param name="own">The anchor of the item, or null for that of the plan.</param>
    /// <param name="end">The end.</param>
    /// <param name="interval">The interval of the price.</param>
    /// <param name="schedule">The anchors of the plan's terms.</param>
    /// <param name="before">The subscription.</param>
    internal static PlanTerm Following(Anchor? own, Instant end, BillingInterval interval, Schedule schedule, Subscription before) =>
        schedule.Next is { } moved
            ? Aligned(new TermRule.ToBillingDay(moved, null), before, end, interval)
            : After(own ?? schedule.Anchor, end, interval, before.Zone);

    /// <summary>The term of a held plan after an end, which lies at the end of its billed time or later.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="end">The end.</param>
    /// <param name="anchor">The anchor of the term before, or null for the end of the billed time.</param>
    /// <param name="before">The subscription.</param>
    internal static PlanTerm Ahead(Item plan, Instant end, Anchor? anchor, Subscription before) =>
        Following(anchor ?? plan.Anchor, end, plan.SoldAt.Interval, new Schedule(before.Anchor, before.NextAnchor), before);

    /// <summary>The term from an instant to the end of the period that contains the instant.</summary>
    internal static PlanTerm Aligned(TermRule.ToBillingDay day, Subscription before, Instant at, BillingInterval interval)
    {
        var period = day.PeriodAt(before, interval, at);
        return new PlanTerm(new Term(at, period.End), day.AnchorFor(before, at), null) { Period = period };
    }

    /// <summary>The term of a plan that is replaced or begins anew.</summary>
    /// <param name="on">The subscription, the policy and the instant of the change.</param>
    /// <param name="wanted">The plan wanted.</param>
    /// <param name="interval">The interval wanted.</param>
    /// <param name="then">The treatment, with its answers for term and trial.</param>
    /// <param name="next">The requested instant of the next billing, or null for none.</param>
    internal static PlanTerm Find(Circumstances on, Plan wanted, BillingInterval interval, Treatment then, Instant? next)
    {
        var (before, at) = (on.Before, on.Moment);
        if (NewTrial.Find(before, wanted, then.Trial, at) is { } trial)
        {
            // Paid time is counted from the end of a trial of days. A trial of months is itself the first of them.
            var counted = wanted.Trial!.Length.TotalMonths > 0 ? trial.Term.Start : trial.Term.End;

            // A trial that is taken up again began before the term that was paid since.
            var start = Instant.Max(trial.Term.Start, before.Plan?.Term.Start ?? trial.Term.Start);
            return new PlanTerm(new Term(start, trial.Term.End), new Anchor(counted.LocalAt(before.Zone)), trial);
        }

        switch (then.Term)
        {
            case { KeepsTerm: true } when before.Plan is { } plan:
                return new PlanTerm(plan.Term, before.Anchor, null);
            case TermRule.ToBillingDay to:
                return Aligned(to, before, at, interval);
            case TermRule.ToDateAsked when next is { } end && before.Plan is { } plan:
                var anchor = new Anchor(end.LocalAt(before.Zone));
                return then.Unused is UnusedValue.LotsKept
                    ? new PlanTerm(new Term(plan.Term.Start, end), before.Anchor, null)
                    : new PlanTerm(new Term(at, end), anchor, null) { Period = anchor.PeriodEnding(end, interval, before.Zone) };
            case TermRule.LengthBought:
                var from = on.Policy.Proration.Measure.ChangeDay == ChangeDay.Old
                    ? at.DateAt(before.Zone).PlusDays(1).AtMidnight().AtStart(before.Zone)
                    : at;
                return new PlanTerm(new Term(at, from), new Anchor(from.LocalAt(before.Zone)), null);
            case TermRule.DaysAppended when before.Plan is { } held:
                var days = Math.Max(0, TimeCount.DaysBetween(at, held.Term.End, before.Zone));
                var whole = NewTerm.Begin(at, interval, before.Zone).Term.End;
                var longer = new Term(at, whole.DaysLater(days, before.Zone));
                return new PlanTerm(longer, new Anchor(whole.LocalAt(before.Zone).PlusDays((int)days)), null);
            default:
                var begun = NewTerm.Begin(at, interval, before.Zone);
                return new PlanTerm(begun.Term, begun.Anchor, null);
        }
    }
}
