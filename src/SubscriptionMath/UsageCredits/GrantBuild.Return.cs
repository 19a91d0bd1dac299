using NodaTime;

namespace SubscriptionMath;

/// <content>Grants of a product that comes back within the term: suspended ones, and those that stood for it before.</content>
internal sealed partial class GrantBuild
{
    /// <summary>
    /// Restores a product's suspended grant as it was left, and a grant that stood for the product, or for more of its units, before.
    /// </summary>
    private void Return(GrantStep.Entered entered, string kind, Term interval)
    {
        var ((productId, source), end) = ((entered.Product.ProductId, entered.Source), interval.End);
        var places = _held.Of(source, productId);
        for (var n = 0; n < places.Count; n++)
        {
            var (i, grant) = (places[n], _held[places[n]]);
            if (grant.Source == source && grant.Kind == kind && grant.ProductId == productId && RestsUntil(grant, end))
            {
                _held[i] = grant with { Rests = false, Expires = grant.Expires is null ? null : end };
                Tell(GrantEffectKind.Granted, grant, grant.Unused);
            }
        }

        for (var n = 0; n < places.Count; n++)
        {
            var (i, grant) = (places[n], _held[places[n]]);
            if (grant.Source == source && grant.Kind == kind && StoodFor(grant, entered.Product, end) is { } stood)
            {
                Alter(i, Returned(grant, stood, entered.Product, end));
            }
        }
    }

    /// <summary>
    /// Whether a suspended grant comes back with its product. The plan at another interval counts as another plan.
    /// </summary>
    private bool RestsUntil(Grant grant, Instant end) => grant.Rests && grant.Effective <= at && !(grant.Ends <= at)
        && (grant.Source != GrantSource.Plan || grant.Expires == end);

    /// <summary>
    /// Gives the earlier stand to which a begun grant returns with a product, or null for none. It returns from another plan, from another
    /// interval, or from fewer units if not all units have a grant.
    /// </summary>
    private GrantStand? StoodFor(Grant grant, Wanted next, Instant end)
    {
        var stood = grant.Effective <= at && !(grant.Ends <= at) ? StandOf(grant, next.ProductId) : null;
        return stood is null || grant.ProductId != next.ProductId || grant.Expires != end ? stood
            : stood.Quantity > grant.Quantity && Missing(next, grant.Kind) > 0 ? stood
            : null;
    }

    private bool ComesBack(Grant grant, Wanted next, Instant end) =>
        (grant.ProductId == next.ProductId && RestsUntil(grant, end)) || StoodFor(grant, next, end) is not null;

    /// <summary>
    /// A grant as it stands for units of a plan to an instant. It records its earlier plan, and more units or another interval of the same
    /// one.
    /// </summary>
    private static Grant Standing(Grant grant, string productId, int quantity, Instant end)
    {
        var (now, isLike) = (grant with { ProductId = productId, Quantity = quantity, Expires = end }, grant.Expires == end);
        if (isLike && productId == grant.ProductId && quantity >= grant.Quantity && grant.StoodFor.IsEmpty)
        {
            return now;
        }

        var was = new GrantStand { ProductId = grant.ProductId, Quantity = grant.Quantity, Granted = grant.Granted };
        was = StandOf(grant, was.ProductId) is { } more && more.Quantity > was.Quantity ? more : was;
        var stands = grant.StoodFor.Where(stood => stood.ProductId != was.ProductId).Append(was);
        return now with { StoodFor = [.. stands.Where(stood => !isLike || stood.ProductId != productId || stood.Quantity > quantity)] };
    }

    /// <summary>Gives a grant that returns to an earlier stand, for as many of its units as are held.</summary>
    private Grant Returned(Grant grant, GrantStand stood, Wanted next, Instant end)
    {
        var (isSame, isLike) = (grant.ProductId == next.ProductId, grant.Expires == end);
        var units = isSame ? int.Min(stood.Quantity, isLike ? grant.Quantity + Missing(next, grant.Kind) : next.Quantity) : stood.Quantity;
        var granted = units == stood.Quantity
            ? stood.Granted
            : policy.Rounding.Part(stood.Granted, new Share(units, stood.Quantity, ProrationUnit.Terms));
        var back = Standing(grant, next.ProductId, units, end) with
        {
            Granted = isSame && isLike ? decimal.Max(grant.Granted, granted) : granted,
            Rests = false,
        };
        return back with { StoodFor = [.. back.StoodFor.Where(other => other.ProductId != next.ProductId || other.Quantity > units)] };
    }

    /// <summary>The number of units of a plan for which no running grant stands.</summary>
    private int Missing(Wanted next, string kind)
    {
        var units = 0L;
        for (var i = 0; i < _held.Count; i++)
        {
            var grant = _held[i];
            units += IsOf(grant, next.ProductId, kind, GrantSource.Plan) && grant.IsActiveAt(at) ? grant.Quantity : 0;
        }

        return (int)long.Max(0L, next.Quantity - units);
    }

    private static GrantStand? StandOf(Grant grant, string productId) =>
        grant.StoodFor.FirstOrDefault(stood => stood.ProductId == productId);
}
