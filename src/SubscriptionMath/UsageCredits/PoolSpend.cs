using NodaTime;

namespace SubscriptionMath;

/// <summary>Spends the usage credits of a subscription, and repays their debt.</summary>
internal static class PoolSpend
{
    internal static Spending Spend(Subscription subscription, string kind, decimal units, UsagePolicy policy, Instant at)
    {
        var places = new List<int>();
        var play = Open(subscription.Grants, new KindUse(kind, subscription.OwedOf(kind), subscription.Zone, policy, at), places);
        var left = play.Left;
        play.Use(units);
        if (units > 0m && left < units && !policy.Overage.Allows(play.Debt))
        {
            return new NotSpent { Refusal = Refusals.NotEnoughCredits(kind, units, left, (policy.Overage as Overage.Debt)?.Limit) };
        }

        var grants = subscription.Grants.AsSpan().ToArray();
        var uses = new List<GrantUse>();
        var given = 0m;
        for (var i = 0; i < places.Count; i++)
        {
            grants[places[i]] = play.GrantNow(i);
            if (play.UsedOf(i) is > 0m and var used)
            {
                given += used;
                uses.Add(new GrantUse(grants[places[i]].Id, grants[places[i]].ProductId, grants[places[i]].Source, used));
            }
        }

        var next = subscription with { Grants = new Sequence<Grant>(grants), UsageDebts = Owing(subscription.UsageDebts, kind, play.Debt) };
        return new Spent
        {
            Subscription = next == subscription ? subscription
                : (next with { Version = subscription.Version + 1 }).ConsistentAs(subscription),
            Uses = uses.ToSequence(),
            Owed = units > given ? units - given : 0m,
        };
    }

    /// <summary>Repays a debt of a kind from the units left of its grants, and gives the debt left.</summary>
    internal static decimal Repay(List<Grant> grants, in KindUse use)
    {
        var places = new List<int>();
        var play = Open(grants.ToSequence(), use, places);
        for (var i = 0; i < places.Count; i++)
        {
            grants[places[i]] = play.GrantNow(i);
        }

        return play.Debt;
    }

    internal static Sequence<UsageDebt> Owing(Sequence<UsageDebt> debts, string kind, decimal owed)
    {
        var others = new List<UsageDebt>(debts.Count + 1);
        foreach (var debt in debts)
        {
            if (debt.Kind != kind)
            {
                others.Add(debt);
            }
        }

        if (owed > 0m)
        {
            others.Add(new UsageDebt { Kind = kind, Units = owed });
        }

        return others.ToSequence();
    }

    private static PoolPlay Open(Sequence<Grant> grants, in KindUse use, List<int> places)
    {
        var ofKind = new List<Grant>(grants.Count);
        for (var place = 0; place < grants.Count; place++)
        {
            if (grants[place].Kind == use.Kind)
            {
                places.Add(place);
                ofKind.Add(grants[place]);
            }
        }

        var pool = new CreditPool { Kind = use.Kind, At = use.At, Zone = use.Zone, Grants = ofKind.ToSequence(), Debt = use.Owed };
        return new PoolPlay(pool, use.Policy);
    }
}

/// <summary>The use of one kind of usage credit at an instant.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Owed">The units of it that are owed.</param>
/// <param name="Zone">The billing zone.</param>
/// <param name="Policy">The order of the grants, and the answer to overuse.</param>
/// <param name="At">The instant of the use.</param>
internal readonly record struct KindUse(string Kind, decimal Owed, DateTimeZone Zone, UsagePolicy Policy, Instant At);
