using static SubscriptionMath.Tests.PolicyChecks.Contradicting;
using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Errors;

/// <summary>A policy that contradicts itself prices nothing, whichever way it is asked.</summary>
public sealed class ContradictingPolicies
{
    private static readonly Treatment Both = Usual with { Surplus = Surplus.ToTime(RoundingMode.Floor) };

    private static readonly BillingPolicy Bad = WhaleBooks.Policy.WithRule(Rule.Otherwise(Both));

    private static readonly Instant July = Instant.FromUtc(2026, 7, 2, 0, 0);

    private static readonly Subscription Held = WhaleBooks.Buy("2026-01-01", Cart.Of("personal", BillingInterval.Year));

    private static readonly Change Up = Change.To(Cart.Of("company", BillingInterval.Year));

    public static TheoryData<string, Func<BillingPolicy, object?>> Ways => new()
    {
        { "Price", policy => Billing.Price(Held, Up, Facts.None, WhaleBooks.Catalog, policy, July) },
        { "Compare", policy => Billing.Compare(Held, Up, Facts.None, WhaleBooks.Catalog, July, WhaleBooks.Policy, policy) },
        { "Renew", policy => Billing.Renew(Held, Facts.None, WhaleBooks.Catalog, policy, July) },
        { "Collect", policy => Billing.Collect(Held, Facts.None, policy, July) },
        { "Spend", policy => Billing.Spend(Held, "call", 0m, policy, July) },
        { "NextEvent", policy => Lifecycle.NextEvent(Held, Facts.None, policy) },
        { "PriceNext", policy => Lifecycle.PriceNext(Held, Facts.None, WhaleBooks.Catalog, policy) },
        { "Advance", policy => Lifecycle.Advance(Held, Facts.None, WhaleBooks.Catalog, policy, July) },
        { "Play", policy => Timeline.Of(Held, Facts.None).Play(Script.Empty, WhaleBooks.Catalog, policy, July) },
        {
            "Do", policy => Timeline.Of(Held, Facts.None).Play(Script.Empty, WhaleBooks.Catalog, WhaleBooks.Policy, July)
                .Do(new Command.Renew { At = July }, WhaleBooks.Catalog, policy, paymentFails: false)
        },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_way_in_names_the_policy_and_both_answers(string way, Func<BillingPolicy, object?> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        Misusing.Refuses<ArgumentException>(
            () => ask(Bad), "policy", "The policy 'WhaleBooks' contradicts itself: 'surplus to time' and 'end kept': Time bought moves the end.");
        Assert.NotNull(ask(WhaleBooks.Policy));
        Assert.NotEmpty(way);
    }

    [Fact]
    public void A_copy_is_checked_anew()
    {
        Assert.NotEmpty(PolicyCheck.Contradictions(Bad));
        Assert.Empty(PolicyCheck.Contradictions(Bad with { Rules = WhaleBooks.Policy.Rules }));
        Assert.NotEmpty(PolicyCheck.Contradictions(WhaleBooks.Policy with { Rules = Bad.Rules }));
    }

    [Fact]
    public void The_outcome_is_found_once_and_is_no_part_of_equality_text_or_JSON()
    {
        var (one, other) = (WhaleBooks.Policy with { Name = "one" }, WhaleBooks.Policy with { Name = "one" });
        var (text, json) = (one.ToString(), BillingJson.Write(one));
        Assert.Same(PolicyCheck.Checked(one), one);

        Assert.Equal(other, one);
        Assert.Equal(other.GetHashCode(), one.GetHashCode());
        Assert.Equal(text, one.ToString());
        Assert.Equal(json, BillingJson.Write(one));
        Assert.Equal(one, BillingJson.Read<BillingPolicy>(json));

        var bad = PolicyCheck.Contradictions(Bad);
        Assert.All(bad.Zip(PolicyCheck.Contradictions(Bad)), pair => Assert.Same(pair.First, pair.Second));
    }

    [Fact]
    public void Many_threads_find_the_same()
    {
        var policy = Bad with { Name = "many" };
        var found = new string[16];
        Parallel.For(0, found.Length, i => found[i] = PolicyCheck.Contradictions(policy).ToString());
        Assert.Single(found.Distinct());
    }
}
