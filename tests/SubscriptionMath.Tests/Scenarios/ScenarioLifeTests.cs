using SubscriptionMath.Scenarios;
using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Scenarios;

/// <summary>The kinds of steps, and the order of events.</summary>
public sealed class ScenarioLifeTests
{
    private const string Plans = """
        { "plans": [
          { "id": "personal", "name": "Personal", "rank": 1, "prices": [{ "interval": "year", "amount": "365.00" }, { "interval": "month", "amount": "30.00" }],
            "allowances": [{ "kind": "calls", "units": 100, "carriesOver": false }] },
          { "id": "company", "name": "Company", "rank": 2, "prices": [{ "interval": "year", "amount": "730.00" }, { "interval": "month", "amount": "60.00" }] }
        ] }
        """;

    /// <summary>A year to 1 January 2027 rests for the thirty days of April: it ends on 31 January.</summary>
    [Fact]
    public void A_pause_keeps_the_time_left_where_the_policy_says_so() => IsAsExpected(BillingJson.Write(WithPauses), """
        { "on": "2026-01-01", "buy": { "plan": "personal", "interval": "year" } },
        { "on": "2026-04-01", "pause": {}, "expect": { "entries": {}, "status": "paused", "next": null } },
        { "on": "2026-04-10", "change": { "plan": "company" }, "expect": { "refused": "changeWhilePaused" } },
        { "on": "2026-05-01", "resume": {}, "expect": { "status": "active", "term": { "start": "2026-01-01", "end": "2027-01-31" } } },
        { "on": "2027-01-31", "advance": {}, "expect": { "events": [{ "on": "2027-01-31", "billingReason": "renewal", "dueNow": "365.00" }] } }
        """);

    /// <summary>A year to 1 January 2027 rests from 1 April until 1 May: the resumption is pending, comes by itself, and the year ends on 31 January.</summary>
    [Fact]
    public void A_pause_with_its_end_is_over_by_itself() => IsAsExpected(BillingJson.Write(WithPauses), """
        { "on": "2026-01-01", "buy": { "plan": "personal", "interval": "year" } },
        { "on": "2026-04-01", "pause": { "until": "2026-05-01" },
          "expect": { "entries": {}, "status": "paused", "pending": { "at": "2026-05-01", "plan": "personal", "interval": "year", "quantity": 1, "addOns": [] },
            "next": { "on": "2026-05-01", "billingReason": "pendingChange" } } },
        { "on": "2026-05-01", "advance": {},
          "expect": { "events": [{ "on": "2026-05-01", "billingReason": "pendingChange" }], "status": "active", "term": { "start": "2026-01-01", "end": "2027-01-31" } } },
        { "on": "2026-06-01", "pause": { "until": "2026-06-01" }, "expect": { "refused": "dateHasPassed" } }
        """);

    [Fact]
    public void What_fails_stays_due_and_is_tried_again_when_payments_go_through() => IsAsExpected("\"WhaleBooks\"", """
        { "on": "2026-04-01", "buy": { "plan": "personal", "interval": "month" } },
        { "on": "2026-05-02", "change": { "plan": "company" },
          "expect": {
            "events": [{ "on": "2026-05-01", "billingReason": "renewal", "outcome": "notPaid", "dueNow": "30.00", "unchanged": true }],
            "refused": "renewalDue"
          } },
        { "on": "2026-06-01", "advance": {},
          "expect": {
            "events": [
              { "on": "2026-05-04", "billingReason": "renewal", "outcome": "accepted", "term": { "start": "2026-05-01", "end": "2026-06-01" } },
              { "on": "2026-06-01", "billingReason": "renewal", "outcome": "accepted" }
            ]
          } }
        """, Fails);

    [Fact]
    public void What_is_owed_can_be_collected() => IsAsExpected("""{ "vendor": "WhaleBooks", "with": { "invoicing": { "failedPayment": "standsAndIsOwed" } } }""", """
        { "on": "2026-04-01", "buy": { "plan": "personal", "interval": "month" } },
        { "on": "2026-05-02", "advance": {},
          "expect": {
            "events": [{ "on": "2026-05-01", "billingReason": "renewal", "outcome": "acceptedAndOwed", "status": "pastDue" }],
            "waiting": "30.00", "status": "pastDue", "nextDue": "60.00"
          } },
        { "on": "2026-05-05", "collect": {},
          "expect": { "entries": { "payment": ["30.00"], "nextInvoice": ["-30.00"] }, "status": "active", "waiting": "0.00" } }
        """, Fails);

    [Fact]
    public void A_payment_that_fails_is_only_that_of_the_step() => IsAsExpected("\"WhaleBooks\"", """
        { "on": "2026-04-01", "buy": { "plan": "personal", "interval": "month" }, "payment": "failed",
          "expect": { "outcome": "notPaid", "status": "notStarted", "plan": null, "next": null } },
        { "on": "2026-04-01", "buy": { "plan": "personal", "interval": "month" }, "expect": { "outcome": "accepted" } },
        { "on": "2026-05-01", "change": { "plan": "company" }, "payment": "failed",
          "expect": { "events": [{ "on": "2026-05-01", "billingReason": "renewal", "outcome": "accepted" }], "outcome": "notPaid", "plan": "personal" } }
        """);

    /// <summary>Sixty were used of the term that ends at that moment, and forty lapse; of the term that begins then ten are used.</summary>
    [Fact]
    public void What_was_used_by_a_boundary_was_used_before_it() => IsAsExpected("\"WhaleBooks\"", """
        { "on": "2026-04-01", "buy": { "plan": "personal", "interval": "month" }, "expect": { "grants": { "calls": 100 } } },
        { "on": "2026-05-01", "use": { "calls": 60 },
          "expect": { "events": [{ "on": "2026-05-01", "billingReason": "renewal", "lapsed": { "calls": 40 }, "granted": { "calls": 100 } }], "grants": { "calls": 100 } } },
        { "on": "2026-05-01", "use": { "calls": 10 }, "expect": { "events": [], "grants": { "calls": 90 }, "grantsOf": { "personal": { "calls": 90 } } } }
        """);

    [Fact]
    public void After_the_end_it_can_be_bought_again() => IsAsExpected("""{ "vendor": "Obi" }""", """
        { "on": "2026-04-01", "buy": { "plan": "personal", "interval": "month", "timing": "now" } },
        { "on": "2026-04-10", "cancel": {}, "expect": { "pending": { "at": "2026-05-01", "plan": null } } },
        { "on": "2026-05-01", "advance": {}, "expect": { "events": [{ "on": "2026-05-01", "billingReason": "expiry" }], "plan": null, "status": "expired", "term": null } },
        { "on": "2026-06-01", "buy": { "plan": "company", "interval": "month", "timing": "now" }, "expect": { "dueNow": "60.00", "plan": "company", "status": "active" } }
        """);

    [Theory]
    [InlineData(0, "105.48", "0.00")]
    [InlineData(1, "0.00", "105.48")]
    public void Credit_is_lost_with_the_last_subscription_of_the_account(int others, string lost, string left)
    {
        var text = File.ReadAllText(ScenarioTests.FileOf("3-E"))
            .Replace("\"cancel\": {},", $"\"cancel\": {{}}, \"otherSubscriptions\": {others},", StringComparison.Ordinal);
        var life = ScenarioRunner.Play(ScenarioReader.Read(text, "3-E.json")).Runs[0].Life.ToArray();
        var expiry = life.Select(it => it.Answer).OfType<Quote>().Single(quote => quote.BillingReason == BillingReason.Expiry);

        Assert.Equal((lost, left), (Plain(expiry.Totals.Forfeited), Plain(life[^1].CreditAfter.LeftAt(life[^1].At, Currency.Of("EUR")))));
    }

    /// <summary>The renewal needs no role again, and the pending change is told part by part.</summary>
    [Fact]
    public void Who_asks_and_the_members_are_stated_once() => IsAsExpected("\"smrtPhone\"", """
        { "on": "2026-04-01", "askedBy": "owner", "members": 1, "buy": { "plan": "personal", "interval": "month" } },
        { "on": "2026-04-16", "change": { "plan": "company" }, "expect": { "onNextInvoice": "15.00" } },
        { "on": "2026-04-20", "cancel": {}, "expect": { "pending": { "plan": null } } },
        { "on": "2026-04-21", "withdraw": {}, "expect": { "pending": null } }
        """);

    /// <summary>A fifth off for two months: 24.00 twice, then 30.00.</summary>
    [Fact]
    public void A_purchase_can_have_a_discount() => IsAsExpected("\"WhaleBooks\"", """
        { "on": "2026-04-01", "buy": { "plan": "personal", "interval": "month",
            "discounts": [{ "kind": "percentage", "id": "spring", "percent": 20, "periods": 2 }] }, "expect": { "dueNow": "24.00" } },
        { "on": "2026-06-01", "advance": {},
          "expect": { "events": [
            { "on": "2026-05-01", "billingReason": "renewal", "dueNow": "24.00" }, { "on": "2026-06-01", "billingReason": "renewal", "dueNow": "30.00" }] } }
        """);

    /// <summary>Company to Personal on 16 April leaves 15.00 of credit, half of the month's difference, which pays whichever bills next.</summary>
    [Fact]
    public void Two_subscriptions_of_an_account_draw_on_one_credit() => IsAsExpected("\"WhaleBooks\"", """
        { "on": "2026-03-20", "subscription": "second", "buy": { "plan": "personal", "interval": "month" } },
        { "on": "2026-04-01", "subscription": "first", "buy": { "plan": "company", "interval": "month" }, "expect": { "dueNow": "60.00" } },
        { "on": "2026-04-16", "subscription": "first", "change": { "plan": "personal" }, "expect": { "creditLeft": "15.00" } },
        { "on": "2026-05-01", "subscription": "first", "advance": {},
          "expect": { "events": [
            { "on": "2026-04-20", "subscription": "second", "billingReason": "renewal", "dueNow": "15.00", "fromCredit": "15.00" },
            { "on": "2026-05-01", "subscription": "first", "billingReason": "renewal", "dueNow": "30.00", "fromCredit": "0.00" }] } }
        """);

    private static string Fails => """ "paymentsFail": [{ "start": "2026-05-01", "end": "2026-05-04" }], """;

    private static BillingPolicy WithPauses
    {
        get
        {
            var policy = WhaleBooks.Policy();
            var resting = new Treatment(
                Timing.Now, TrialFate.Kept, TermRule.TimeLeftKept, UnusedValue.None, NewPrice.NothingUntilRenewal, PaymentTiming.Now, Surplus.Forfeited);
            return policy with { Name = "WithPauses", Rules = [Rule.For(new Case { Changes = ChangeKinds.Pause }, resting), .. policy.Rules] };
        }
    }

    private static void IsAsExpected(string policy, string steps, string more = "")
    {
        var text = $$"""
            { "scenario": "life", "title": "A life", "zone": "UTC", "currency": "EUR", "policy": {{policy}}, {{more}} "catalog": {{Plans}}, "steps": [{{steps}}] }
            """;
        var differs = string.Join("; ", ScenarioRunner.Play(ScenarioReader.Read(text, "life.json")).Mismatches);
        Assert.True(differs.Length == 0, differs);
    }

    private static string Plain(Money amount) => amount.ToString()[4..];
}
