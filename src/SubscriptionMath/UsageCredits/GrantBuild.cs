using NodaTime;

namespace SubscriptionMath;

/// <summary>
/// Builds usage credits step by step, within <see cref="GrantsAfter.Of"/> alone: grants end, roll over and are added; used credits stay
/// used.
/// </summary>
/// <param name="before">The subscription as it was.</param>
/// <param name="policy">The policy's answers.</param>
/// <param name="at">The instant of the change, or of the boundary.</param>
/// <param name="boundary">Whether a term ends at the instant.</param>
internal sealed partial class GrantBuild(Subscription before, AllowancePolicy policy, Instant at, bool boundary)
{
    private readonly GrantList _held = new(before.Grants);
    private readonly List<GrantEffect> _effects = [];
    private Sequence<UsageDebt> _debts = before.UsageDebts;

    /// <summary>Gives the resulting credits, after they have repaid debts.</summary>
    internal GrantsAfter Repaid()
    {
        foreach (var debt in _debts)
        {
            var owed = PoolSpend.Repay(_held.Packed(), new KindUse(debt.Kind, debt.Units, policy.Use, at));
            if (owed < debt.Units)
            {
                _effects.Add(new GrantEffect(GrantEffectKind.Repaid, debt.Kind, before.Plan?.ProductId ?? "", debt.Units - owed));
                _debts = PoolSpend.Owing(_debts, debt.Kind, owed);
            }
        }

        return new GrantsAfter(_held.Packed().ToSequence(), _debts, _effects.ToSequence());
    }

    private void Remove(int place)
    {
        Tell(GrantEffectKind.Lapsed, _held[place], Untold(_held[place]));
        _held.RemoveAt(place);
    }

    private bool RestsOn(Grant grant) => grant.Rests && !(grant.Ends <= at);

    private static bool IsOf(Grant grant, string productId, string kind, GrantSource source) =>
        grant.Source == source && grant.Kind == kind && grant.ProductId == productId;

    private bool IsOfNextTerm(Grant grant) => boundary && grant.Effective >= at;

    /// <summary>Whether the grant is the plan's own or rolled over from it, not a separate purchase or a gift.</summary>
    private static bool IsOfPlan(Grant grant) => grant.Source is GrantSource.Plan or GrantSource.Rollover;

    private static bool IsPlansOwn(Grant grant, string kind) => grant.Source == GrantSource.Plan && grant.Kind == kind;

    /// <summary>
    /// The credits left of a grant that is taken away: a future grant is whole, and one that lapses at a boundary still counts.
    /// </summary>
    private decimal Left(Grant grant) =>
        grant.Rests ? 0m
        : grant.Effective > at ? grant.Unused
        : grant.Ends is not { } ends || at < ends ? grant.LeftAt(at)
        : boundary && at == ends ? grant.UnusedBefore(ends)
        : 0m;

    /// <summary>The credits that lapse with a removed grant: those left, or those that lapsed earlier without an effect.</summary>
    private decimal Untold(Grant grant) => grant.Ends is { } ends && ends <= at ? grant.UnusedBefore(ends) : Left(grant);

    private void Tell(GrantEffectKind kind, Grant grant, decimal units)
    {
        if (units > 0m)
        {
            _effects.Add(new GrantEffect(kind, grant.Kind, grant.ProductId, units));
        }
    }

    private int InOrder(int one, int other) =>
        policy.Use.Order.Compare(_held[one], _held[other]) is not 0 and var order ? order : one.CompareTo(other);
}
