using static SubscriptionMath.Tests.Serialization.JsonCatalogs;
using static SubscriptionMath.Tests.Serialization.JsonValues;

namespace SubscriptionMath.Tests.Serialization;

/// <summary>The state as JSON: lots, items, grants, credit and the pending change.</summary>
internal static class JsonSubscriptions
{
    internal static readonly Gen<CreditLot> CreditLots =
        from left in Euros
        from expires in PerhapsValue(Instants)
        from effective in PerhapsValue(Instants)
        from priority in PerhapsValue(Gen.Choose(0, 100))
        from only in PerhapsValue(Any<ProductKind>())
        select new CreditLot { Left = left, Source = CreditSource.Promotion, Expires = expires < effective ? null : expires, Effective = effective, Priority = priority, PaysOnly = only };

    internal static readonly Gen<Line> Lines =
        from kind in Any<LineKind>()
        from product in Names
        from price in Amounts
        from covers in Terms
        from unit in Any<ProrationUnit>()
        from left in Gen.Choose(0, 30)
        from amount in Euros
        from basis in Any<LineBasis>()
        from forfeited in Bool()
        from discount in Perhaps(Fractions.Select(off => new LineDiscount(off)))
        from tax in Perhaps(SomeRates.Select(rate => new LineTax { Rate = rate, Exact = amount.Exact + new Fraction(left, 31), Amount = amount }))
        select new Line
        {
            Kind = kind,
            Product = product,
            Quantity = 1 + left,
            Price = price,
            Covers = covers,
            Share = new Share(left, 31 + left, unit),
            Exact = kind is LineKind.Unused or LineKind.Goodwill ? Exactly(price, left) : -Exactly(price, left),
            Amount = Money.Round(kind is LineKind.Unused or LineKind.Goodwill ? Exactly(price, left) : -Exactly(price, left), Euro, RoundingMode.HalfEven),
            Basis = basis,
            Forfeited = forfeited,
            Discount = discount,
            Tax = tax,
        };

    internal static readonly Gen<Lot> Lots =
        from covers in Terms
        from period in Gen.Choose(0, 3).Select(days => new Term(covers.Start - Duration.FromDays(days), covers.End + Duration.FromDays(days)))
        from quantity in Gen.Choose(1, 9)
        from above in Gen.Choose(0, 3)
        from terms in Gen.Choose(1, 2)
        from price in SomePrices
        let whole = new Term(covers.Start, covers.Start.InUtc().LocalDateTime.PlusMonths(2 * price.Interval.TotalMonths).PlusDays(2 * price.Interval.TotalDays).InUtc().ToInstant())
        from amounts in Euros.ArrayOf(4)
        from source in Any<LotSource>()
        from awaits in Bool()
        from tax in Perhaps(SomeRates.Select(rate => new LotTax { Rate = rate, Billed = rate.Percent >= 100m ? Money.OfMinor(amounts[0].Minor / 2, Euro) : Money.Zero(Euro) }))
        from drawn in Several(CreditLots)
        from reversal in Any<DiscountReversal>()
        from stage in Any<DiscountStage>()
        select new Lot
        {
            Covers = terms == 1 ? covers : covers.Intersect(whole),
            Period = terms == 1 ? period : whole,
            Quantity = quantity,
            Above = above,
            Price = price,
            Terms = terms,
            Billed = drawn.Aggregate(amounts[0] + amounts[1] + amounts[2], (sum, lot) => sum + lot.Left),
            Paid = drawn.Aggregate(amounts[0] + amounts[1], (sum, lot) => sum + lot.Left),
            Promotion = drawn,
            Carried = amounts[0],
            Credited = amounts[2],
            Kept = awaits,
            Source = source,
            AwaitsInvoice = awaits,
            Remainder = awaits ? new Fraction(2, 5) : null,
            Tax = tax,
            Discount = awaits ? null : new LotDiscount(new Fraction(quantity + above, 7), Fraction.Of(quantity + above), reversal) { OfPrice = new Fraction(above, 7), Stage = stage },
        };

    internal static readonly Gen<Item> Items =
        from product in Names
        from price in SomePrices
        from quantity in Gen.Choose(1, 9)
        from term in Terms
        from anchor in PerhapsValue(Anchors)
        from renewsWith in PerhapsValue(Gen.Choose(0, 9))
        from phases in PerhapsValue(Instants)
        from contract in PerhapsValue(Terms)
        from setUp in Perhaps(Lots)
        from lots in Several(Lots)
        select new Item
        {
            ProductId = product,
            SoldAt = price,
            Quantity = quantity,
            Term = term,
            Anchor = anchor,
            RenewsWith = renewsWith,
            PhasesFrom = phases,
            Contract = contract,
            SetUp = setUp is { } fee ? fee with { Covers = term, Period = term, Quantity = 1, Terms = 1 } : null,
            Lots = [.. lots.Distinct().Select((lot, place) => place == 0 && lot.Quantity <= quantity && lots.Count == 1 && Within(lot, term) is { } within ? within : lot with { Kept = true }).Where(lot => lot.Covers.Start <= term.End)],
        };

    /// <summary>The lot, as far as it lies in a term; null where it does not.</summary>
    private static Lot? Within(Lot lot, Term term) => lot.Covers.Intersect(term) is { IsEmpty: false } common ? lot with { Covers = common } : null;

    internal static readonly Gen<Grant> Grants =
        from kind in Names
        from source in Any<GrantSource>()
        from quantity in Gen.Choose(0, 3)
        from rests in Bool()
        from stood in Several(from id in Names from seats in Gen.Choose(0, 3) from granted in Amounts select new GrantStand { ProductId = id, Quantity = seats, Granted = granted })
        from units in Amounts.Two()
        from effective in Instants
        from expires in PerhapsValue(Instants)
        from rollover in Rollovers
        from voided in PerhapsValue(Instants)
        from priority in PerhapsValue(Gen.Choose(-1, 3))
        from cost in PerhapsValue(Fractions)
        from refill in Perhaps(
            from interval in Intervals
            from anchor in Anchors
            from since in Instants
            from zone in Zones
            select new GrantRefill { Interval = interval, From = anchor, Zone = zone, Since = since })
        select new Grant
        {
            Id = kind,
            Kind = kind,
            ProductId = kind,
            Source = source,
            Quantity = quantity,
            Granted = units.Item1,
            Used = units.Item2,
            Effective = effective,
            Created = voided,
            Expires = expires < effective ? null : expires,
            Voided = voided,
            Rests = rests,
            StoodFor = stood,
            Priority = priority,
            CostBasis = cost,
            Refill = refill,
            Rollover = rollover,
        };

    internal static readonly Gen<PendingChange> PendingChanges =
        from at in Instants.Two()
        from cart in Carts
        from named in Bool()
        select new PendingChange
        {
            RequestedAt = Instant.Min(at.Item1, at.Item2),
            EffectiveAt = Instant.Max(at.Item1, at.Item2),
            Cart = cart with { AddOns = [.. cart.AddOns.Where(addOn => addOn.Id != cart.PlanId).DistinctBy(addOn => addOn.Id)] },
            OnDate = named,
        };

    // A subscription is canceled while nothing is pending, and paused in a pause.
    internal static readonly Gen<(Status Status, PendingChange? Pending, Pause? Pause)> Standings =
        from status in Gen.Elements(Status.Active, Status.PastDue, Status.NonRenewing, Status.Paused)
        from pending in PendingChanges
        from has in Bool()
        from since in Instants
        from kept in Bool()
        from charged in Bool()
        select (
            status,
            status == Status.NonRenewing ? pending with { Cart = null } : has ? pending : null,
            status == Status.Paused ? new Pause { Since = since, KeepsTimeLeft = kept, IsCharged = charged } : null);

    internal static readonly Gen<Subscription> Held =
        from id in Names
        from version in Gen.Choose(0, int.MaxValue)
        from standing in Standings
        from zone in Zones
        from anchor in Anchors
        from quota in PerhapsValue(Anchors)
        from next in PerhapsValue(Anchors)
        from bought in PerhapsValue(Instants)
        from renewed in PerhapsValue(Instants)
        from plan in Items
        from addOns in Several(Items)
        from trial in Perhaps(Terms.Zip(Names).Select(use => new TrialUse { PlanId = use.Item2, Term = use.Item1 }))
        from waiting in Several(
            from since in Instants
            from owed in Bool()
            from amount in Euros
            from remainder in Gen.Elements<Fraction?>(null, new Fraction(1, 3), new Fraction(-15, 31))
            from lines in Several(Lines)
            select new DeferredCharge { Since = since, Owed = owed && amount.IsPositive, Amount = amount, Credited = owed && !amount.IsNegative ? amount : null, Remainder = remainder, Lines = lines })
        from grants in Several(Grants)
        from discounts in Several(SomeDiscounts)
        select new Subscription
        {
            Id = id,
            Version = version,
            Status = standing.Status,
            Zone = zone,
            Currency = Euro,
            Anchor = anchor,
            QuotaAnchor = quota,
            NextAnchor = next,
            PurchasedAt = bought,
            RenewedAt = renewed < bought ? bought : renewed,
            Plan = plan with { RenewsWith = plan.RenewsWith == 0 ? null : plan.RenewsWith },
            AddOns = [.. addOns.Where(addOn => addOn.ProductId != plan.ProductId).DistinctBy(addOn => addOn.ProductId).Select(addOn => addOn with { Contract = null })],
            Trial = trial,
            Pending = standing.Pending is { } pending ? pending with { OnDate = pending.OnDate || pending.EffectiveAt < plan.Term.End } : null,
            Pause = standing.Pause is { } pause ? pause with { Since = Instant.Max(plan.Term.Start, Instant.Min(plan.Term.End, pause.Since)) } : null,
            NextInvoice = waiting,
            Grants = grants,
            UsageDebts = [.. grants.DistinctBy(grant => grant.Kind).Select(grant => new UsageDebt { Kind = grant.Kind, Units = grant.Used })],
            Discounts = discounts,
            Remainder = discounts.IsEmpty ? null : new Fraction(-1, 3),
        };

    internal static readonly Gen<Subscription> SomeSubscriptions = Gen.Frequency(
        (1, Gen.Constant(Subscription.NotStarted("S-2", "EUR", DateTimeZone.Utc))),
        (9, Held));

    internal static readonly Gen<MoneyCredit> Credit = Several(
        from source in Any<CreditSource>()
        from lot in CreditLots
        select lot with { Source = source })
        .Select(lots => new MoneyCredit { Lots = lots });

    private static Fraction Exactly(decimal price, int left) =>
        Fraction.Of(price) * Fraction.Of(100) * Fraction.Of(1 + left) * new Fraction(left, 31 + left);
}
