namespace SubscriptionMath.Tests;

/// <summary>A policy's own rule that breaks a law: named by policy and rule, never by case.</summary>
public sealed record Breach(string Law, string Policy, string Rule, Func<Question, Trip?, bool> Covers)
{
    public Breach(string law, string policy, string rule, Func<Trip, bool> covers)
        : this(law, policy, rule, (_, trip) => trip is not null && covers(trip))
    {
    }
}

/// <summary>All breaches. Each stands in docs/laws.md, too, and is proved to be needed: with it alone left out, the law fails.</summary>
internal static class Broken
{
    internal const string ThereAndBack = nameof(MetamorphicLaws.There_and_back_at_one_instant_nets_to_zero_where_nothing_is_forfeited);

    /// <summary>All that are neither one of the five vendors nor made up.</summary>
    internal const string Engines = "engines";

    internal const string NeverTwice = nameof(CreditLaws.Down_and_up_again_within_a_term_never_grants_anything_twice);

    internal static IReadOnlyList<Breach> All { get; } =
    [
        new(ThereAndBack, "Kaspr", "a seat added within the term costs its full price, or nothing (A2.4)", trip => Plans(trip).Any(item => !item.IsForTheRest(trip))),
        new(ThereAndBack, "PhotoDeck", "an add-on bought alone costs its full price, whatever is left of the day (S4.10)", trip => AddOns(trip).Any(item => !item.IsForTheRest(trip))),
        new(ThereAndBack, "PhotoDeck", "what a lot replaced was credited once, and is not again (S4.4)", trip => Items(trip).Any(item => item.Lots.Any(lot => lot.Carried.IsPositive))),
        new(ThereAndBack, "WhaleBooks", "a downgrade costs the full lower price, or nothing (A3.1)", trip => Items(trip).Any(item => !item.IsForTheRest(trip))),
        new(ThereAndBack, Engines, "what is bought within the term is not priced for the rest", trip => Items(trip).Any(item => !item.IsForTheRest(trip))),
        new(ThereAndBack, Engines, "what was bought covers what takes its place, which the way back pays for", trip => trip.Question.Situation.Story.KeepsLots),
        new(ThereAndBack, Engines, "a discount leaves as a whole with whatever leaves first", trip => trip.Question.Policy.Discounts.Reversal == DiscountReversal.LeavesWhole && Items(trip).Any(item => item.Lots.Any(lot => lot.Discount is not null))),
        new(ThereAndBack, "generated", "what is bought within the term is not priced for the rest", trip => Items(trip).Any(item => !item.IsForTheRest(trip))),
        new(ThereAndBack, "generated", "value is reckoned on what was paid in money", trip => !trip.Question.Situation.Story.IsExact),
        new(ThereAndBack, "generated", "units leave pro rata: those just added leave together with older ones, and come back as new ones", trip => LeavesProRata(trip)),
        new(NeverTwice, "Obi", "an upgrade brings the whole allotment (S0.4); a downgrade, where its parameter says so, the difference of two (A0.4)", (question, _) => IsMixed(question)),
        new(NeverTwice, "generated", "the two ways count otherwise: by the whole allotment, by the whole difference of two, or by the part of it at which the money goes", (question, _) => IsMixed(question)),
    ];

    internal static bool For(string law, Trip trip) => All.Any(breach => Applies(breach, law, trip.Question, trip));

    internal static bool For(string law, Question question) => All.Any(breach => Applies(breach, law, question, null));

    internal static bool Applies(Breach breach, string law, Question question, Trip? trip) =>
        breach.Law == law && breach.Policy == (IsEngine(question) ? Engines : question.Policy.Name) && breach.Covers(question, trip);

    private static bool IsEngine(Question question) => EveryVendor.Engines.Any(named => named.Policy.Name == question.Policy.Name);

    /// <summary>Whether the two ways count otherwise: by the whole allotment, by the whole difference of two, or by the part of it at which the money goes.</summary>
    private static bool IsMixed(Question question)
    {
        var (up, down) = (Count(question.Policy.Allowances.OnUpgrade), Count(question.Policy.Allowances.OnDowngrade));
        var parts = question.Policy.Rules.OfType<Rule.Treated>().Where(rule => rule.When.Changes != What.Start).Select(rule => rule.Then.NewPrice == NewPrice.ForTheRest);
        return (up != 0 && down != 0 && up != down) || ((up, down) is (3, 3) && parts.Distinct().Count() > 1);

        // What is kept, clipped or voided counts nothing anew.
        static int Count(GrantFate fate) => fate switch { GrantFate.Replaced or GrantFate.Carried => 1, GrantFate.Recounted => 2, GrantFate.ToppedUp => 3, _ => 0 };
    }

    private static bool LeavesProRata(Trip trip) => trip.Question.Policy.LotChoice == LotChoice.ProRata
        && Items(trip).Any(item => item.Lots.GroupBy(lot => lot.Covers.End).Any(stretch => stretch.Count() > 1));

    private static IEnumerable<Item> Plans(Trip trip) => Ways(trip).Select(subscription => subscription.Plan!);

    private static IEnumerable<Item> AddOns(Trip trip) => Ways(trip).SelectMany(subscription => subscription.AddOns);

    private static IEnumerable<Item> Items(Trip trip) => Plans(trip).Concat(AddOns(trip));

    private static Subscription[] Ways(Trip trip) => [trip.Question.Subscription, trip.There.SubscriptionAfter, trip.Back.SubscriptionAfter];

    /// <summary>Whether every unit was billed for the part of a nominal period that it covers.</summary>
    private static bool IsForTheRest(this Item item, Trip trip)
    {
        var left = item.Lots.Where(lot => lot.Covers.End > trip.Question.At).ToList();
        return left.All(lot => lot.Covers != lot.Period || IsWhole(lot, item, trip))
            && left.GroupBy(lot => lot.Covers.End).Select(stretch => stretch.Sum(lot => lot.Quantity)).DefaultIfEmpty(0).All(units => units == item.Quantity);
    }

    private static bool IsWhole(Lot lot, Item item, Trip trip)
    {
        var zone = trip.Question.Situation.Zone;
        return new Anchor(lot.Covers.Start.InZone(zone).LocalDateTime).Boundary(1, item.SoldAt.Every).InZoneLeniently(zone).ToInstant() == lot.Covers.End;
    }
}
