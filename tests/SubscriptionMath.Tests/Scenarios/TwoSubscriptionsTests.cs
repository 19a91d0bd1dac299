using NodaTime.Text;
using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Scenarios;

/// <summary>Two subscriptions of one account draw on its money credit (A1.6); it is lost with the last of them (A1.5).</summary>
public sealed class TwoSubscriptionsTests
{
    /// <summary>Pro to Standard on 11 April leaves 33.33 (1-B). The other subscription bills on 20 April, ten days before the first one does.</summary>
    [Fact]
    public void The_credit_that_one_leaves_pays_whichever_bills_next()
    {
        var account = new Account(Buy("first", "pro", "2026-04-01"), Buy("second", "standard", "2026-03-20"));
        account.Ask("first", Change.To(Monthly("standard")), "2026-04-11");

        Assert.Equal(
            [
                "2026-04-20: Renewal, Service -75.00; Balance +33.33; Payment +41.67",
                "2026-05-01: Renewal, Service -75.00; Payment +75.00",
                "2026-05-20: Renewal, Service -75.00; Payment +75.00",
            ],
            account.PlayTo("2026-05-31"));
    }

    [Fact]
    public void Credit_outlives_the_subscription_that_left_it_while_another_runs()
    {
        var account = new Account(Buy("first", "pro", "2026-04-01"), Buy("second", "standard", "2026-04-10"));
        account.Ask("first", Change.To(Monthly("standard")), "2026-04-11");
        account.Ask("first", Change.Cancel(), "2026-04-12");

        Assert.Equal(
            ["2026-05-01: Expiry, ", "2026-05-10: Renewal, Service -75.00; Balance +33.33; Payment +41.67"],
            account.PlayTo("2026-05-31"));
    }

    [Fact]
    public void Credit_is_lost_with_the_last_subscription()
    {
        var account = new Account(Buy("first", "pro", "2026-04-01"), Buy("second", "standard", "2026-04-10"));
        account.Ask("first", Change.To(Monthly("standard")), "2026-04-11");
        account.Ask("first", Change.Cancel(), "2026-04-12");
        account.Ask("second", Change.Cancel(), "2026-04-13");

        Assert.Equal(["2026-05-01: Expiry, ", "2026-05-10: Expiry, Balance +33.33; Forfeited -33.33"], account.PlayTo("2026-05-31"));
    }

    private static Subscription Buy(string id, string plan, string day)
    {
        var nothing = SmrtPhone.NotStarted() with { Id = id };
        return SmrtPhone.Accept(nothing, SmrtPhone.Quote(nothing, Monthly(plan), day));
    }

    /// <summary>The loop of a caller with several subscriptions and one credit: the earliest event comes first.</summary>
    private sealed class Account(params Subscription[] held)
    {
        private MoneyCredit _credit = MoneyCredit.None;

        public void Ask(string id, Change change, string day)
        {
            var place = Array.FindIndex(held, one => one.Id == id);
            Accept(place, Billing.Price(held[place], change, Facts, SmrtPhone.Catalog, SmrtPhone.Policy, SmrtPhone.At(day)).OrThrow());
        }

        public List<string> PlayTo(string day)
        {
            var told = new List<string>();
            while (Next() is { } next && next.At <= SmrtPhone.At(day))
            {
                var quote = Lifecycle.PriceNext(held[next.Place], Facts, SmrtPhone.Catalog, SmrtPhone.Policy)!;
                Accept(next.Place, quote);
                told.Add($"{LocalDatePattern.Iso.Format(next.At.InUtc().Date)}: {quote.BillingReason}, {Written.Entries(quote)}");
            }

            return told;
        }

        private Facts Facts => AskedByTheOwner with { Credit = _credit, OtherSubscriptions = Math.Max(0, held.Count(one => one.Plan is not null) - 1) };

        private (int Place, Instant At)? Next() => held
            .Select((one, place) => (Place: place, Due: Lifecycle.NextEvent(one, Facts, SmrtPhone.Policy)))
            .Where(one => one.Due is not null)
            .OrderBy(one => one.Due!.At)
            .Select(one => ((int, Instant)?)(one.Place, one.Due!.At))
            .FirstOrDefault();

        private void Accept(int place, Quote quote)
        {
            var accepted = Billing.Accept(held[place], quote, Facts).OrThrow();
            (held[place], _credit) = (accepted.Subscription, accepted.Credit);
        }
    }
}
