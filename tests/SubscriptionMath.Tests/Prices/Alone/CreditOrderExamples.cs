using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Prices.Alone;

/// <summary>The order in which money credit is drawn, and the sum alone.</summary>
public class CreditOrderExamples
{
    private static readonly Instant June = Instant.FromUtc(2026, 6, 1, 0, 0);

    private static readonly CreditLot Old = Lot(1m);
    private static readonly CreditLot Soon = Lot(2m) with { Expires = June + Duration.FromDays(10) };
    private static readonly CreditLot First = Lot(3m) with { Priority = 0, Expires = June + Duration.FromDays(90) };
    private static readonly CreditLot Gift = Lot(4m) with { Source = CreditSource.Promotion, Expires = June + Duration.FromDays(10) };
    private static readonly CreditLot Later = Lot(5m) with { Effective = June - Duration.FromDays(1), Expires = June + Duration.FromDays(10) };
    private static readonly MoneyCredit All = new() { Lots = [Old, Later, Soon, First, Gift] };

    public static TheoryData<string, CreditOrder, string> Orders => new()
    {
        { "as they came in", CreditOrder.OldestFirst, "1 5 2 3 4" },
        { "soonest expiry", CreditOrder.SoonestExpiryFirst, "5 2 4 3 1" },
        { "priority, expiry, gifts, effective", CreditOrders.StripeBillingCredits, "3 4 2 5 1" },
        { "the same at Stigg", CreditOrders.Stigg, "3 4 2 5 1" },
        { "expiry, then what cost less", CreditOrders.Orb, "4 5 2 3 1" },
        { "priority, expiry", CreditOrders.Kong, "3 5 2 4 1" },
        { "priority", CreditOrders.LagoWallets, "3 1 5 2 4" },
        { "priority, gifts", CreditOrders.LagoWithinAWallet, "3 4 1 5 2" },
        { "priority, expiry, the larger", CreditOrders.Flexprice, "3 5 4 2 1" },
        { "what was paid for, the smaller", CreditOrder.By(CreditKey.PaidFirst, CreditKey.SmallestFirst), "1 2 3 5 4" },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void Lots_are_drawn_key_by_key_and_then_as_they_came_in(string keys, CreditOrder order, string drawn)
    {
        var all = CreditDraw.Draw(All, Money.Of(100m, "EUR"), order, June);
        Assert.True(drawn == string.Join(' ', all.Taken.Select(lot => lot.Left.Amount.ToString("0", System.Globalization.CultureInfo.InvariantCulture))), keys);
        Assert.Equal(("EUR 15.00", "EUR 85.00"), (all.Amount.ToString(), all.NotCovered.ToString()));
        Assert.Equal(MoneyCredit.None, all.After);
    }

    [Fact]
    public void A_lot_pays_from_its_first_instant_until_just_before_its_last()
    {
        // Complaints about grants at the very time of a reset (openmeterio/openmeter#1127, #1071): effective from it is usable at it, expiring at it is not.
        var (from, until) = (Lot(5m) with { Effective = June }, Lot(7m) with { Expires = June });
        var credit = new MoneyCredit { Lots = [until, from] };
        Assert.Equal([from], CreditDraw.Draw(credit, Money.Of(20m, "EUR"), CreditOrder.OldestFirst, June).Taken);
        Assert.Equal([until], CreditDraw.Draw(credit, Money.Of(20m, "EUR"), CreditOrder.OldestFirst, June - Duration.Epsilon).Taken);
        Assert.Equal(new MoneyCredit { Lots = [from] }, CreditExpiry.After(credit, June));
    }

    [Fact]
    public void Credit_for_one_kind_of_product_pays_for_no_other()
    {
        var (plans, any) = (Lot(9m) with { PaysOnly = ProductKind.Plan }, Lot(2m));
        var credit = new MoneyCredit { Lots = [plans, any] };
        Assert.Equal([any], CreditDraw.Draw(credit, Money.Of(5m, "EUR"), CreditOrder.OldestFirst, June, ProductKind.AddOn).Taken);
        Assert.Equal([any], CreditDraw.Draw(credit, Money.Of(5m, "EUR"), CreditOrder.OldestFirst, June).Taken);
        Assert.Equal([plans with { Left = Money.Of(5m, "EUR") }], CreditDraw.Draw(credit, Money.Of(5m, "EUR"), CreditOrder.OldestFirst, June, ProductKind.Plan).Taken);
    }

    [Fact]
    public void In_a_quote_it_pays_for_no_more_than_is_charged_of_its_kind()
    {
        // A licence at EUR 50.00 and credits at EUR 15.00 a month: EUR 60.00 for plans pay EUR 50.00, the rest is paid in money.
        var shop = Shops.Kaspr;
        var facts = shop.Facts with { Credit = new MoneyCredit { Lots = [Lot(60m) with { PaysOnly = ProductKind.Plan }, Lot(1m) with { PaysOnly = ProductKind.AddOn }] } };
        var quote = shop.Quote(shop.NotStarted(), Shops.Monthly("licence").With("phone50"), "2026-04-01", facts);
        Assert.Equal("Service -50.00 -15.00; Balance +51.00; Payment +14.00", Written.Entries(quote));
    }

    /// <summary>Half of April in arrears at 30.00, used by the time the plan changes, is a charge for a plan: 15.00, beside 30.00 for the other half at 60.00.</summary>
    [Theory]
    [InlineData(ProductKind.Plan, "Service -15.00 -30.00; Balance +45.00")]
    [InlineData(ProductKind.AddOn, "Service -15.00 -30.00; Payment +45.00")]
    public void Used_time_is_charged_of_its_kind(ProductKind kind, string entries)
    {
        var shop = Counter.Of(Counter.Monthly(30m) with { BillingTiming = BillingTiming.InArrears }, Counter.Monthly(60m));
        var facts = shop.Facts with { Credit = new MoneyCredit { Lots = [Lot(100m) with { PaysOnly = kind }] } };
        Assert.Equal(entries, Written.Entries(shop.Quote(shop.Buy("2026-04-01", Counter.Cart("p1")), Counter.Cart("p2"), "2026-04-16", facts)));
    }

    [Fact]
    public void Misuse_names_the_value()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CreditDraw.Draw(All, Money.Of(-1m, "EUR"), CreditOrder.OldestFirst, June));
        Assert.Throws<InvalidOperationException>(() => CreditDraw.Draw(All, Money.Of(1m, "USD"), CreditOrder.OldestFirst, June));
        Assert.Throws<ArgumentOutOfRangeException>(() => CreditOrder.By((CreditKey)99));
        Assert.Throws<ArgumentNullException>(() => CreditOrder.OldestFirst.Compare(null!, Old));
    }

    private static CreditLot Lot(decimal amount) => new() { Left = Money.Of(amount, "EUR"), Source = CreditSource.Paid, Expires = null };
}
