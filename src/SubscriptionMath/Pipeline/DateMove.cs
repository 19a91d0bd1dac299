using NodaTime;

namespace SubscriptionMath;

/// <summary>
/// Moves the next billing to another date while what was bought is kept. Its value is conserved: time that is added is free, and time that
/// is taken away is given back by an entry.
/// </summary>
internal static class DateMove
{
    internal static void Apply(Draft draft, Catalog catalog, Treatment treatment, Instant to)
    {
        var (before, plan) = (draft.Before, draft.Plan!);
        var end = before.Plan!.Term.End;
        draft.NextAnchor = AnchorFrom(before, to, plan.SoldAt.Every, treatment.Term);
        if (treatment.Term is TermRule.StubToDate || to == end)
        {
            return;
        }

        MoveTrial(draft, treatment, end, to);
        var measure = treatment.Measure ?? draft.Policy.Measure;
        var move = Of(before, to, plan.SoldAt.Every);
        var heldBefore = Index<Item>.Of(before.AddOns, static item => item.ProductId);
        var along = draft.AddOns.Where(addOn => heldBefore.Find(addOn.ProductId) is { } held && GoesOn(addOn, held, end)).ToList();
        draft.MoveGrants(end, to, move.Of, along);
        Move(draft, plan, before.Plan, catalog.Plan(before.Plan.ProductId).Name, measure, treatment, move);
        foreach (var addOn in along)
        {
            var sold = catalog.AddOn(addOn.ProductId);
            Move(draft, addOn, heldBefore.Find(addOn.ProductId)!, sold.Name, sold.Measure ?? measure, treatment, move);
        }
    }

    /// <summary>An add-on that ends with the plan moves along. One that is bought anew has the term that its own rule gives it.</summary>
    private static bool GoesOn(ItemDraft addOn, Item held, Instant end) =>
        addOn.Term.End == end && addOn.Term == held.Term && (addOn.Lots.Count > 0 || held.Lots.IsEmpty);

    /// <summary>The end of the plan's term, moved to a date that was asked for.</summary>
    internal static MovedEnd Of(Subscription before, Instant to, BillingInterval every) =>
        new(before.Plan!.Term.End, to, AnchorFrom(before, to, every, TermRule.MovedAsAsked) ?? before.Anchor, before.Zone);

    /// <summary>
    /// The anchor of the terms to come: the one held where the date is a boundary of it, so that no day of a month is lost to a shorter
    /// one.
    /// </summary>
    private static Anchor? AnchorFrom(Subscription before, Instant to, BillingInterval every, TermRule rule)
    {
        var same = rule is TermRule.StubToDate
            ? before.Anchor.TermAt(to, every, before.Zone).Start == to
            : before.Anchor.Begins(to, every, before.Zone);
        return same ? null : new Anchor(to.LocalAt(before.Zone));
    }

    /// <summary>A trial that goes on ends when it is asked for, and what was to begin at its end begins then.</summary>
    private static void MoveTrial(Draft draft, Treatment treatment, Instant end, Instant to)
    {
        if (treatment.Trial != TrialFate.Kept || draft.Trial is not { } trial || !trial.Contains(draft.Moment) || trial.Term.End != end)
        {
            return;
        }

        var plan = draft.Plan!;
        draft.Trial = trial with { Term = new Term(trial.Term.Start, to) };
        plan.Contract = ContractTerm.Sold(plan.SoldAt, held: null, anew: true, to, draft.Before.Zone);
        foreach (var item in draft.AddOns.Prepend(plan))
        {
            item.PhasesFrom = item.PhasesFrom == end ? to : item.PhasesFrom;
        }
    }

    private static void Move(Draft draft, ItemDraft item, Item held, string name, Measure measure, Treatment treatment, MovedEnd move)
    {
        var lots = new List<Lot>(item.Lots.Count + 1);
        var cut = new List<Lot>();
        foreach (var lot in item.Lots.OrderBy(lot => lot.Covers.Start))
        {
            if (lot.Covers.Start >= move.End)
            {
                lots.Add(move.Along(lot));
            }
            else if (lot.Price is { Charged: Charged.InAdvance, IsFree: false })
            {
                Keep(lot, move, lots, cut);
            }
            else if (lot.Covers.Start < move.To)
            {
                lots.Add(lot.Covers.End == move.End || lot.Covers.End > move.To ? lot with { Covers = new Term(lot.Covers.Start, move.To) } : lot);
            }
        }

        draft.CutOff(held with { Lots = [.. cut] }, name, move.To, measure, treatment, lots);
        item.Lots.Clear();
        item.Lots.AddRange(lots);
        item.SetUp = item.SetUp is { } fee && fee.Covers.End == move.End ? fee with { Covers = new Term(Instant.Min(fee.Covers.Start, move.To), move.To) } : item.SetUp;
        item.Term = new Term(item.Term.Start, move.To);
    }

    /// <summary>What was paid for ahead stays as it was bought: an extension follows it, or its end is cut off.</summary>
    private static void Keep(Lot lot, MovedEnd move, List<Lot> lots, List<Lot> cut)
    {
        if (lot.Covers.End > move.To)
        {
            cut.Add(lot);
        }
        else if (lot.Covers.End == move.End && lot.Origin == Origin.Extension)
        {
            var longer = new Term(lot.Covers.Start, move.To);
            lots.Add(lot with { Covers = longer, Period = longer });
        }
        else
        {
            lots.Add(lot);
            if (lot.Covers.End == move.End)
            {
                lots.Add(move.Extension(lot));
            }
        }
    }
}

/// <summary>The end of a term that is moved, with the anchor of the terms after it.</summary>
internal sealed record MovedEnd(Instant End, Instant To, Anchor Next, DateTimeZone Zone)
{
    // Where the boundaries went that were moved so far; the plan's are moved first.
    private readonly Dictionary<Instant, Instant> _boundaries = new() { [End] = To };

    /// <summary>An instant at or after the end that was: where its boundary went, or as many days later or earlier as the end.</summary>
    internal Instant Of(Instant instant) => _boundaries.TryGetValue(instant, out var moved) ? moved
        : instant.DaysLater(TimeCount.DaysBetween(End, To, Zone), Zone);

    /// <summary>What was bought ahead of the end begins as much later; whole terms are counted from the new date.</summary>
    internal Lot Along(Lot lot)
    {
        var (covers, period) = Along(lot.Covers, lot.Period, lot.Price.Every, lot.Terms);
        return lot with { Covers = covers, Period = period };
    }

    /// <summary>The stretches for which units are added beside the move, as the lots of those held are moved.</summary>
    internal List<Segment> Of(List<Segment> segments, Price price)
    {
        var isPaidAhead = price is { Charged: Charged.InAdvance, IsFree: false };
        var moved = new List<Segment>(segments.Count + 1);
        foreach (var segment in segments.OrderBy(segment => segment.Covers.Start))
        {
            if (segment.Covers.Start >= End)
            {
                var (covers, period) = Along(segment.Covers, segment.Period, price.Every, segment.Terms);
                moved.Add(segment with { Covers = covers, Period = period });
                continue;
            }

            var end = segment.Covers.End == End && !isPaidAhead ? To : Instant.Min(segment.Covers.End, To);
            if (segment.Covers.Start < end)
            {
                moved.Add(segment with { Covers = new Term(segment.Covers.Start, end) });
            }

            if (segment.Covers.End == End && To > End && isPaidAhead)
            {
                moved.Add(new Segment(new Term(End, To), new Term(End, To), Free: true));
            }
        }

        return moved;
    }

    private (Term Covers, Term Period) Along(Term covers, Term period, BillingInterval price, int terms)
    {
        var start = Of(covers.Start);
        if (covers != period)
        {
            return (new Term(start, Of(covers.End)), new Term(Of(period.Start), Of(period.End)));
        }

        var every = Stretch.Of(covers, period, price, terms).Interval;
        var whole = new Term(start, Next.OrFrom(start, price, Zone).Next(start.LocalAt(Zone), every).AtStart(Zone));
        _boundaries.TryAdd(covers.End, whole.End);
        return (whole, whole);
    }

    /// <summary>The time that is added to a lot, free of charge.</summary>
    internal Lot Extension(Lot lot)
    {
        var (time, nothing) = (new Term(End, To), Money.Zero(lot.Billed.Currency));
        return lot with
        {
            Covers = time,
            Period = time,
            Terms = 1,
            Billed = nothing,
            Paid = nothing,
            Carried = nothing,
            Credited = nothing,
            Promotion = default,
            Tax = null,
            Discount = null,
            Remainder = null,
            Origin = Origin.Extension,
            AwaitsInvoice = false,
        };
    }
}
