namespace SubscriptionMath.Tests.Laws;

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

    internal static IReadOnlyList<Breach> All { get; } =
    [
        new(ThereAndBack, "Kaspr", "a seat added within the term costs its full price, or nothing (A2.4)", trip => Plans(trip).Any(item => !item.IsForTheRest(trip))),
        new(ThereAndBack, "PhotoDeck", "an add-on bought alone costs its full price, however late in the day (S4.10)", trip => AddOns(trip).Any(item => !item.IsForTheRest(trip))),
        new(ThereAndBack, "PhotoDeck", "the value of a replaced lot is credited only once (S4.4)", trip => Items(trip).Any(item => item.Lots.Any(lot => lot.Carried.IsPositive))),
        new(ThereAndBack, "WhaleBooks", "a downgrade costs the full lower price, or nothing (A3.1)", trip => Items(trip).Any(item => !item.IsForTheRest(trip))),
        new(ThereAndBack, Engines, "a purchase within the term is not priced for the rest", trip => Items(trip).Any(item => !item.IsForTheRest(trip))),
        new(ThereAndBack, Engines, "the old purchase covers its replacement, and the way back pays for that", trip => trip.Question.Situation.Story.KeepsLots),
        new(ThereAndBack, "generated", "a purchase within the term is not priced for the rest", trip => Items(trip).Any(item => !item.IsForTheRest(trip))),
        new(ThereAndBack, "generated", "value is computed on the amount paid in money", trip => !trip.Question.Situation.Story.IsExact),
        new(ThereAndBack, "generated", "units leave pro rata: those just added leave together with older ones, and come back as new ones", trip => LeavesProRata(trip)),
    ];

    internal static bool For(string law, Trip trip) => All.Any(breach => Applies(breach, law, trip.Question, trip));

    internal static bool Applies(Breach breach, string law, Question question, Trip? trip) =>
        breach.Law == law && breach.Policy == (IsEngine(question) ? Engines : question.Policy.Name) && breach.Covers(question, trip);

    private static bool IsEngine(Question question) => EveryVendor.Engines.Any(named => named.Policy.Name == question.Policy.Name);

    private static bool LeavesProRata(Trip trip) => trip.Question.Policy.Proration.LotChoice == LotChoice.ProRata
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
        return new Anchor(lot.Covers.Start.InZone(zone).LocalDateTime).Boundary(1, item.SoldAt.Interval).InZoneLeniently(zone).ToInstant() == lot.Covers.End;
    }
}
