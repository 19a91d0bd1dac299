using NodaTime;

namespace SubscriptionMath;

/// <summary>Resolves a cancellation: at once, on a date, or at the end of the billed time.</summary>
internal static class Cancellations
{
    /// <summary>Ends everything at once. No later invoice follows, so everything is due now.</summary>
    /// <remarks>If the date of an earlier request has come, that request has charged the rest of the contract.</remarks>
    internal static Resolution AtOnce(Resolution resolution, Catalog catalog, Treatment treatment, Instant from, bool isDue)
    {
        var (on, now) = (resolution.On, Endings.Settling(treatment));
        resolution = UsedUp.Of(resolution, catalog, now);
        resolution = Endings.Leave(resolution, catalog, now);
        resolution = isDue ? resolution : WithContract(resolution, catalog, now, ends: null);
        resolution = Endings.End(resolution, catalog, now, from);
        return on.Before.InTrial(on.Moment)
            ? resolution with { Trial = on.Before.Trial! with { Term = on.Before.Trial.Term.Until(on.Moment) } }
            : resolution;
    }

    /// <summary>
    /// Ends the service at the end of the billed time, or on a date. If the policy sets the period's end, time that is unused now may be
    /// credited now. An end that the customer chose leaves nothing unused; on a date, time that is unused then may be credited then.
    /// </summary>
    internal static Resolution Later(Resolution resolution, Catalog catalog, Decision decision, Instant at)
    {
        resolution = resolution with { Pending = Pauses.Pending(resolution, null, decision, at), Status = Status.NonRenewing };
        resolution = WithContract(resolution, catalog, decision.Treatment!, decision.Date);
        if (decision is not { Date: null, Treatment: { Unused: not UnusedValue.Nothing, Timing: Timing.PeriodEnd } treatment })
        {
            return resolution;
        }

        // Lots charged in arrears stay, since the service continues.
        var (held, ahead) = (resolution.Held, resolution.Held.Plan!.ChargedThrough);
        var inAdvance = held.Each(static item => OnlyLots(item, item.SetUp, inArrears: false));
        resolution = Endings.Leave(resolution with { Held = inAdvance }, catalog, treatment) with
        {
            Held = held.Each(static item => OnlyLots(item, setUp: null, inArrears: true)),
        };

        // A term bought ahead that is credited brings no usage credits. If the cancellation is withdrawn, the term is bought again.
        var until = resolution.Held.Plan!.ChargedThrough;
        return until < ahead ? resolution with { Grants = resolution.Grants.Plus(new GrantStep.EndCut(ahead, until)) } : resolution;
    }

    private static Item OnlyLots(Item item, Lot? setUp, bool inArrears) =>
        item with { SetUp = setUp, Lots = [.. item.Lots.Where(lot => lot.InArrears == inArrears)] };

    /// <summary>Adds the part of the contract's rest that is owed for an early end.</summary>
    private static Resolution WithContract(Resolution resolution, Catalog catalog, Treatment treatment, Instant? ends)
    {
        var (on, plan) = (resolution.On, resolution.On.Before.Plan!);
        if (treatment.EarlyTermination is not { } owed || !on.Before.InContract(on.Moment))
        {
            return resolution;
        }

        var left = new BillStep.ContractLeft(
            Settles.By(treatment), plan, catalog.HeldPlan(plan.ProductId).Name, owed,
            treatment.Measure ?? on.Policy.Proration.Measure, ends);
        return resolution with { Steps = resolution.Steps.Plus(left) };
    }
}
