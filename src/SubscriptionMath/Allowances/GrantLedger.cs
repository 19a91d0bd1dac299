using NodaTime;

namespace SubscriptionMath;

/// <summary>Answers what a change or the end of a term does to usage credits: grants end, are carried over and are added; what was used stays used.</summary>
/// <param name="before">The subscription as it is.</param>
/// <param name="policy">The policy's answers.</param>
/// <param name="at">The instant of the change, or of the boundary.</param>
/// <param name="boundary">
/// Whether a term ends at the instant: then what lapses at it is still there to be carried over, and what begins at it belongs to the next term.
/// </param>
internal sealed partial class GrantLedger(Subscription before, AllowancePolicy policy, Instant at, bool boundary)
{
    private List<Grant>? _held;
    private List<GrantEffect>? _effects;
    private List<Action<Instant>>? _whenItHasLength;
    private Sequence<UsageDebt> _debts = before.UsageDebts;

    internal Sequence<Grant> Grants => _held?.ToSequence() ?? before.Grants;

    internal Sequence<GrantEffect> Effects => _effects?.ToSequence() ?? default;

    internal Sequence<UsageDebt> Debts => _debts;

    /// <summary>The grants; a list of them is only made where there are any, or are to be.</summary>
    private List<Grant> Held => _held ??= [.. before.Grants];

    private int Count => _held?.Count ?? before.Grants.Count;

    /// <summary>All credits of a subscription that ends, those among them that lapsed before and of which nobody was told. What is owed stays owed.</summary>
    internal void LeaveAll()
    {
        for (var i = 0; i < Count; i++)
        {
            Tell(GrantEffectKind.Lapsed, Held[i], Untold(Held[i]));
        }

        Held.Clear();
    }

    /// <summary>What an add-on had left lapses with it, or with its term.</summary>
    internal void LeaveAddOn(string addOnId)
    {
        for (var i = Count - 1; i >= 0; i--)
        {
            if (Held[i].Source == GrantSource.AddOn && Held[i].ProductId == addOnId && !IsOfNextTerm(Held[i]))
            {
                Leave(i, rests: true);
            }
        }
    }

    /// <summary>Whatever lapses by an instant, and was not carried over.</summary>
    internal void Lapse()
    {
        for (var i = Count - 1; i >= 0; i--)
        {
            if (Held[i].Ends is { } ends && ends <= at)
            {
                Tell(GrantEffectKind.Lapsed, Held[i], Held[i].UnusedBefore(ends));
                Held.RemoveAt(i);
            }
        }
    }

    /// <summary>The allotment of what was bought: all of it with a term that begins, as the policy says within one, or with a first one that is short.</summary>
    /// <param name="product">The plan or add-on, with the number of units that are held of it afterwards.</param>
    /// <param name="quantity">The number of units that were bought.</param>
    /// <param name="source">Whether it is the plan or an add-on.</param>
    /// <param name="term">The stretch for which they were bought.</param>
    /// <param name="begins">Whether a term begins.</param>
    /// <param name="again">Whether what was granted for the same stretch before counts: what rests comes back, and only units that had nothing are granted anything.</param>
    internal void Enter(Wanted product, int quantity, GrantSource source, in GrantTerm term, bool begins, bool again)
    {
        foreach (var allowance in product.Allowances)
        {
            Enter(product.ProductId, allowance, quantity, source, term, begins, again ? product.Quantity : null);
        }
    }

    /// <summary>What is owed is taken out of what is there now.</summary>
    internal void RepayDebts()
    {
        foreach (var debt in _debts)
        {
            var owed = PoolSpend.Repay(Held, debt.Units, debt.Kind, before.Zone, policy.Use, at);
            if (owed < debt.Units)
            {
                (_effects ??= []).Add(new GrantEffect(GrantEffectKind.Repaid, debt.Kind, before.Plan?.ProductId ?? "", debt.Units - owed));
                _debts = PoolSpend.Owing(_debts, debt.Kind, owed);
            }
        }
    }

    /// <summary>After a pause: what ran then lapses, and what had not begun then begins, as many days later.</summary>
    internal void Shift(Instant since, int days, DateTimeZone zone)
    {
        for (var i = 0; i < Count; i++)
        {
            var grant = Held[i];
            Held[i] = grant with
            {
                Effective = grant.Effective > since ? Later(grant.Effective) : grant.Effective,
                Expires = grant.Expires is { } expires && expires > since ? Later(expires) : grant.Expires,
            };
        }

        Instant Later(Instant instant) => instant.LocalAt(zone).PlusDays(days).AtStart(zone);
    }

    /// <summary>
    /// What lapses at an instant lapses at another one, and what waited for a term to have a length begins. Where the end is earlier, what was granted month by month for
    /// the time after it is gone: it comes with the next term.
    /// </summary>
    internal void MoveEnd(Instant end, Instant to)
    {
        var waiting = _whenItHasLength;
        _whenItHasLength = null;
        waiting?.ForEach(enter => enter(to));
        var moved = Held.FindAll(grant => grant.Expires == end).ConvertAll(grant => grant.ProductId);
        for (var i = Count - 1; i >= 0; i--)
        {
            if (Held[i].Expires is not { } expires || expires > end || (expires <= to && expires != end) || !moved.Contains(Held[i].ProductId))
            {
                continue;
            }

            if (to < end && Held[i].Effective >= to)
            {
                Remove(i);
            }
            else
            {
                Held[i] = Held[i] with { Expires = to };
            }
        }
    }

    private void Enter(string productId, Allowance allowance, int quantity, GrantSource source, in GrantTerm term, bool begins, int? held = null)
    {
        if (held is not null)
        {
            Return(productId, allowance.Kind, source);
        }

        if (term.Covers.IsEmpty)
        {
            WaitForLength(productId, allowance, quantity, source, term, begins, held);
            return;
        }

        var allotment = source != GrantSource.Plan ? policy.BoughtAddOns : begins ? policy.FirstTerm : policy.AddedSeats;
        for (var from = term.Covers.Start; from < term.Covers.End;)
        {
            var (covers, share) = term.PeriodAt(allowance, from);
            var isPart = allotment == Allotment.ForTheRest && share.Left < share.Of;
            var without = held is { } all ? all - UnitsThatHad(productId, allowance.Kind, source, covers) : quantity;
            if (without > 0)
            {
                // It stands for all units that have none: those that were not bought now had their time before it.
                var whole = allowance.Units * Math.Min(without, quantity);
                Add(productId, allowance, source, without, isPart ? policy.Rounding.Part(whole, share) : whole, covers);
            }

            from = covers.End;
        }
    }

    /// <summary>A term as long as what was bought: where that is nothing it renews at once, and brings its allotment then.</summary>
    private void WaitForLength(string productId, Allowance allowance, int quantity, GrantSource source, GrantTerm term, bool begins, int? held) =>
        (_whenItHasLength ??= []).Add(to => Enter(
            productId, allowance, quantity, source, term with { Covers = new Term(term.Covers.Start, to), Share = new Share(1, 1, term.Share.Unit) }, begins, held));

    private void Add(string productId, Allowance allowance, GrantSource source, int quantity, decimal units, Term covers)
    {
        var grant = new Grant
        {
            Kind = allowance.Kind,
            ProductId = productId,
            Source = source,
            Quantity = quantity,
            Granted = units,
            Used = 0m,
            Effective = covers.Start,
            Expires = covers.End,
            Rollover = allowance.Rollover,
        };
        Held.Add(grant);
        Tell(GrantEffectKind.Granted, grant, units);
    }

    private void Remove(int place)
    {
        Tell(GrantEffectKind.Lapsed, Held[place], Untold(Held[place]));
        Held.RemoveAt(place);
    }

    /// <summary>A grant lapses: what runs may rest from now on, and then what rested rests on; all else is gone. What is carried over of it stands beside it.</summary>
    private void Leave(int place, bool rests, decimal carried = 0m, Instant newEnd = default)
    {
        var (grant, left) = (Held[place], Left(Held[place]));
        if (rests && RestsOn(grant))
        {
            return;
        }

        var taken = decimal.Min(carried, left);
        if (rests && grant.IsActiveAt(at))
        {
            Held[place] = grant with { Granted = grant.Granted - taken, Rests = true };
        }
        else
        {
            Held.RemoveAt(place);
        }

        if (carried > 0m)
        {
            Carry(place, grant, carried, newEnd);
            Tell(GrantEffectKind.Carried, grant, taken);
            Tell(GrantEffectKind.Granted, grant, carried - left);
        }

        Tell(GrantEffectKind.Lapsed, grant, Untold(grant) - taken);
    }

    private bool RestsOn(Grant grant) => grant.Rests && !(grant.Ends <= at);

    /// <summary>What rests of a product comes back as it was left.</summary>
    private void Return(string productId, string kind, GrantSource source)
    {
        for (var i = 0; i < Count; i++)
        {
            if (RestsOn(Held[i]) && IsOf(Held[i], productId, kind, source))
            {
                Held[i] = Held[i] with { Rests = false };
                Tell(GrantEffectKind.Granted, Held[i], Held[i].Unused);
            }
        }
    }

    /// <summary>The number of units that had their allotment for a period, or a part of it: of the plan, whichever it was then, or of an add-on.</summary>
    private int UnitsThatHad(string productId, string kind, GrantSource source, Term period)
    {
        var units = 0;
        for (var i = 0; i < Count; i++)
        {
            var grant = Held[i];
            var counts = !grant.Rests && IsOf(grant, source == GrantSource.Plan ? grant.ProductId : productId, kind, source);
            units += counts && grant.Effective < period.End && !(grant.Ends <= period.Start) ? grant.Quantity : 0;
        }

        return units;
    }

    private static bool IsOf(Grant grant, string productId, string kind, GrantSource source) =>
        grant.Source == source && grant.Kind == kind && grant.ProductId == productId;

    private bool IsOfNextTerm(Grant grant) => boundary && grant.Effective >= at;

    /// <summary>The plan's own, and what was carried over from it; not what was bought apart from any plan, or given away.</summary>
    private static bool IsOfPlan(Grant grant) => grant.Source is GrantSource.Plan or GrantSource.Rollover;

    /// <summary>What is left of a grant that is taken away: what has not begun is all there, what lapses at a boundary still is.</summary>
    private decimal Left(Grant grant) =>
        grant.Rests ? 0m
        : grant.Effective > at ? grant.Unused
        : grant.Ends is not { } ends || at < ends ? grant.LeftAt(at)
        : boundary && at == ends ? grant.UnusedBefore(ends)
        : 0m;

    /// <summary>What lapses with a grant that is gone: what is left of it, or what had lapsed before and nobody was told of.</summary>
    private decimal Untold(Grant grant) => grant.Ends is { } ends && ends <= at ? grant.UnusedBefore(ends) : Left(grant);

    private void Tell(GrantEffectKind kind, Grant grant, decimal units)
    {
        if (units > 0m)
        {
            (_effects ??= []).Add(new GrantEffect(kind, grant.Kind, grant.ProductId, units));
        }
    }
}
