using static SubscriptionMath.Tests.PolicyChecks.Contradicting;

namespace SubscriptionMath.Tests.PolicyChecks;

/// <summary>One rule more, another one, or one less, in one call.</summary>
public sealed class RuleEditing
{
    private static readonly Rule Ends = Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd with { Timing = Timing.AtContractEnd });

    private static readonly Rule Added = Rule.For(new Case { Changes = ChangeKinds.AddOn }, Usual);

    [Fact]
    public void A_rule_for_a_case_that_has_one_replaces_it_in_its_place()
    {
        var policy = Sound.WithRule(Ends);
        Assert.Equal([Sound.Rules[0], Ends, .. Sound.Rules.Skip(2)], policy.Rules);
        Assert.Equal(Sound, policy.WithRule(Sound.Rules[1]));
    }

    [Fact]
    public void A_rule_for_another_case_comes_before_the_first_that_would_hide_it()
    {
        var policy = Rules(Rule.For(new Case { Direction = Direction.Up }, Usual), Rule.Otherwise(Usual));
        Assert.Equal([.. policy.Rules.Take(3), Added, policy.Rules[^1]], policy.WithRule(Added).Rules);

        var up = Rule.For(new Case { Changes = ChangeKinds.AddOn, Direction = Direction.Up }, Treatment.AtPeriodEnd);
        Assert.Equal([.. policy.Rules.Take(2), up, .. policy.Rules.Skip(2)], policy.WithRule(up).Rules);
        Stands(policy.WithRule(up));
        Assert.Equal([Added], (Sound with { Rules = [] }).WithRule(Added).Rules);
    }

    [Fact]
    public void A_rule_is_placed_before_another_and_taken_out()
    {
        var policy = Sound.WithRuleBefore(Sound.Rules[0].When, Added);
        Assert.Equal([Added, .. Sound.Rules], policy.Rules);
        Assert.Equal(Sound, policy.WithoutRule(Added.When));
    }

    [Fact]
    public void A_case_without_a_rule_is_misuse()
    {
        Misusing.Refuses<ArgumentException>(() => Sound.WithRuleBefore(Added.When, Ends), "later", "The policy 'smrtPhone' has no rule for ");
        Misusing.Refuses<ArgumentException>(() => Sound.WithoutRule(Added.When), "when", "The policy 'smrtPhone' has no rule for ");
        Assert.Throws<ArgumentNullException>("rule", () => Sound.WithRule(null!));
        Assert.Throws<ArgumentNullException>("later", () => Sound.WithRuleBefore(null!, Ends));
        Assert.Throws<ArgumentNullException>("when", () => Sound.WithoutRule(null!));
    }
}
