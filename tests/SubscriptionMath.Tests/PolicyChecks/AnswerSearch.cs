namespace SubscriptionMath.Tests.PolicyChecks;

/// <summary>The result of one changed answer.</summary>
internal enum Found
{
    /// <summary>Some life goes otherwise.</summary>
    Differs,

    /// <summary>The check names a contradiction.</summary>
    Named,

    /// <summary>No life of the pool goes otherwise.</summary>
    Nothing,
}

/// <summary>Plays the same lives under a policy and under one with another answer, and looks for a life that goes otherwise; then for a question at a turn of some of them.</summary>
internal sealed class AnswerSearch(ulong seed, int lives, int probed)
{
    private readonly Life[] _pool = [.. Gen.Sample(WholeLives.Of(LifePolicies.Any), lives, new Rnd(seed), 50)];

    /// <summary>Policies to begin with: any that is generated, and the vendors.</summary>
    internal static IEnumerable<NamedPolicy> Policies(ulong seed, int count) => Gen.Sample(LifePolicies.Any, count, new Rnd(seed + 1), 50);

    /// <summary>Searches some of the answers of a policy.</summary>
    internal IEnumerable<(Alternative Alternative, Found Found)> Search(BillingPolicy policy, Func<Alternative, bool> asked)
    {
        var plays = new Sequence<TimelineStep>?[_pool.Length];
        var probes = new Lazy<IReadOnlyList<Probes>>(() => Probes.Of(_pool.Take(probed), policy));
        foreach (var alternative in Alternatives.Of(policy).Where(asked))
        {
            yield return (alternative, PolicyCheck.Contradictions(alternative.Policy).IsEmpty ? Compare(policy, alternative.Policy, plays, probes) : Found.Named);
        }
    }

    private Found Compare(BillingPolicy policy, BillingPolicy other, Sequence<TimelineStep>?[] plays, Lazy<IReadOnlyList<Probes>> probes)
    {
        for (var i = 0; i < _pool.Length; i++)
        {
            var catalog = _pool[i].Story.Catalog;
            if (PolicyCheck.Contradictions(policy, catalog).IsEmpty && PolicyCheck.Contradictions(other, catalog).IsEmpty
                && (plays[i] ??= Play(_pool[i], policy)) != Play(_pool[i], other))
            {
                return Found.Differs;
            }
        }

        return probes.Value.Any(probe => probe.Tell(policy, other)) ? Found.Differs : Found.Nothing;
    }

    /// <summary>
    /// All that happens in a life under a policy. An amount without an exact value in 128 bits is an error of its own, and ends it; so is a
    /// policy that needs rates of tax which the life does not have.
    /// </summary>
    internal static Sequence<TimelineStep> Play(Life life, BillingPolicy policy)
    {
        try
        {
            return (life with { Story = life.Story with { Policy = new NamedPolicy(policy.Name, policy, false) } }).Play().Steps;
        }
        catch (Exception error) when (error is OverflowException || LacksTaxes(error, policy))
        {
            return [];
        }
    }

    /// <summary>Whether an error says that the policy needs rates of tax which nobody gave.</summary>
    internal static bool LacksTaxes(Exception error, BillingPolicy policy) => error is ArgumentException { ParamName: "facts" } && policy.Invoicing.RequiresTaxes;
}
