namespace SubscriptionMath;

/// <content>Grants of a purchase: nothing twice for the same units and the same time.</content>
internal sealed partial class GrantBuild
{
    /// <summary>
    /// Grants the allotment of a purchase: in full with a new term; within a term, or with a short first one, as the policy says.
    /// </summary>
    internal void Enter(GrantStep.Entered entered)
    {
        var allotment = entered.Source != GrantSource.Plan ? policy.BoughtAddOns : entered.Begins ? policy.FirstTerm : policy.AddedSeats;
        foreach (var allowance in entered.Product.Allowances)
        {
            Enter(entered, allowance, allotment, entered.Term.PiecesOf(allowance));
        }
    }

    private void Enter(GrantStep.Entered entered, Allowance allowance, Allotment allotment, List<GrantPiece> pieces)
    {
        if (entered.Again && pieces.Count > 0)
        {
            Return(entered, allowance.Kind, pieces[0].Interval);
        }

        EnterPieces(entered, allowance, allotment, pieces);
    }

    private void EnterPieces(GrantStep.Entered entered, Allowance allowance, Allotment allotment, List<GrantPiece> pieces)
    {
        var (productId, source, quantity) = (entered.Product.ProductId, entered.Source, entered.Units);
        foreach (var piece in pieces)
        {
            var (covers, without) = (piece.Covers, quantity);
            if (entered.GoesOn && piece.Interval.Start < covers.Start)
            {
                Continue(productId, allowance.Kind, source, covers);
                continue;
            }

            if (entered.Again)
            {
                if (source == GrantSource.AddOn && covers.Start <= at)
                {
                    Lengthen(productId, allowance.Kind, covers);
                }

                var had = UnitsThatHad(productId, allowance.Kind, source, covers);
                Fill((productId, source), allowance, covers, int.Min(had, entered.Product.Quantity));
                without = entered.Product.Quantity - had;
            }

            if (without > 0)
            {
                // Units without a grant that are not bought now had their time before. They get a grant of zero, so that a unit that leaves
                // takes along all that it brought.
                var bought = int.Min(without, quantity);
                if (without > bought)
                {
                    Add((productId, source), allowance, without - bought, 0m, covers);
                }

                Add((productId, source), allowance, bought, piece.Of(allowance.Units * bought, allotment, policy.Rounding), covers);
            }
        }
    }

    private void Add((string ProductId, GrantSource Source) of, Allowance allowance, int quantity, decimal units, Term covers)
    {
        var grant = new Grant
        {
            Kind = allowance.Kind,
            ProductId = of.ProductId,
            Source = of.Source,
            Quantity = quantity,
            Granted = units,
            Used = 0m,
            Effective = covers.Start,
            Expires = covers.End,
            Rollover = allowance.Rollover,
        };
        _held.Add(grant);
        Tell(GrantEffectKind.Granted, grant, units);
    }

    /// <summary>The number of units of the plan, or of an add-on, that had their allotment for a period or a part of it.</summary>
    /// <remarks>
    /// If time bought has moved the intervals, one unit has two grants that touch the period, one after the other; it counts once.
    /// </remarks>
    private int UnitsThatHad(string productId, string kind, GrantSource source, Term period)
    {
        var (places, first, units) = (_held.Of(source, productId), default(Grant), default(UnitsOverTime));
        for (var n = 0; n < places.Count; n++)
        {
            var grant = _held[places[n]];
            if (IsFor(grant, source == GrantSource.Plan ? grant.ProductId : productId, kind, source, period))
            {
                units ??= first is null ? null : new UnitsOverTime(first);
                units?.Add(grant.Effective, grant.Ends, grant.Quantity);
                first ??= grant;
            }
        }

        return units is null ? first?.Quantity ?? 0 : (int)long.Min(int.MaxValue, units.Most(period.Start, period.End));
    }

    /// <summary>
    /// Adds a grant of zero wherever units that had their allotment for a part of a period are without a grant for the rest of it.
    /// </summary>
    /// <remarks>Otherwise a unit that is bought beside them would fill the gap, and leave its grant behind when it leaves.</remarks>
    private void Fill((string ProductId, GrantSource Source) of, Allowance allowance, Term period, int units)
    {
        if (units <= 0)
        {
            return;
        }

        var (places, over) = (_held.Of(of.Source, of.ProductId), new UnitsOverTime());
        for (var n = 0; n < places.Count; n++)
        {
            var grant = _held[places[n]];
            if (!IsFor(grant, of.Source == GrantSource.Plan ? grant.ProductId : of.ProductId, allowance.Kind, of.Source, period))
            {
                continue;
            }

            if (grant.Quantity >= units && grant.Effective <= period.Start && !(grant.Ends < period.End))
            {
                return;
            }

            over.Add(grant.Effective, grant.Ends, grant.Quantity);
        }

        foreach (var (gap, missing) in over.Gaps(period, units))
        {
            Add(of, allowance, missing, 0m, gap);
        }
    }

    /// <summary>Extends an add-on's grant for a period that another interval has made longer.</summary>
    /// <remarks>Otherwise the grant would lapse earlier, and a unit that leaves and comes back would bring it once more.</remarks>
    private void Lengthen(string productId, string kind, Term period)
    {
        var places = _held.Of(GrantSource.AddOn, productId);
        for (var n = 0; n < places.Count; n++)
        {
            var grant = _held[places[n]];
            if (IsFor(grant, productId, kind, GrantSource.AddOn, period) && grant.Expires < period.End)
            {
                _held[places[n]] = grant with { Expires = period.End };
            }
        }
    }

    /// <summary>Extends the grants that end as a period begins to the end of that period.</summary>
    private void Continue(string productId, string kind, GrantSource source, Term period)
    {
        for (var i = 0; i < _held.Count; i++)
        {
            var grant = _held[i];
            if (!grant.Rests && grant.Expires == period.Start
                && IsOf(grant, source == GrantSource.Plan ? grant.ProductId : productId, kind, source))
            {
                _held[i] = grant with { Expires = period.End };
            }
        }
    }

    private static bool IsFor(Grant grant, string productId, string kind, GrantSource source, Term period) =>
        !grant.Rests && IsOf(grant, productId, kind, source) && grant.Effective < period.End && !(grant.Ends <= period.Start);
}
