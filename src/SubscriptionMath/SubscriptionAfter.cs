using NodaTime;

namespace SubscriptionMath;

/// <summary>Folds a settled resolution and its usage credits into the next subscription.</summary>
internal static class SubscriptionAfter
{
    /// <summary>Gives the next subscription, with the next version; without a difference, the same subscription.</summary>
    internal static Subscription Of(in SettledResolution settled, in GrantsAfter grants)
    {
        var (resolution, settlement) = (settled.Resolution, settled.Settlement);
        var (before, moment) = (resolution.On.Before, resolution.On.Moment);
        var waits = settled.CollectsDeferred ? default : before.NextInvoice;
        var held = resolution.Changes ? Final(settled) : Holdings.Of(before);
        var (schedule, plan) = (resolution.Schedule, held.Plan);
        var (purchased, renewed) = Dates(resolution.On, plan);
        var next = before with
        {
            Version = before.Version + 1,
            Status = StatusOf(settled),
            Anchor = schedule.Anchor,
            NextAnchor = schedule.Next == schedule.Anchor ? null : schedule.Next,
            PurchasedAt = purchased,
            RenewedAt = renewed,
            Plan = plan,
            AddOns = held.AddOns,
            Trial = resolution.Trial,
            Pending = resolution.Pending is { OnDate: false } pending && plan is not null && pending.EffectiveAt != plan.ChargedThrough
                ? pending with { EffectiveAt = plan.ChargedThrough }
                : resolution.Pending,
            Pause = resolution.Pause,
            Discounts = resolution.Discounts,
            NextInvoice = settlement.Deferred.IsEmpty ? waits : Waiting(waits, settlement.Deferred, moment),
            Remainder = settlement.Remainder.IsZero ? null : settlement.Remainder,
            Grants = grants.Grants,
            UsageDebts = grants.Debts,
        };
        return !resolution.Changes && next with { Version = before.Version } == before ? before : next.Consistent();
    }

    /// <summary>Gives the instants of the purchase and of the last renewal. The term after a trial is the first one paid.</summary>
    private static (Instant? Purchased, Instant? Renewed) Dates(Circumstances on, Item? plan)
    {
        var before = on.Before;
        return plan is null ? (null, null)
            : before.Plan is not { } older || (older.SoldAt.IsFree && !plan.SoldAt.IsFree) ? (on.Moment, null)
            : on.AtBoundary && plan.Term.Start >= older.Term.End && before.Trial?.Term.End != older.Term.End
                ? (before.PurchasedAt, plan.Term.Start)
            : (before.PurchasedAt, before.RenewedAt);
    }

    private static Sequence<DeferredCharge> Waiting(Sequence<DeferredCharge> waits, Sequence<Deferred> deferred, Instant moment) =>
        [.. waits, .. deferred.Where(one => !one.IsNone).Select(one => Waiting(one, moment))];

    private static DeferredCharge Waiting(in Deferred deferred, Instant moment) => new()
    {
        Since = moment,
        Amount = deferred.Amount,
        Credited = deferred.Credited.IsPositive ? deferred.Credited : null,
        Remainder = deferred.Remainder.IsZero ? null : deferred.Remainder,
        Lines = deferred.Lines,
    };

    /// <summary>A bill that collects deferred charges ends the status past due; owed charges that no bill collects begin it.</summary>
    private static Status StatusOf(in SettledResolution settled)
    {
        var status = settled.Resolution.Status;
        return status == Status.PastDue && settled.CollectsDeferred ? Status.Active
            : status == Status.Active && !settled.CollectsDeferred && IsOwed(settled.Resolution.On.Before.NextInvoice) ? Status.PastDue
            : status;
    }

    private static bool IsOwed(Sequence<DeferredCharge> charges)
    {
        foreach (var charge in charges)
        {
            if (charge.Owed)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Gives the items without ended lots; lots that waited for the invoice are paid if a bill collects.</summary>
    private static Holdings Final(in SettledResolution settled)
    {
        var (held, promotion) = (KeptAnchors(settled), settled.Settlement.ForDeferred);
        var (at, invoiced) = (settled.Resolution.On.Moment, settled.CollectsDeferred);
        var plan = held.Plan is { } item ? Final(item, at, invoiced, ref promotion) : null;
        var addOns = held.AddOns.IsEmpty ? [] : new Item[held.AddOns.Count];
        for (var i = 0; i < addOns.Length; i++)
        {
            addOns[i] = Final(held.AddOns[i], at, invoiced, ref promotion);
        }

        return new Holdings(plan, new Sequence<Item>(addOns));
    }

    /// <summary>An add-on that continues while the plan's anchor moves keeps the anchor by which its periods were sold.</summary>
    private static Holdings KeptAnchors(in SettledResolution settled)
    {
        var (held, before) = (settled.Held, settled.Resolution.On.Before);
        if (held.AddOns.IsEmpty || settled.Resolution.Schedule.Anchor == before.Anchor)
        {
            return held;
        }

        var older = Index<Item>.Of(before.AddOns, static item => item.ProductId);
        var addOns = new Item[held.AddOns.Count];
        for (var i = 0; i < addOns.Length; i++)
        {
            var addOn = held.AddOns[i];
            addOns[i] = GoesOn(addOn, older.Find(addOn.ProductId)) ? addOn with { Anchor = before.Anchor } : addOn;
        }

        return held with { AddOns = new Sequence<Item>(addOns) };

        static bool GoesOn(Item addOn, Item? older) =>
            addOn is { Anchor: null, Lots.IsEmpty: false } && older is { Anchor: null, Lots.IsEmpty: false }
            && older.Term.Start == addOn.Term.Start && older.Lots[0].Period == addOn.Lots[0].Period;
    }

    /// <summary>Gives the item without ended lots. A lot in arrears is held until it is charged.</summary>
    private static Item Final(Item item, Instant at, bool invoiced, ref Sequence<CreditLot> promotion)
    {
        var lots = default(List<Lot>);
        for (var i = 0; i < item.Lots.Count; i++)
        {
            var lot = item.Lots[i];
            var ended = HasEnded(lot, item, at);
            var paid = invoiced && !ended ? Invoiced(lot, ref promotion) : lot;
            lots = lots is null && (ended || !ReferenceEquals(paid, lot)) ? [.. item.Lots.AsSpan()[..i]] : lots;
            if (!ended)
            {
                lots?.Add(paid);
            }
        }

        var setUp = item.SetUp is not { } fee || fee.Covers.End <= at ? null : invoiced ? Invoiced(fee, ref promotion) : fee;
        return lots is null && ReferenceEquals(setUp, item.SetUp)
            ? item
            : item with { Lots = lots?.ToSequence() ?? item.Lots, SetUp = setUp };
    }

    private static bool HasEnded(Lot lot, Item item, Instant at) =>
        !lot.InArrears && lot.Covers.End <= at && !Item.IsExtended(lot, item.Lots.AsSpan(), at);

    /// <summary>Pays a lot that waited for the invoice.</summary>
    private static Lot Invoiced(Lot lot, ref Sequence<CreditLot> promotion)
    {
        if (!lot.AwaitsInvoice)
        {
            return lot;
        }

        (var paid, promotion) = Promotions.Split(promotion, lot.Gross - lot.GrossOf(lot.Paid));
        return lot with { AwaitsInvoice = false, Paid = lot.Billed, Promotion = Promotions.Join(lot.Promotion, paid) };
    }
}
