using NodaTime;

namespace SubscriptionMath;

/// <content>What is granted with what is bought: nothing twice for the same units and the same time.</content>
internal sealed partial class GrantBuild
{
    /// <summary>
    /// The allotment of what was bought: all of it with a term that begins, as the policy says within one, or with a first one that is
    /// short.
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
        var (productId, source, quantity) = (entered.Product.ProductId, entered.Source, entered.Units);
        if (entered.Again && pieces.Count > 0)
        {
            Return(productId, allowance.Kind, source, pieces[0].Interval.End);
        }

        foreach (var piece in pieces)
        {
            var covers = piece.Covers;
            var without = entered.Again ? entered.Product.Quantity - UnitsThatHad(productId, allowance.Kind, source, covers) : quantity;
            if (entered.Again && source == GrantSource.AddOn)
            {
                Lengthen(productId, allowance.Kind, covers);
            }

            if (without > 0)
            {
                // It stands for all units that have none: those that were not bought now had their time before it.
                var units = piece.Of(allowance.Units * Math.Min(without, quantity), allotment, policy.Rounding);
                Add(productId, allowance, source, without, units, covers);
            }
        }
    }

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
        _held.Add(grant);
        Tell(GrantEffectKind.Granted, grant, units);
    }

    /// <summary>
    /// What rests of a product comes back as it was left; what stood for it before it stood for another plan stands for it again.
    /// </summary>
    private void Return(string productId, string kind, GrantSource source, Instant end)
    {
        for (var i = 0; i < _held.Count; i++)
        {
            var grant = _held[i];
            if (grant.Source != source || grant.Kind != kind || !ComesBack(grant, productId, end))
            {
                continue;
            }

            if (grant.ProductId == productId)
            {
                _held[i] = grant with { Rests = false };
                Tell(GrantEffectKind.Granted, grant, grant.Unused);
            }
            else
            {
                var stood = StandOf(grant, productId)!;
                Alter(i, Standing(grant, productId, stood.Quantity) with { Granted = stood.Granted, Rests = false, Expires = end });
            }
        }
    }

    /// <summary>
    /// Whether a grant that has begun rests for a product, or stood for it before. One of the plan at another interval is another one.
    /// </summary>
    private bool ComesBack(Grant grant, string productId, Instant end) => grant.Effective <= at && !(grant.Ends <= at)
        && (grant.ProductId != productId ? StandOf(grant, productId) is not null
            : grant.Rests && (grant.Source != GrantSource.Plan || grant.Expires == end));

    /// <summary>
    /// The number of units that had their allotment for a period, or a part of it: of the plan, whichever it was then, or of an add-on. Where time that was bought
    /// has moved the intervals, one unit has two grants that touch the period, one after the other; it counts once.
    /// </summary>
    private int UnitsThatHad(string productId, string kind, GrantSource source, Term period)
    {
        var most = 0;
        foreach (var first in _held)
        {
            if (!Had(first))
            {
                continue;
            }

            var (begin, units) = (Instant.Max(first.Effective, period.Start), 0);
            foreach (var grant in _held)
            {
                units += Had(grant) && grant.Effective <= begin && !(grant.Ends <= begin) ? grant.Quantity : 0;
            }

            most = int.Max(most, units);
        }

        return most;

        bool Had(Grant grant) => IsFor(grant, source == GrantSource.Plan ? grant.ProductId : productId, kind, source, period);
    }

    /// <summary>
    /// What an add-on had for a period lasts as long as that, where another interval has made it longer: else it would lapse before, and
    /// a unit that leaves and comes back would
    /// bring it once more.
    /// </summary>
    private void Lengthen(string productId, string kind, Term period)
    {
        for (var i = 0; i < _held.Count; i++)
        {
            if (IsFor(_held[i], productId, kind, GrantSource.AddOn, period) && _held[i].Expires < period.End)
            {
                _held[i] = _held[i] with { Expires = period.End };
            }
        }
    }

    private static bool IsFor(Grant grant, string productId, string kind, GrantSource source, Term period) =>
        !grant.Rests && IsOf(grant, productId, kind, source) && grant.Effective < period.End && !(grant.Ends <= period.Start);
}
