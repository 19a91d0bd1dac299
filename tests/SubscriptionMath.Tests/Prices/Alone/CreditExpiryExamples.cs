namespace SubscriptionMath.Tests.Prices.Alone;

/// <summary>The expiry of money and usage credit on its own.</summary>
public class CreditExpiryExamples
{
    private static readonly Instant June = Instant.FromUtc(2026, 6, 1, 0, 0);
    private static readonly Instant JustBefore = June - Duration.FromNanoseconds(1);

    private static readonly CreditLot Expiring = new() { Left = Money.Of(10m, "EUR"), Source = CreditSource.Promotion, Expires = June };
    private static readonly CreditLot Lasting = new() { Left = Money.Of(5m, "EUR"), Source = CreditSource.Paid, Expires = null };
    private static readonly MoneyCredit Both = new() { Lots = [Expiring, Lasting] };

    private static readonly Grant Phone = new()
    {
        Kind = "phone",
        ProductId = "licence",
        Source = GrantSource.Plan,
        Granted = 100m,
        Used = 30m,
        Effective = Instant.FromUtc(2026, 5, 1, 0, 0),
        Expires = June,
        Rollover = Rollover.None,
    };

    [Fact]
    public void At_its_expiry_nothing_is_left()
    {
        Assert.Equal("EUR 10.00", CreditExpiry.LeftAt(Expiring, JustBefore).ToString());
        Assert.Equal("EUR 0.00", CreditExpiry.LeftAt(Expiring, June).ToString());
        Assert.Equal("EUR 5.00", CreditExpiry.LeftAt(Lasting, Instant.FromUtc(9999, 12, 31, 0, 0)).ToString());
    }

    [Fact]
    public void Expired_lots_are_gone_and_the_others_untouched()
    {
        Assert.Equal(Both, CreditExpiry.After(Both, JustBefore));
        Assert.Equal(new MoneyCredit { Lots = [Lasting] }, CreditExpiry.After(Both, June));
        Assert.Equal(MoneyCredit.None, CreditExpiry.After(MoneyCredit.None, June));
    }

    [Fact]
    public void Expiring_twice_is_expiring_once() => Assert.Equal(
        CreditExpiry.After(Both, June), CreditExpiry.After(CreditExpiry.After(Both, June), June));

    [Fact]
    public void What_can_be_drawn_is_what_has_not_expired()
    {
        Assert.Equal("EUR 15.00", Both.LeftAt(JustBefore, Currency.Of("EUR")).ToString());
        Assert.Equal("EUR 5.00", Both.LeftAt(June, Currency.Of("EUR")).ToString());
        Assert.Throws<InvalidOperationException>(() => Both.LeftAt(June, Currency.Of("JPY")));
    }

    [Fact]
    public void The_lot_that_expires_first_is_drawn_first_where_the_policy_says_so()
    {
        var shop = Shops.WhaleBooks;
        var personal = shop.Buy("2026-01-01", Shops.Yearly("personal"));
        var facts = Facts.None with { Credit = new MoneyCredit { Lots = [Lasting, Expiring with { Expires = Instant.FromUtc(2026, 8, 1, 0, 0) }] } };
        var soonest = shop with { Policy = shop.Policy with { Balance = shop.Policy.Balance with { Order = CreditOrder.SoonestExpiryFirst } } };

        // 100.00 a year to 101.00, on 1 January: EUR 1.00 is due.
        var dearer = soonest.Catalog with { Plans = [.. soonest.Catalog.Plans, Shops.Plan("plus", 2, Price.Of(101m, "EUR", BillingInterval.Year))] };
        var oldest = (shop with { Catalog = dearer }).Quote(personal, Shops.Yearly("plus"), "2026-01-01", facts);
        var first = (soonest with { Catalog = dearer }).Quote(personal, Shops.Yearly("plus"), "2026-01-01", facts);
        Assert.Equal(["EUR 4.00", "EUR 10.00"], oldest.CreditAfter.Lots.Select(lot => lot.Left.ToString()));
        Assert.Equal(["EUR 5.00", "EUR 9.00"], first.CreditAfter.Lots.Select(lot => lot.Left.ToString()));
    }

    [Fact]
    public void An_expired_lot_pays_nothing()
    {
        var shop = Shops.WhaleBooks;
        var personal = shop.Buy("2026-01-01", Shops.Yearly("personal"));
        var quote = shop.Quote(personal, Shops.Yearly("company"), "2026-07-02", Facts.None with { Credit = Both });
        Assert.Equal("Service +50.14 -120.33; Balance +5.00; Payment +65.19", Written.Entries(quote));
    }

    [Fact]
    public void Usage_credits_are_left_from_their_start_to_their_end()
    {
        Assert.Equal(0m, Phone.LeftAt(Phone.Effective - Duration.FromNanoseconds(1)));
        Assert.Equal(70m, Phone.LeftAt(Phone.Effective));
        Assert.Equal(70m, Phone.LeftAt(JustBefore));
        Assert.Equal(0m, Phone.LeftAt(June));
        Assert.Equal(70m, (Phone with { Expires = null }).LeftAt(Instant.FromUtc(9999, 12, 31, 0, 0)));
        Assert.Equal(0m, (Phone with { Used = 130m }).LeftAt(JustBefore));
    }

    [Fact]
    public void Kinds_are_never_mixed()
    {
        Sequence<Grant> grants = [Phone, Phone with { Granted = 50m, Used = 0.5m, Source = GrantSource.AddOn }, Phone with { Kind = "export", Granted = 1000m }];
        Assert.Equal(119.5m, CreditExpiry.LeftAt(grants, "phone", JustBefore)); // 70 + 49.5
        Assert.Equal(970m, CreditExpiry.LeftAt(grants, "export", JustBefore));
        Assert.Equal(0m, CreditExpiry.LeftAt(grants, "email", JustBefore));
        Assert.Equal(0m, CreditExpiry.LeftAt(grants, "phone", June));
    }

    [Fact]
    public void Lapsed_grants_are_gone()
    {
        Sequence<Grant> grants = [Phone, Phone with { Kind = "export", Expires = null }];
        Assert.Equal(grants, CreditExpiry.After(grants, JustBefore));
        Assert.Equal(Sequence.Of([grants[1]]), CreditExpiry.After(grants, June));
    }
}
