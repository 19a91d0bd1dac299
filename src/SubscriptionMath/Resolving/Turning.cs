using NodaTime;

namespace SubscriptionMath;

/// <summary>Resolves the turn of an item to its next term: bought now, bought ahead, or bought earlier and begun now.</summary>
/// <param name="On">The given values of the pricing.</param>
/// <param name="Catalog">The catalog.</param>
/// <param name="Resumes">The treatment of a resumption that begins a term anew; null for a renewal.</param>
internal sealed partial record Turning(Circumstances On, Catalog Catalog, Treatment? Resumes)
{
    /// <summary>Gets the items that are sold together, if a discount runs.</summary>
    internal PricedItems? SoldTogether { get; init; }

    /// <summary>Gets the add-ons of the cart that waits for the end of the term, or null if none waits.</summary>
    internal Index<CartAddOn>? Waiting { get; init; }

    private DateTimeZone Zone => On.Zone;

    private Settles Settles => Resumes is { } treatment ? Settles.By(treatment) : Settles.AsRenewal;

    internal static Turning Of(Resolution resolution, Catalog catalog, Treatment? resumes) => new(resolution.On, catalog, resumes)
    {
        Waiting = resolution is { Pending: not null, On.Before.Pending: { OnDate: false } pending }
            ? Index<CartAddOn>.Of(pending.Cart?.AddOns ?? default, static entry => entry.Id)
            : null,
    };

    /// <summary>Adds the items that are sold together, if there is a discount.</summary>
    internal Turning Selling(Holdings held, Sequence<Discount> discounts) =>
        discounts.IsEmpty ? this : this with { SoldTogether = SubscriptionMath.SoldTogether.Renewed(held, this) };

    /// <summary>Gives the number of units with which an add-on renews; zero if the add-on, or the pending cart, ends it.</summary>
    internal int RenewsWith(Item addOn) => Catalog.HeldAddOn(addOn.ProductId).RunsOut ? 0
        : Waiting is { } cart ? cart.Find(addOn.ProductId)?.Quantity ?? 0
        : addOn.RenewsWith ?? addOn.Quantity;

    /// <summary>Gives an item as sold at its renewal: at the renewal's price, with the renewing units.</summary>
    internal Wanted Renewed(Item item, GrantSource source)
    {
        if (source == GrantSource.Plan)
        {
            var plan = Catalog.HeldPlan(item.ProductId);
            return Wanted.Of(plan, RenewalPriceOf(item, plan.Prices, item.Quantity), item.Quantity);
        }

        var addOn = Catalog.HeldAddOn(item.ProductId);
        var quantity = item.RenewsWith is > 0 and var units ? units : item.Quantity;
        return Wanted.Of(addOn, RenewalPriceOf(item, addOn.Prices, quantity), quantity);
    }

    /// <summary>Gives the price of the next term, in the phase in which that term begins.</summary>
    internal Price RenewalPriceOf(Item item, Sequence<Price> prices, int quantity)
    {
        var (renewal, from) = (On.Policy.Renewal, Instant.Max(On.Moment, item.ChargedThrough));
        var sold = item.SoldAt.InPhase(item.PhasesFrom, from, Zone);
        var listed = renewal.Price == RenewalPrice.FromCatalog ? PriceList.Find(prices, item.SoldAt.Interval, On.Currency) : null;
        return listed?.InPhase(item.PhasesFrom, from, Zone) is not { } price ? sold
            : renewal.RaisedAtMost is { } part ? price.RaisedAtMost(sold, part, quantity)
            : price;
    }

    /// <summary>Resolves the next term of an item that continues: bought ahead before, or bought now.</summary>
    internal ItemTurned GoOn(Item item, in Sale sale, Running running)
    {
        if (item.BoughtAhead is { } ahead)
        {
            return BeginAhead(item, ahead, sale, running);
        }

        var next = NextTermOf(item.Anchor, sale, running.Schedule);
        var beginning = new Beginning(
            item.Anchor is null ? null : next.Term.Anchor, ContractOf(item, sale, next.Term.Term.Start), IsNew: false);
        var begun = Begin(sale with { Wanted = sale.Wanted.PaidBefore(item.Quantity) }, next, beginning, running.Discounts);
        return HasNoCredits(sale.Wanted) ? begun
            : begun with
            {
                Grants =
                [
                    sale.IsPlan ? new GrantStep.PlanRenewed(sale.Wanted, next.Term.Term.End) : new GrantStep.AddOnLeft(item.ProductId),
                    .. begun.Grants,
                ],
            };
    }

    private ItemTurned BeginAhead(Item item, Lot ahead, in Sale sale, Running running)
    {
        var (term, interval, schedule) = (ahead.Covers, item.SoldAt.Interval, running.Schedule);
        var anchor = (item.Anchor ?? schedule.Anchor).OrFrom(term.Start, interval, Zone);
        if (!sale.IsPlan && item.RenewsWith is not null)
        {
            // The item has the units that were bought ahead, so a change of units that waited for this renewal is made.
            var units = item.Lots.Where(lot => lot.Covers.Start == term.Start).Sum(lot => lot.Quantity);
            item = item with { Quantity = units, RenewsWith = item.RenewsWith == units ? null : item.RenewsWith };
        }

        var after = item with
        {
            Term = term,
            Contract = ContractOf(item, sale, term.Start),
            SoldAt = item.SoldAt.InPhase(item.PhasesFrom, term.Start, Zone),
            Anchor = item.Anchor is null ? null : anchor,
        };
        var ofPlan = schedule.Next is { } moved && moved.Begins(term.End, interval, Zone) ? moved : anchor;
        return new ItemTurned(after, running with { Schedule = sale.IsPlan ? schedule with { Anchor = ofPlan } : schedule })
        {
            Grants = [sale.IsPlan ? new GrantStep.PlanRenewed(sale.Wanted, term.End) : new GrantStep.AddOnLeft(item.ProductId)],
            BeginsAhead = true,
        };
    }

    private Term? ContractOf(Item item, in Sale sale, Instant start)
    {
        var price = sale.Wanted.Price;
        return !sale.IsPlan ? null
            : price.Interval == item.SoldAt.Interval ? ContractTerm.Renewed(price, item.Contract, start, Zone)
            : ContractTerm.Sold(sale.Wanted, item, anew: false, start, Zone);
    }

    /// <summary>Begins a term of an item, and buys the whole term.</summary>
    internal ItemTurned Begin(in Sale sale, NextTerm next, in Beginning beginning, Sequence<Discount> discounts)
    {
        var (wanted, cut) = (sale.Wanted, ContractTerm.Cut(next.Term, Item.EndOf(sale.Wanted.Price, beginning.Contract)));
        if (cut.Term != next.Term.Term)
        {
            // A term that a contract cuts costs its part, as a stub does.
            next = next with { Term = cut, Stub = next.Term.Term == next.Term.Period ? NewPrice.ForTheRest : next.Stub };
        }

        var item = new Item
        {
            ProductId = wanted.ProductId,
            SoldAt = wanted.Price,
            Quantity = wanted.Quantity,
            Term = next.Term.Term,
            Anchor = beginning.Anchor,
            PhasesFrom = sale.PhasesFrom,
            Contract = beginning.Contract,
        };
        var (collects, bought) = (Resumes is not { PaymentTiming: PaymentTiming.NextInvoice }, Buy(item, sale, next, discounts));
        var setsUp = beginning.IsNew && wanted.Price.SetUp is not (null or 0m)
            ? new BillStep.SetsUp(Settles.AsRenewal, item, wanted)
            : null;
        var opens = collects && (setsUp is null ? bought.Steps.IsEmpty : Resumes is not null) ? new BillStep.BillOpens(Settles) : null;
        return bought with
        {
            Running = bought.Running with { Schedule = sale.IsPlan ? next.Schedule with { Anchor = next.Term.Anchor } : next.Schedule },
            CollectsDeferred = collects,
            Steps = opens is null && setsUp is null
                ? bought.Steps
                : [.. new BillStep?[] { opens, setsUp }.OfType<BillStep>(), .. bought.Steps],
        };
    }

    /// <summary>Buys a term of an item before the term begins.</summary>
    internal ItemTurned BuyAhead(Item item, GrantSource source, PlanTerm term, Running running)
    {
        var sale = new Sale(Renewed(item, source).PaidBefore(item.Quantity), null, source);
        return Buy(item, sale, new NextTerm(term, NewPrice.ForTheRest, running.Schedule), running.Discounts);
    }

    private ItemTurned Buy(Item item, in Sale sale, in NextTerm next, Sequence<Discount> discounts)
    {
        var (wanted, term, measure) = (sale.Wanted, next.Term, sale.Wanted.Measure ?? On.Policy.Proration.Measure);
        var whole = term.Period == term.Term;
        var price = Resumes is { BeginsAnew: true, NewPrice: var resumed }
            ? (whole && resumed == NewPrice.ForTheRest ? NewPrice.Full : resumed)
            : whole || term.IsChargedInFull(wanted.Price, On.Policy.Renewal) ? NewPrice.Full
            : next.Stub;
        var (running, steps) = (new RunningDiscounts(discounts, SoldTogether), default(Sequence<BillStep>));
        if (price != NewPrice.NothingUntilRenewal || wanted.Price.BillingTiming == BillingTiming.Once)
        {
            var sold = new SoldUnits(0, wanted.Quantity, LotSource.Purchase);
            var segment = new Segment(term.Term, term.Period) { IsFirst = true };
            var units = new EnteringUnits(sold, price, [segment], measure, term.Anchor);
            running = running.Begun(item.ProductId, units, wanted.Price.BillingTiming, Zone);
            steps = [new BillStep.UnitsEnter(Settles, item, wanted, units, running)];
        }

        return new ItemTurned(item, new Running(next.Schedule, running.Discounts))
        {
            Steps = steps,
            Grants = HasNoCredits(wanted) ? default : [Entered(sale, term, measure)],
        };
    }

    /// <summary>
    /// Gives the sale of a product that is new, or new at its price: in its phase at the moment, with the start of its phases.
    /// </summary>
    internal Sale InPhase(Wanted wanted, GrantSource source, TrialFate fate)
    {
        var from = PhaseStart.Find(wanted.Price, On.Before, null, fate, On.Moment);
        return new Sale(wanted with { Price = wanted.Price.InPhase(from, On.Moment, Zone) }, from, source);
    }

    internal static Price Sold(Price? price, string product, BillingInterval interval) =>
        price ?? throw new ArgumentException(
            $"The pending change asks for {product} per {interval}, which the catalog does not sell any more.", nameof(price));
}
