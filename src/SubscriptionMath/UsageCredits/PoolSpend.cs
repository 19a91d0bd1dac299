using System.Runtime.InteropServices;
using NodaTime;

namespace SubscriptionMath;

/// <summary>Spends the usage credits of a subscription, and repays their debt.</summary>
/// <remarks>A play of the pool gives the same, with an account of each grant; a law compares the two.</remarks>
internal static class PoolSpend
{
    internal static Spending Spend(Subscription subscription, string kind, decimal units, UsagePolicy policy, Instant at)
    {
        var use = new KindUse(kind, subscription.OwedOf(kind), policy, at);
        var held = subscription.Grants.AsSpan();
        var stand = PoolStand.Of(held, use, use.Owed + units);
        var repaid = decimal.Min(stand.Left, use.Owed);
        var left = stand.Left - repaid;
        var given = decimal.Min(left, units);
        var debt = use.Owed - repaid + units - given;
        if (units > 0m && left < units && !policy.Overage.Allows(debt))
        {
            return new NotSpent { Refusal = Refusals.NotEnoughCredits(kind, units, left, (policy.Overage as Overage.Debt)?.Limit) };
        }

        var debts = Owing(subscription.UsageDebts, kind, debt);
        var burnt = repaid + given;
        if (burnt == 0m && !stand.IsDue && debts == subscription.UsageDebts)
        {
            return new Spent { Subscription = subscription, Uses = default, Owed = 0m };
        }

        var grants = held.ToArray();
        var uses = Take(grants, stand, use, burnt);
        var next = subscription with { Grants = new Sequence<Grant>(grants), UsageDebts = debts, Version = subscription.Version + 1 };
        return new Spent
        {
            Subscription = next.ConsistentAs(subscription),
            Uses = uses,
            Owed = units > burnt ? units - burnt : 0m,
        };
    }

    /// <summary>Repays a debt of a kind from the units left of its grants, and gives the debt left.</summary>
    internal static decimal Repay(List<Grant> grants, in KindUse use)
    {
        var held = CollectionsMarshal.AsSpan(grants);
        var stand = PoolStand.Of(held, use, use.Owed);
        var repaid = decimal.Min(stand.Left, use.Owed);
        Take(held, stand, use, repaid);
        return use.Owed - repaid;
    }

    internal static Sequence<UsageDebt> Owing(Sequence<UsageDebt> debts, string kind, decimal owed)
    {
        if (debts.IsEmpty && owed == 0m)
        {
            return debts;
        }

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

    /// <summary>Takes units that are there of the grants in their order of use, and tells them in the order held.</summary>
    private static Sequence<GrantUse> Take(Span<Grant> grants, in PoolStand stand, in KindUse use, decimal units)
    {
        if (stand.IsDue)
        {
            Refill(grants, use);
        }

        if (units == 0m)
        {
            return default;
        }

        if (grants[stand.First].Unused >= units)
        {
            return new Sequence<GrantUse>([Burn(ref grants[stand.First], units)]);
        }

        var (order, uses, taken) = (InOrder(grants, use), new List<GrantUse>(), 0);
        for (; units > 0m; taken++)
        {
            ref var grant = ref grants[order[taken]];
            uses.Add(Burn(ref grant, decimal.Min(units, grant.Unused)));
            units -= uses[taken].Units;
        }

        var told = uses.ToArray();
        Array.Sort(order, told, 0, taken);
        return new Sequence<GrantUse>(told);
    }

    private static GrantUse Burn(ref Grant grant, decimal units)
    {
        grant = grant with { Used = grant.Used + units };
        return new GrantUse(grant.Id, grant.ProductId, grant.Source, units);
    }

    private static void Refill(Span<Grant> grants, in KindUse use)
    {
        foreach (ref var grant in grants)
        {
            if (use.IsOf(grant) && grant.Refill is { } refill && refill.Next <= use.At)
            {
                grant = PoolSlot.Refilled(grant, refill, refill.LastBy(use.At));
            }
        }
    }

    // Of grants that are equal in the order, the one held first.
    private static int[] InOrder(Span<Grant> grants, in KindUse use)
    {
        var (order, held, count) = (new int[grants.Length], grants.ToArray(), 0);
        for (var place = 0; place < held.Length; place++)
        {
            if (use.IsOf(held[place]) && held[place].Unused > 0m)
            {
                order[count++] = place;
            }
        }

        var by = use.Policy.Order;
        order.AsSpan(0, count).Sort(
            (one, other) => by.Compare(held[one], held[other]) is not 0 and var first ? first : one.CompareTo(other));
        return order;
    }
}

/// <summary>The use of one kind of usage credit at an instant.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Owed">The units of it that are owed.</param>
/// <param name="Policy">The order of the grants, and the answer to overuse.</param>
/// <param name="At">The instant of the use.</param>
internal readonly record struct KindUse(string Kind, decimal Owed, UsagePolicy Policy, Instant At)
{
    /// <summary>Tells whether a grant may be used.</summary>
    internal bool IsOf(Grant grant) => grant.Kind == Kind && grant.IsActiveAt(At);
}
