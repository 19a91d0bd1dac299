using System.Numerics;

namespace SubscriptionMath.Tests.Laws.Oracles;

/// <content>A renewal: what was used is owed, what ends is bought for one term more, and all that waits is billed with it.</content>
internal sealed partial class Reckoning
{
    private bool _renews;

    /// <summary>Whether it is a plain one: no change waits, no billing day was moved, nothing was bought ahead, and no contract or trial ends.</summary>
    internal static bool RenewsPlainly(Situation now) => now.Subscription is { Plan: { } plan, Pending: null, NextAnchor: null, Status: Status.Active or Status.PastDue } held
        && held.AddOns.Prepend(plan).All(item => item.Lots.All(lot => lot.Covers.Start < item.Term.End) && (item.Term.End == now.At || item.Term.End > now.At))
        && plan.Term.End == now.At
        && held.Trial?.Term.End != now.At
        && plan.SoldAt.Contract is not { Then: AfterContract.Ends }
        && now.Policy.Renewal is { DaysAhead: 0, TakesAddOnsAlong: false };

    internal static Reckoning OfRenewal(Situation now)
    {
        var reckoning = new Reckoning(new Question(now, Change.To(now.Subscription.Cart()))) { _renews = true };
        var lines = reckoning.BillOf(RenewedLike).Lines;
        foreach (var item in reckoning.Held())
            reckoning.UsedToTheEnd(item, lines);

        var discounts = reckoning.DiscountsLeft();
        reckoning._together.AddRange(reckoning.Held().Where(item => item.RenewsWith != 0 && !reckoning.RunsOut(item))
            .Select(item => (item, reckoning.PriceOfRenewal(item)))
            .Where(one => one.Item2.BillingTiming != BillingTiming.Once)
            .Select(one => (one.item.ProductId, UnitByUnit.Price(one.Item2, one.item.RenewsWith ?? one.item.Quantity))));
        foreach (var item in reckoning.Held().Where(item => item.Term.End == now.At && item.RenewsWith != 0 && !reckoning.RunsOut(item)))
            reckoning.BuyNext(item, discounts, lines);

        foreach (var (like, its, gifts, paying) in reckoning._bills)
            reckoning.Settle(like, its, gifts, paying);

        return reckoning;
    }

    private static Treatment RenewedLike { get; } =
        new(Timing.Now, TrialFate.Kept, TermRule.EndKept, UnusedValue.None, NewPrice.Full, PaymentTiming.Now, Surplus.ToBalance);

    private IEnumerable<Item> Held() => _before.AddOns.Prepend(_before.Plan!);

    private bool RunsOut(Item item) => item != _before.Plan && _question.Situation.Catalog.AddOn(item.ProductId).RunsOut;

    private string NameOf(Item item) =>
        item == _before.Plan ? _question.Situation.Catalog.Plan(item.ProductId).Name : _question.Situation.Catalog.AddOn(item.ProductId).Name;

    private void UsedToTheEnd(Item item, List<OracleLine> lines)
    {
        var measure = (item == _before.Plan ? null : _question.Situation.Catalog.AddOn(item.ProductId).Measure) ?? _question.Policy.Proration.Measure;
        var name = NameOf(item);
        var move = new Moving(item.ProductId, name, item, name, item.Quantity, null, 0, RenewedLike, UnusedValue.OfAllLots, true, item == _before.Plan, measure);
        foreach (var lot in item.Lots.Where(lot => lot.Price.BillingTiming == BillingTiming.InArrears && lot.Covers.End <= At && lot.Source != LotSource.Extension))
        {
            var dividing = new Dividing(measure, Times(lot.Price.Interval, lot.Terms), item.Anchor ?? _before.Anchor, Zone) { Period = lot.Period };
            Use(move, lot, lot.Quantity, dividing, Rational.Zero, lines);
        }
    }

    /// <summary>The price of the next term: as sold or from the catalog, raised at most so much, in the phase of that term.</summary>
    private Price PriceOfRenewal(Item item)
    {
        var (renewal, units, begins) = (_question.Policy.Renewal, item.RenewsWith ?? item.Quantity, Instant.Max(At, item.Term.End));
        var sold = InPhaseAt(item.SoldAt, item.PhasesFrom, begins);
        var prices = item == _before.Plan ? _question.Situation.Catalog.Plan(item.ProductId).Prices : _question.Situation.Catalog.AddOn(item.ProductId).Prices;
        if (renewal.Price == RenewalPrice.AsSold || prices.FirstOrDefault(price => price.Interval == item.SoldAt.Interval && price.Currency == _before.Currency) is not { } today)
            return sold;

        var listed = InPhaseAt(today, item.PhasesFrom, begins);
        if (renewal.RaisedAtMost is not { } part)
            return listed;

        var (old, asked) = (UnitByUnit.Price(sold, units), UnitByUnit.Price(listed, units));
        var most = old.Plus(old.Times((BigInteger)part.Numerator, (BigInteger)part.Denominator));
        return most.IsAtLeast(asked) ? listed
            : part.IsZero ? sold
            : throw new NotSupportedException("A price that is raised in part has no second computation.");
    }

    /// <summary>Each renewal of its product uses a period; the plan's uses one of those on the invoice. One that waited begins.</summary>
    private List<Discount> DiscountsLeft()
    {
        var left = new List<Discount>();
        foreach (var discount in _before.Discounts)
        {
            var uses = Held().Count(item => item.Term.End == At && (discount.ProductId is { } id ? id == item.ProductId : item == _before.Plan));
            if (discount.Until <= At || discount.Periods <= uses)
                continue;

            left.Add(uses == 0 ? discount : discount with { Periods = discount.Periods - uses, FromNextPeriod = false });
        }

        return left;
    }

    private void BuyNext(Item item, List<Discount> discounts, List<OracleLine> lines)
    {
        var (price, units) = (PriceOfRenewal(item), item.RenewsWith ?? item.Quantity);
        var end = Count.After(At, item.Anchor ?? _before.Anchor, price.Interval, 1, Zone);
        if (item == _before.Plan)
            _planTerm = new Term(At, end);

        // What is charged once was charged for the units held.
        var paid = price.BillingTiming == BillingTiming.Once ? Math.Min(item.Quantity, units) : 0;
        if (price.BillingTiming == BillingTiming.InArrears || paid == units)
            return;

        var (alone, all) = (UnitByUnit.Beyond(price, paid, units - paid), UnitByUnit.Price(price, units));
        var running = discounts.Where(discount => !discount.FromNextPeriod && !IsOver(discount, item.ProductId, At)).ToList();
        var together = _together.Any(one => one.Id == item.ProductId) ? _together : [.. _together, (item.ProductId, all)];
        var (off, percent) = DiscountReckoning.Off(together, item.ProductId, running, _question.Policy.Invoicing.Discounts.Split, alone, 1, Rational.Zero);
        var exact = DiscountReckoning.Less(_question.Policy.Invoicing.Discounts.Stage, alone, off, percent, part => part, Rounding.Mode);
        lines.Add(new OracleLine(LineKind.NewPrice, NameOf(item), units - paid, end, exact.Negated(), -exact.Rounded(Rounding.Mode), false) { Tax = Taxed(item.ProductId, exact.Negated()) });
    }
}
