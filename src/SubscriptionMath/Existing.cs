using NodaTime;

namespace SubscriptionMath;

/// <summary>Makes a subscription of one that another system runs: sells its period, and puts in the facts of that system.</summary>
internal static class Existing
{
    internal static Money? NotNegative(Money? amount, string name) => amount is { } given ? Require.NotNegative(given, name) : null;

    /// <summary>Whether the current period lies in a trial.</summary>
    internal static bool IsTrial(ExistingSubscription of) => of.Trial is { } trial && trial.Contains(of.Period.Start);

    internal static Subscription Of(ExistingSubscription of, Catalog catalog, BillingPolicy policy)
    {
        var sold = Sold(of, catalog, policy);
        var held = Index<SubscriptionMath.Item>.Of(sold.AddOns, static item => item.ProductId);
        var plan = Item(of, of.Plan, sold.Plan!) with { Contract = of.Plan.Contract };
        var addOns = of.AddOns.Select(item => Item(of, item, held.Find(item.ProductId)!)).ToArray();
        var owed = addOns.Append(plan).SelectMany(static item => item.Lots)
            .Aggregate(Money.Zero(of.Currency), static (sum, lot) => sum + lot.Gross - lot.GrossOf(lot.Paid));
        return sold with
        {
            Version = 0,
            Status = of.Pending is { Cart: null } ? Status.NonRenewing : owed.IsPositive ? Status.PastDue : Status.Active,
            Anchor = of.Anchor ?? ExistingFacts.AnchorOf(of.Period, of.Interval, of.Zone)!.Value,
            Plan = plan,
            AddOns = Sequence.Of<Item>(addOns),
            Trial = of.Trial is { } trial ? new TrialUse { PlanId = of.Plan.ProductId, Term = trial } : null,
            Pending = of.Pending,
            Discounts = of.Discounts,
            NextInvoice = owed.IsPositive ? [new DeferredCharge { Since = of.Period.Start, Owed = true, Amount = owed }] : [],
            Remainder = null,
            Grants = of.Grants ?? default,
            PurchasedAt = of.PurchasedAt,
            RenewedAt = of.PurchasedAt < of.Period.Start && of.Trial?.End != of.Period.Start ? of.Period.Start : null,
        };
    }

    /// <summary>Sells the period as a first purchase, at the prices as sold and without any other rule.</summary>
    private static Subscription Sold(ExistingSubscription of, Catalog catalog, BillingPolicy policy)
    {
        var plan = of.Plan;
        var asSold = new Catalog
        {
            Plans =
            [
                new Plan
                {
                    Id = plan.ProductId, Name = plan.ProductId, Rank = 0, Prices = [Bare(plan, isPlan: true)],
                    AddOns = [.. of.AddOns.Select(static item => item.ProductId)],
                },
            ],
            AddOns =
            [
                .. of.AddOns.Select(item => new AddOn { Id = item.ProductId, Name = item.ProductId, Prices = [Bare(item, isPlan: false)] }),
            ],
        };
        var cart = Cart.Of(plan.ProductId, of.Interval) with
        {
            Quantity = plan.Quantity,
            AddOns =
            [
                .. of.AddOns.Select(item => new CartAddOn
                {
                    Id = item.ProductId, Quantity = item.Quantity, Interval = asSold.AddOn(item.ProductId).Prices[0].Interval,
                }),
            ],
            Discounts = of.Discounts,
        };
        var bare = new BillingPolicy
        {
            Rules = [Rule.Otherwise(Treatments.FirstPurchase)],
            Proration = new() { Rounding = policy.Proration.Rounding },
            Invoicing = new() { Tax = policy.Invoicing.Tax, Discounts = policy.Invoicing.Discounts },
        };
        var none = Subscription.NotStarted(of.Id, of.Currency.Code, of.Zone);
        var facts = Facts.None with { Taxes = of.Taxes };
        var sold = Billing.Price(none, Change.To(cart), facts, asSold, bare, of.Period.Start).OrThrow().SubscriptionAfter;
        var stated = Index<ExistingItem>.Of(of.AddOns, static item => item.ProductId);
        return sold with
        {
            Plan = sold.Plan! with { SoldAt = Whole(plan, isPlan: true) },
            AddOns = [.. sold.AddOns.Select(held => held with { SoldAt = Whole(stated.Find(held.ProductId)!, isPlan: false) })],
        };

        Price Whole(ExistingItem item, bool isPlan) => ExistingFacts.PriceOf(of, item, catalog, isPlan)!;

        Price Bare(ExistingItem item, bool isPlan) => Whole(item, isPlan) with { SetUp = null, Contract = null, Phases = default };
    }

    private static Item Item(ExistingSubscription of, ExistingItem stated, Item sold)
    {
        var period = stated.Period ?? of.Period;
        var item = sold with
        {
            Term = period,
            Anchor = stated.Period is null || period == of.Period ? null
                : ExistingFacts.AnchorOf(period, sold.SoldAt.Interval, of.Zone) ?? new Anchor(period.End.LocalAt(of.Zone)),
            PhasesFrom = stated.PhasesFrom,
            SetUp = null,
        };
        return item with { Lots = IsTrial(of) ? default : [.. sold.Lots.Take(1).Select(lot => LotOf(of, stated, lot, item))] };
    }

    private static Lot LotOf(ExistingSubscription of, ExistingItem stated, Lot sold, Item item)
    {
        var (covers, interval) = (item.Term, item.SoldAt.Interval);
        var isWhole = ExistingFacts.IsWhole(covers, interval, of.Zone);
        var lot = sold with { Covers = covers, Period = isWhole ? covers : PeriodOf(covers, interval, of.Zone), Price = item.SoldAt };
        if (stated.Billed is { } billed && !lot.InArrears)
        {
            var whole = lot.PriceOf(lot.Quantity) - (lot.Discount?.Off ?? Fraction.Zero);
            lot = lot with
            {
                Billed = billed,
                Paid = billed,
                Discount = isWhole && billed.Exact < whole && billed != sold.Billed
                    ? LotDiscount.With(lot.Discount, whole - billed.Exact)
                    : lot.Discount,
                Tax = lot.Tax is { } tax ? tax with { Billed = TaxOn(billed, tax.Rate) } : null,
                Remainder = null,
            };
        }

        return stated.Paid is { } paid && paid != lot.Billed ? lot with { Paid = paid, AwaitsInvoice = true } : lot;
    }

    /// <summary>Gives the whole interval that ends with a shorter period; a longer period is its own.</summary>
    private static Term PeriodOf(Term covers, BillingInterval interval, DateTimeZone zone)
    {
        var end = covers.End.LocalAt(zone);
        var start = new Anchor(end).Previous(end, interval).AtStart(zone);
        return start < covers.Start ? new Term(start, covers.End) : covers;
    }

    private static Money TaxOn(Money billed, TaxRate rate) =>
        Money.Round(rate.Of(billed.Exact), billed.Currency, RoundingMode.HalfAwayFromZero);
}
