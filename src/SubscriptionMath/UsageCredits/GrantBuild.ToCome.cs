using NodaTime;

namespace SubscriptionMath;

/// <content>Grants that begin after a change: those of the old plan, and the next plan's own.</content>
internal sealed partial class GrantBuild
{
    /// <summary>Clips the grants of later intervals to the new plan's allotment as well, interval by interval.</summary>
    private void ClipToCome(string kind, decimal most)
    {
        var rooms = new Dictionary<Instant, decimal>();
        for (var i = 0; i < _held.Count; i++)
        {
            if (_held[i] is var grant && IsPlansOwn(grant, kind) && grant.Effective > at)
            {
                var room = rooms.GetValueOrDefault(grant.Effective, most);
                var stays = decimal.Min(grant.Granted, room);
                rooms[grant.Effective] = room - stays;
                Tell(GrantEffectKind.Clipped, grant, grant.Granted - stays);
                _held[i] = grant with { Granted = stays };
            }
        }
    }

    /// <summary>Removes the old plan's grants of a kind that begin later, from an instant on: their time is the next plan's.</summary>
    private void RemoveToCome(string kind, Instant from)
    {
        for (var i = _held.Count - 1; i >= 0; i--)
        {
            if (IsPlansOwn(_held[i], kind) && _held[i].Effective > at && _held[i].Effective >= from)
            {
                Remove(i);
            }
        }
    }

    /// <summary>
    /// Grants the next plan's allotments that begin later, from an instant on, for units that no kept grant reaches. Up to that instant
    /// kept grants stand for all units: where none reaches, they have a grant of zero.
    /// </summary>
    private void EnterToCome(GrantStep.PlanReplaced step, Allowance? allowance, Instant from)
    {
        if (allowance is null)
        {
            return;
        }

        var pieces = step.Term.PiecesOf(allowance);
        foreach (var piece in pieces)
        {
            if (piece.From <= at || piece.From < from)
            {
                Fill((step.Next.ProductId, GrantSource.Plan), allowance, piece.Covers, step.Next.Quantity);
            }
        }

        EnterPieces(
            Anew(step) with { Again = true }, allowance, OfNew(step), pieces.FindAll(piece => piece.From > at && piece.From >= from));
    }
}
