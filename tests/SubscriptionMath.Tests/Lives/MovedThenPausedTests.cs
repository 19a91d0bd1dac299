namespace SubscriptionMath.Tests.Lives;

/// <summary>
/// A next billing date that is moved, then a pause that keeps the time left, a resumption, and the change of something: the check of state passes every subscription on
/// the way, and each reads back equal.
/// </summary>
public sealed class MovedThenPausedTests
{
    private static readonly Treatment[] Moves =
        [Treatments.MovedWithProration, Treatments.MovedWithoutBill, Treatments.MovedAtTheEnd];

    private static readonly BillingInterval[] Intervals =
        [BillingInterval.Month, BillingInterval.Months(3), BillingInterval.Year, BillingInterval.Weeks(2)];

    [Theory]
    [InlineData("2026-01-31", "UTC")]
    [InlineData("2026-02-28", "Europe/Berlin")]
    [InlineData("2024-02-29", "America/Sao_Paulo")]
    [InlineData("2011-11-30", "Pacific/Apia")]
    [InlineData("2026-03-29", "Europe/Berlin")]
    public void State_passes_its_check_whatever_the_move_and_the_pause(string start, string zone)
    {
        foreach (var (move, place) in Moves.Select((move, place) => (move, place)))
        {
            foreach (var interval in Intervals)
            {
                foreach (var timing in Enum.GetValues<BillingTiming>())
                {
                    var shop = Of(move, interval, timing, DateTimeZoneProviders.Tzdb[zone]);
                    for (var days = 1 + place; days <= 60; days += Step)
                        Live(shop, interval, shop.At(start), days);
                }
            }
        }
    }

    /// <summary>Moves by 1, 20, 39 and 58 days; all of 1 to 60 were tried.</summary>
    private const int Step = 19;

    private static void Live(Shop shop, BillingInterval interval, Instant start, int days)
    {
        var cart = Cart.Of("p1", interval).With("x");
        var held = Accepted(shop, shop.NotStarted(), Change.To(cart), start)!;
        foreach (var ahead in new[] { false, true })
        {
            var before = held;
            if (ahead && Quoted(shop, held, () => Billing.Renew(held, shop.Facts, shop.Catalog, shop.Policy, start)) is { } renewed)
                before = renewed;

            foreach (var to in new[] { Day(before.Term!.Value.End, days), Day(start, days) })
            {
                var at = Day(start, days % 5);
                if (Accepted(shop, before, Change.To(cart) with { NextBilling = to }, at) is not { } moved)
                    continue;

                foreach (var (rest, back) in new[] { (days % 7, 3), (days / 3, 20), (days % 11, 45) })
                {
                    var paused = Accepted(shop, moved, Change.To(cart with { Paused = true }), Day(at, rest));
                    if (paused is null || Accepted(shop, paused, Change.To(cart), Day(at, rest + back)) is not { } resumed)
                        continue;

                    _ = Accepted(shop, resumed, Change.To(cart with { Quantity = 2 }), Day(at, rest + back));
                }
            }
        }

        Instant Day(Instant from, int later) => from.InZone(shop.Zone).LocalDateTime.PlusDays(later).InZoneLeniently(shop.Zone).ToInstant();
    }

    private static Subscription? Accepted(Shop shop, Subscription held, Change change, Instant at) =>
        Quoted(shop, held, () => Billing.Price(held, change, shop.Facts, shop.Catalog, shop.Policy, at));

    /// <summary>The subscription after a quote, read back; null where it is refused, or the instant lies beyond the term.</summary>
    private static Subscription? Quoted(Shop shop, Subscription held, Func<Answer> ask)
    {
        if (ask() is not Quote quote)
            return null;

        var after = shop.Accept(held, quote);
        Assert.Empty(SubscriptionCheck.Inconsistencies(after));
        Assert.Equal(after, BillingJson.Read<Subscription>(BillingJson.Write(after)));
        return after;
    }

    private static Shop Of(Treatment move, BillingInterval interval, BillingTiming timing, DateTimeZone zone)
    {
        var shop = Counter.Of(Counter.Monthly(30m));
        var price = Price.Of(30m, "EUR", interval) with { BillingTiming = timing };
        var kept = Treatments.Resumption with { Term = TermRule.TimeLeftKept };
        return shop with
        {
            Zone = zone,
            Catalog = new Catalog
            {
                Plans = [Shops.Plan("p1", 0, price) with { AddOns = ["x"] }],
                AddOns = [Shops.AddOn("x", Price.Of(3m, "EUR", interval))],
            },
            Policy = shop.Policy with
            {
                Rules =
                [
                    Rule.For(new Case { Changes = ChangeKinds.NextBilling }, move),
                    Rule.For(new Case { Changes = ChangeKinds.Pause }, kept),
                    Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
                    .. shop.Policy.Rules,
                ],
            },
        };
    }
}
