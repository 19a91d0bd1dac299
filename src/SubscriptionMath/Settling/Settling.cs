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
        var (none, waiting) = (Deferred.None(on.Currency), Deferred.Of(on.Before.NextInvoice, on.Currency));
        for (var i = 0; i < bills.Count; i++)
        {
            var (bill, deferred) = (bills[i], resolution.CollectsDeferred && i == 0 ? waiting : none);
            var (held, collected) = (settled.Settlement.Remainder, settled.CollectsDeferred && i > 0);
            var before = new EarlierRemainder(held, settled.CollectsDeferred ? Fraction.Zero : waiting.Remainder);
            var net = Net.Of(bill, by, deferred, before);
            if (!settled.CollectsDeferred && TakesAlong(bill, net, on))
            {
                // The net decides whether the bill collects; then the invoice may be rounded as a whole.
                (deferred, before) = (waiting, before with { Waiting = Fraction.Zero });
                (settled, net) = (settled with { CollectsDeferred = true }, Net.Of(bill, by, deferred, before));
            }

            if (!resolution.Ends && LeastCharge.Waits(bill, net.Due + deferred.Amount, deferred, by, settled.Settlement.Credit))
            {
                // Nothing is paid now, so the bill collects nothing: its charges wait beside those before.
                (bill, deferred) = (bill with { Settles = bill.Settles with { When = PaymentTiming.NextInvoice } }, none);
                settled = settled with
                {
                    CollectsDeferred = collected,
                    Settlement = settled.Settlement with { ReadsCredit = true },
                };
                net = Net.Of(bill, by, deferred, new EarlierRemainder(held, collected ? Fraction.Zero : waiting.Remainder));
            }

            settled = settled.With(bill, net, deferred, by);
        }

        return settled.WithoutLostCredit(at);
    }

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
