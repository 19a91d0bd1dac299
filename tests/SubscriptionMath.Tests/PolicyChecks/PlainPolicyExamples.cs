using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.PolicyChecks;

/// <summary>A policy says how it differs from the plain one.</summary>
public sealed class PlainPolicyExamples
{
    private static readonly Catalog Sold = Catalog.Of(
        Plan("low", 1, Price.Of(30m, "EUR", BillingInterval.Month)), Plan("high", 2, Price.Of(60m, "EUR", BillingInterval.Month)));

    [Fact]
    public void Without_an_answer_it_changes_at_once_and_credits_the_rest()
    {
        var shop = new Shop(new BillingPolicy(), Sold);
        var low = shop.Buy("2026-04-01", Monthly("low"));
        Assert.Equal("Service +15.00 -30.00; Payment +15.00", Written.Entries(shop.Quote(low, Monthly("high"), "2026-04-16")));
        Assert.Equal(shop.At("2026-05-01"), shop.Cancel(low, "2026-04-16").Pending!.EffectiveAt);
        Assert.Equal("Plain", shop.Policy.Name);
    }

    [Fact]
    public void It_contradicts_nothing() => Assert.Empty(PolicyCheck.Contradictions(new BillingPolicy()));

    [Fact]
    public void A_stored_policy_may_leave_out_every_answer_but_its_rules()
    {
        var rules = BillingJson.Write(new BillingPolicy { Name = "Mine" });
        var start = rules.IndexOf("\"rules\":", StringComparison.Ordinal);
        var end = rules.IndexOf("\"requests\":", StringComparison.Ordinal);
        Assert.Equal(new BillingPolicy(), BillingJson.Read<BillingPolicy>($"{{{rules[start..end].TrimEnd(',')}}}"));
    }

    [Fact]
    public void One_answer_is_stated_and_the_others_stay_plain()
    {
        var policy = new BillingPolicy { Name = "By line", Proration = new() { Rounding = Rounding.HalfAwayFromZeroByLine } };
        Assert.Equal(new BillingPolicy().WithRounding(Rounding.HalfAwayFromZeroByLine) with { Name = "By line" }, policy);
        Assert.Equal(policy, BillingJson.Read<BillingPolicy>(BillingJson.Write(policy)));
    }
}
