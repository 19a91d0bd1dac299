using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Errors;

/// <summary>A quote that is not as good as before, and one that is.</summary>
public class StaleQuoteExamples
{
    private static readonly Subscription Personal = WhaleBooks.Buy("2026-01-01", Yearly("personal"));
    private static readonly Subscription Standard = SmrtPhone.Buy("2026-04-01", Monthly("standard"));
    private static readonly Subscription Licence = Kaspr.Buy("2026-04-01", Monthly("licence", 5));

    [Fact]
    public void StaleQuote_when_the_subscription_has_moved_on()
    {
        var (first, second) = (SmrtPhone.Quote(Standard, Monthly("pro"), "2026-04-11"), SmrtPhone.Quote(Standard, Monthly("pro"), "2026-04-16"));
        var moved = SmrtPhone.Accept(Standard, first);
        IsStale("The quote was made for version 1 of the subscription, which is at 2 now.", Billing.Accept(moved, second, SmrtPhone.Facts));
        IsStale("The quote was made for version 1 of the subscription, which is at 2 now.", Billing.Accept(moved, first, SmrtPhone.Facts));
    }

    [Fact]
    public void StaleQuote_when_the_credit_that_it_draws_on_has_changed()
    {
        var drawn = Facts.None with { Credit = MoneyCredit.Of(Money.Of(30m, "EUR")) };
        var quote = WhaleBooks.Quote(Personal, Yearly("company"), "2026-07-02", drawn);
        Assert.Equal("Service +50.14 -120.33; Balance +30.00; Payment +40.19", Written.Entries(quote));
        IsStale(
            "A fact that the quote depends on has changed since it was made.",
            Billing.Accept(Personal, quote, Facts.None with { Credit = MoneyCredit.Of(Money.Of(10m, "EUR")) }));
        Assert.Empty(Billing.Accept(Personal, quote, drawn).OrThrow().Credit.Lots);
    }

    [Fact]
    public void StaleQuote_when_the_members_or_the_role_have_changed()
    {
        var seats = Kaspr.Quote(Licence, Monthly("licence", 6), "2026-04-16", Kaspr.Facts with { MembersInUse = 6 });
        IsStale(
            "A fact that the quote depends on has changed since it was made.",
            Billing.Accept(Licence, seats, Kaspr.Facts with { MembersInUse = 7 }));
        var pro = SmrtPhone.Quote(Standard, Monthly("pro"), "2026-04-16");
        IsStale(
            "A fact that the quote depends on has changed since it was made.",
            Billing.Accept(Standard, pro, Facts.None with { AskedBy = Roles.Member }));
    }

    [Fact]
    public void A_quote_is_as_good_as_before_when_a_fact_has_changed_that_it_did_not_read()
    {
        var standard = PhotoDeck.Buy("2026-01-01", Yearly("standard"));
        var quote = PhotoDeck.Quote(standard, Yearly("premium"), "2026-06-01");
        var changed = new Facts { Credit = MoneyCredit.Of(Money.Of(5m, "EUR")), MembersInUse = 3, AskedBy = Roles.Member };
        var accepted = Billing.Accept(standard, quote, changed).OrThrow();
        Assert.Equal(quote.SubscriptionAfter, accepted.Subscription);
        Assert.Equal(changed.Credit, accepted.Credit);
    }

    private static void IsStale(string sentence, Acceptance acceptance)
    {
        var stale = Assert.IsType<Stale>(acceptance);
        Assert.Equal((RefusalCode.StaleQuote, sentence), (stale.Refusal.Code, stale.Refusal.Message));
        Assert.Equal($"StaleQuote: {sentence}", Assert.Throws<InvalidOperationException>(stale.OrThrow).Message);
    }
}
