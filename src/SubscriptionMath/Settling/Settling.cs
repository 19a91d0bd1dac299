using NodaTime;

namespace SubscriptionMath;

/// <summary>Settles the bills one after the other; then every end of a term is final.</summary>
internal static class Settling
{
    /// <summary>Settles all charges.</summary>
    /// <param name="resolution">The resolution.</param>
    /// <param name="charged">The charges.</param>
    /// <param name="at">The instant of the booking.</param>
    internal static SettledResolution Of(Resolution resolution, in AllCharges charged, Instant at)
    {
        var (on, bills) = (resolution.On, charged.Bills);
        var by = new SettlingTerms(
            on.Policy.Proration.Rounding, on.Policy.Invoicing.Tax, on.Policy.Balance,
            resolution.Uses, at, OldPrice(on), resolution.Held.Plan?.ProductId)
        {
            OldPlanId = on.Before.Plan?.ProductId,
            LeastCharges = on.Policy.Invoicing.LeastCharges,
        };
        var settled = new SettledResolution(
            resolution,
            Settlement.None(on.Facts.Credit) with { Remainder = on.Before.Remainder ?? Fraction.Zero })
        {
            Held = resolution.Held.With(charged.Kept),
            CollectsDeferred = resolution.CollectsDeferred,
            ReadsTaxes = charged.ReadsTaxes,
        };
        var waiting = Deferred.Of(on.Before.NextInvoice, on.Currency);
        for (var i = 0; i < bills.Count; i++)
        {
            settled = Next(settled, bills[i], i == 0, waiting, by);
        }

        return settled.WithoutLostCredit(at);
    }

    /// <summary>Settles one bill after those before it.</summary>
    private static SettledResolution Next(
        SettledResolution settled, Charges bill, bool isFirst, in Deferred waiting, in SettlingTerms by)
    {
        var (resolution, on) = (settled.Resolution, settled.Resolution.On);
        var deferred = resolution.CollectsDeferred && isFirst ? waiting : Deferred.None(on.Currency);
        var before = Before(settled, waiting);
        var net = Net.Of(bill, by, deferred, before);
        var collected = settled.CollectsDeferred && !isFirst;
        if (!settled.CollectsDeferred && TakesAlong(bill, net, on))
        {
            // The net decides whether the bill collects; then the invoice may be rounded as a whole.
            (deferred, before) = (waiting, before with { Waiting = Fraction.Zero });
            (settled, net) = (settled with { CollectsDeferred = true }, Net.Of(bill, by, deferred, before));
        }

        return !resolution.Ends && LeastCharge.Waits(bill, net.Due, deferred, by, settled.Settlement.Credit)
            ? Waiting(settled with { CollectsDeferred = collected }, bill, waiting, by)
            : settled.With(bill, net, deferred, by);
    }

    /// <summary>Lets a bill wait that is below the least amount: it collects nothing, and its charges wait beside those before.</summary>
    private static SettledResolution Waiting(SettledResolution settled, Charges bill, in Deferred waiting, in SettlingTerms by)
    {
        var (later, none) = (
            bill with { Settles = bill.Settles with { IsBelowLeast = true } }, Deferred.None(settled.Resolution.On.Currency));
        var net = Net.Of(later, by, none, Before(settled, waiting));
        return (settled with { Settlement = settled.Settlement with { ReadsCredit = true } }).With(later, net, none, by);
    }

    /// <summary>Gives the remainder before a bill; that of charges which a bill has collected waits no longer.</summary>
    private static EarlierRemainder Before(in SettledResolution settled, in Deferred waiting) =>
        new(settled.Settlement.Remainder, settled.CollectsDeferred ? Fraction.Zero : waiting.Remainder);

    /// <summary>Whether a bill collects charges deferred to the next invoice: the first one with an amount to pay now does.</summary>
    private static bool TakesAlong(Charges bill, in Net net, Circumstances on) =>
        on.Policy.Invoicing.DeferredCharges != DeferredChargePolicy.WaitForRenewal
        && !on.Before.NextInvoice.IsEmpty
        && bill.When is not (PaymentTiming.NextInvoice or PaymentTiming.Waived)
        && net.Due.IsPositive;

    /// <summary>Gives the price of the held plan, with the current tax.</summary>
    private static Money OldPrice(Circumstances on)
    {
        if (on.Before.Plan is not { } plan)
        {
            return Money.Zero(on.Currency);
        }

        var price = plan.SoldAt.For(plan.Quantity);
        var rounding = on.Policy.Proration.Rounding;
        return rounding.Whole(
            on.Facts.Taxes?.For(plan.ProductId) is { } tax ? tax.GrossOf(price) : price, on.Currency, rounding.StepOf(on.Currency));
    }
}
