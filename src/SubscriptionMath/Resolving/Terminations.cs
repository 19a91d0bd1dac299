using NodaTime;

namespace SubscriptionMath;

/// <summary>Resolves a termination: at once, or to the end of what is billed.</summary>
internal static class Terminations
{
    /// <summary>Everything ends at once. Nothing comes after it, so whatever is due is due now.</summary>
    /// <remarks>Of an end whose date has come, the rest of the contract was charged when it was asked for.</remarks>
    internal static Resolution AtOnce(Resolution resolution, Catalog catalog, Treatment treatment, Instant from, bool isDue)
    {
        var (on, now) = (resolution.On, Endings.Settling(treatment));
        resolution = UsedUp.Of(resolution, catalog, now);
        resolution = Endings.Leave(resolution, catalog, now, static item => item);
        resolution = isDue ? resolution : WithContract(resolution, catalog, now, ends: null);
        resolution = Endings.End(resolution, catalog, now, from);
        return on.Before.InTrial(on.Moment)
            ? resolution with { Trial = on.Before.Trial! with { Term = on.Before.Trial.Term.Until(on.Moment) } }
            : resolution;
    }

    /// <summary>
    /// The service runs to the end of what is billed. What is unused of it by now is given back now where the policy says so for that end;
    /// where
    /// the customer chose it nothing is unused at it, and on a date it is what is unused then.
    /// </summary>
    internal static Resolution Later(Resolution resolution, Catalog catalog, Decision decision, Instant at)
    {
        resolution = resolution with { Pending = Pauses.Pending(resolution, null, decision, at), Status = Status.Terminated };
        resolution = WithContract(resolution, catalog, decision.Treatment!, decision.Date);
        if (decision is not { Treatment: { Unused: not UnusedValue.Nothing, Timing: Timing.PeriodEnd } treatment })
        {
            return resolution;
        }

        // What is charged in arrears goes on to be used.
        var ahead = resolution.Held.Plan!.BilledUntil;
        resolution = Endings.Leave(resolution, catalog, treatment, static item => OnlyLots(item, item.SetUp, inArrears: false));
        resolution = resolution with { Held = resolution.Held.Each(static item => OnlyLots(item, setUp: null, inArrears: true)) };

        // A term bought ahead that is given back brings no usage credits; where the termination is taken back, it is bought again.
        var until = resolution.Held.Plan!.BilledUntil;
        return until < ahead ? resolution with { Grants = resolution.Grants.Plus(new GrantStep.EndCut(ahead, until)) } : resolution;
    }

    private static Item OnlyLots(Item item, Lot? setUp, bool inArrears) =>
        item with { SetUp = setUp, Lots = [.. item.Lots.Where(lot => lot.InArrears == inArrears)] };

    /// <summary>Adds the part of a contract that is owed because it is left before its end.</summary>
    private static Resolution WithContract(Resolution resolution, Catalog catalog, Treatment treatment, Instant? ends)
    {
        var (on, plan) = (resolution.On, resolution.On.Before.Plan!);
        if (treatment.EarlyEnd is not EarlyEnd.PartOwed owed || !on.Before.InContract(on.Moment))
        {
            return resolution;
        }

        var left = new BillStep.ContractLeft(
            Settles.By(treatment), plan, catalog.Plan(plan.ProductId).Name, owed, treatment.Measure ?? on.Policy.Measure, ends);
        return resolution with { Steps = resolution.Steps.Plus(left) };
    }
}
