using NodaTime;

namespace SubscriptionMath;

/// <summary>A resolution with its bills settled so far. Bought time moves a term's end, so ends are final after the last bill.</summary>
/// <param name="Resolution">The resolution, with the time that a surplus has bought.</param>
/// <param name="Settlement">The settlement of those bills.</param>
internal readonly record struct SettledResolution(Resolution Resolution, Settlement Settlement)
{
    /// <summary>Gets the items, with the lots sold on those bills.</summary>
    internal required Holdings Held { get; init; }

    /// <summary>Gets whether one of the bills collects deferred charges.</summary>
    internal required bool CollectsDeferred { get; init; }

    /// <summary>Gets whether the current tax rates were read.</summary>
    internal bool ReadsTaxes { get; init; }

    /// <summary>Gets the number of other subscriptions on the account, if it was read.</summary>
    internal int? Others { get; init; }

    private Circumstances On => Resolution.On;

    /// <summary>Settles one more bill.</summary>
    /// <param name="charges">The charges of the bill.</param>
    /// <param name="net">Their net.</param>
    /// <param name="deferred">The charges deferred to the bill.</param>
    /// <param name="by">The terms.</param>
    internal SettledResolution With(Charges charges, Net net, in Deferred deferred, in SettlingTerms by)
    {
        var settled = this;
        if (charges.Surplus is Surplus.Time && net.Surplus.Sign > 0 && Held.Plan is { } plan)
        {
            (settled, charges, net) = BuyTime(plan, charges, net);
        }

        var bill = SettledBill.Of(charges, net, deferred, by, Settlement);
        return settled with
        {
            Held = SoldItems.HandOver(settled.Held, bill.Sold),
            Settlement = Settlement.Plus(bill),
        };
    }

    /// <summary>Buys time on the plan with a surplus, and adds the rest of the surplus to the net.</summary>
    private (SettledResolution Settled, Charges Charges, Net Net) BuyTime(Item plan, Charges charges, in Net net)
    {
        // On a free plan there is no time to buy, so the whole surplus is left.
        if (plan.SoldAt.For(plan.Quantity).IsZero)
        {
            return (this, charges, net with { TimeLeft = net.Surplus });
        }

        var on = new Covered(plan, Resolution.TimeSold!, On.Facts.Taxes?.For(plan.ProductId), On);
        var bought = Coverage.Of(net.Surplus, charges, on, Resolution.Schedule.Anchor);
        var taxed = bought.Charges.Length == 0 ? [] : TaxedCharges.Of(bought.Charges, charges.AreApart, On.Policy);
        return (
            TimeAdded.To(this, plan, bought) with { ReadsTaxes = true },
            charges with { All = [.. charges.All, .. taxed] },
            net with { TimeLeft = bought.Left });
    }

    /// <summary>Takes away money credit that has expired, or that is lost with the subscription.</summary>
    internal SettledResolution WithoutLostCredit(Instant at)
    {
        var lost = On.Policy.Balance.LostAt(Resolution.Ends, Resolution.Cancels);
        int? others = lost is { Paid: false, Promotion: false } ? null : On.Facts.OtherSubscriptions;
        return this with
        {
            Others = others,
            Settlement = Resolution.CreditExpires ? Settlement.Plus(CreditLost.Expired(Settlement.Credit, On.Currency, at))
                : others == 0 ? Settlement.Plus(CreditLost.WithSubscription(Settlement.Credit, On.Currency, at, lost))
                : Settlement,
        };
    }
}
