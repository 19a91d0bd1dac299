namespace SubscriptionMath.Tests.PolicyChecks;

/// <summary>The policies of billing engines and stores, and the answers that they brought along.</summary>
public sealed class EngineExamples
{
    private static readonly Treatment Kept = new(
        Timing.Now, TrialFate.Kept, TermRule.EndKept, UnusedValue.Kept, NewPrice.NothingUntilRenewal, PaymentTiming.Now, Surplus.Forfeited);

    private static readonly Case Moves = new() { Changes = ChangeKinds.NextBilling };

    [Fact]
    public void The_check_finds_no_contradiction_in_any() =>
        Assert.All(EveryVendor.Engines, engine => Assert.Empty(PolicyCheck.Contradictions(engine.Policy)));

    [Fact]
    public void A_next_billing_that_no_rule_names_is_not_moved()
    {
        var (plan, policy) = (Plain.Plan("plan", 1, 30m, BillingInterval.Month), Vendors.PayPal.Policy());
        var start = Instant.FromUtc(2026, 4, 1, 0, 0);
        var held = Billing.Price(
            Subscription.NotStarted("S-1", "USD", DateTimeZone.Utc), Change.To(Cart.Of("plan", BillingInterval.Month)), Facts.None, Catalog.Of(plan), policy, start).OrThrow().SubscriptionAfter;
        var change = Change.To(held.Cart()) with { NextBilling = start + Duration.FromDays(20) };

        var refused = Assert.IsType<Refused>(Billing.Price(held, change, Facts.None, Catalog.Of(plan), policy, start));
        Assert.Equal(RefusalCode.NextBillingNotOffered, refused.Code);
    }

    [Fact]
    public void What_was_kept_is_valued_by_a_later_change()
    {
        var catalog = Catalog.Of(Plain.Plan("low", 1, 10m, BillingInterval.Month), Plain.Plan("high", 2, 20m, BillingInterval.Month));
        var held = Subscription.NotStarted("S-1", "USD", DateTimeZone.Utc);
        Quote Ask(string plan, BillingPolicy policy, int day)
        {
            var quote = Billing.Price(
                held, Change.To(Cart.Of(plan, BillingInterval.Month)), Facts.None, catalog, policy, Instant.FromUtc(2026, 4, day, 0, 0)).OrThrow();
            held = quote.SubscriptionAfter;
            return quote;
        }

        _ = Ask("low", Vendors.Stripe.Flexible(), 1);
        Assert.Empty(Ask("high", Vendors.Stripe.FlexibleWithoutProration(), 11).Entries);
        Assert.Equal(3.33m, Ask("low", Vendors.Stripe.Flexible(PaymentTiming.Now), 21).Totals.Credited.Amount);
    }

    [Fact]
    public void What_contradicts_them_is_found()
    {
        var bought = Kept with { Unused = UnusedValue.OfAllLots, Term = TermRule.AsBought, Surplus = Surplus.AllUnusedToTime(RoundingMode.Floor) };
        Finds("a term that begins anew", Kept with { Term = TermRule.Restarted });
        Finds("a new price", Kept with { NewPrice = NewPrice.ForTheRest });
        Finds("a cancellation", Kept, new Case { Changes = ChangeKinds.End });
        Finds("unused value not all to time", bought with { Surplus = Surplus.ToBalance });
        Finds("a new price", bought with { NewPrice = NewPrice.Full });
        Finds("a rule that does not name the next billing", Kept with { Term = TermRule.MovedAsAsked });
        Finds("surplus to time", bought with { Term = TermRule.MovedAsAsked }, Moves);
        Finds("not at once", Kept with { Timing = Timing.OnDate, Term = TermRule.MovedAsAsked }, Moves);
        Finds("the end kept", Kept with { Unused = UnusedValue.None }, Moves);
        var anew = Vendors.Stripe.Classic() with { AddOns = new(AddOnFate.KeptWithTheTerm, UnusedValue.Kept), Rules = [Rule.Otherwise(Kept with { Unused = UnusedValue.None, Term = TermRule.Restarted })] };
        Assert.Contains(PolicyCheck.Contradictions(anew), found => found.Other == "add-ons bought anew");
        Finds("rounded on the net", Kept with { Unused = UnusedValue.OfLots(LotSources.All, ValueBasis.BilledLessUsed) });
    }

    private static void Finds(string other, Treatment then, Case? when = null) => Assert.Contains(
        PolicyCheck.Contradictions(Vendors.PayPal.Policy() with { Rules = [Rule.For(when ?? new Case { Changes = ChangeKinds.Plan }, then), Rule.Otherwise(Treatment.AtPeriodEnd)] }),
        found => found.Other == other);
}
