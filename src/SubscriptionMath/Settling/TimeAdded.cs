using NodaTime;

namespace SubscriptionMath;

/// <summary>Adds time that a surplus has bought to a subscription: the end of its term is final then.</summary>
internal static class TimeAdded
{
    internal static SettledResolution To(in SettledResolution settled, Item plan, in Coverage bought)
    {
        var resolution = settled.Resolution;
        var (end, from, sold) = (plan.Term.End, plan.ChargedThrough, resolution.TimeSold!);
        var (until, schedule) = (bought.Until, resolution.Schedule);
        var time = bought.Charges.Length == 0 ? default : new Term(from, bought.Charges[^1].Lot!.Covers.End);

        // Time bought beyond a term that was renewed ahead lies ahead as well.
        var longer = from == end ? plan with { Term = new Term(plan.Term.Start, until) } : plan;
        var held = settled.Held with { Plan = longer };
        return settled with
        {
            Held = sold.TermIsOpen && longer.Term.End > end ? held.Each(item => Following(item, end, longer.Term.End)) : held,
            Resolution = resolution with
            {
                Schedule = bought.Anchor == schedule.Anchor ? schedule : Schedule.From(bought.Anchor),
                Grants = bought.Charges.Length == 0 ? resolution.Grants : Granted(resolution, longer, time),
            },
        };
    }

    /// <summary>Adds the usage credits of the time. An open term has its length now; any other term gains allotments.</summary>
    private static Sequence<GrantStep> Granted(Resolution resolution, Item plan, Term time)
    {
        if (resolution.TimeSold!.TermIsOpen)
        {
            return [.. resolution.Grants.Select(step => step.Until(time.Start, time.End))];
        }

        var more = MovedGrants.Beyond(
            resolution.On, plan, new Sale(resolution.TimeSold.Plan, null, GrantSource.Plan), time, resolution.Schedule.Anchor);
        return more is null ? resolution.Grants : resolution.Grants.Plus(more);
    }

    /// <summary>Moves an item that ends with an open term to the end that the surplus has bought.</summary>
    private static Item Following(Item item, Instant end, Instant to)
    {
        return item with
        {
            Term = item.Term.End == end ? new Term(Instant.Min(item.Term.Start, to), to) : item.Term,
            Lots = [.. item.Lots.Select(Moved)],
            SetUp = item.SetUp is { } fee ? Moved(fee) : null,
        };

        Lot Moved(Lot lot) => lot.Covers.End == end ? lot with { Covers = new Term(Instant.Min(lot.Covers.Start, to), to) } : lot;
    }
}
