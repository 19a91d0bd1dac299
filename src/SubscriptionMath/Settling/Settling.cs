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
            on.Policy.Rounding, on.Policy.Tax, on.Policy.Balance, resolution.Uses, at, OldPrice(on), resolution.Held.Plan?.ProductId);
        var collects = resolution.CollectsDeferred ? 0 : TakesAlong(bills, on, by);
        var settled = new SettledResolution(
            resolution,
            Settlement.None(on.Facts.Credit) with { Remainder = on.Before.Remainder ?? Fraction.Zero })
        {
            Held = resolution.Held.With(charged.Kept),
            CollectsDeferred = collects >= 0,
            ReadsTaxes = charged.ReadsTaxes,
        };
        for (var i = 0; i < bills.Count; i++)
        {
            settled = settled.With(
                bills[i], i == collects ? Deferred.Of(on.Before.NextInvoice, on.Currency) : Deferred.None(on.Currency), by);
        }

        return settled.WithoutLostCredit(at);
    }

    /// <summary>
    /// Finds the bill that collects charges deferred to the next invoice: the first bill with an amount to pay now; -1 for none.
    /// </summary>
    private static int TakesAlong(List<Charges> bills, Circumstances on, in SettlingTerms by)
    {
        if (on.Policy.DeferredCharges == DeferredChargePolicy.WaitForRenewal || on.Before.NextInvoice.IsEmpty)
        {
            return -1;
        }

        for (var i = 0; i < bills.Count; i++)
        {
            if (bills[i].When is not (PaymentTiming.NextInvoice or PaymentTiming.Waived)
                && Net.Of(bills[i], by, Deferred.None(on.Currency), on.Before.Remainder ?? Fraction.Zero).Due.IsPositive)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Gives the price of the held plan, with the current tax.</summary>
    private static Money OldPrice(Circumstances on)
    {
        if (on.Before.Plan is not { } plan)
        {
            return Money.Zero(on.Currency);
        }

        var price = plan.SoldAt.For(plan.Quantity);
        return Money.Round(on.Facts.Taxes?.For(plan.ProductId) is { } tax ? tax.GrossOf(price) : price, on.Currency, on.Mode);
    }
}
