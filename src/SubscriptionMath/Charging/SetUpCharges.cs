namespace SubscriptionMath;

/// <summary>Charges the set-up fee of a new item: a line, and a lot of its own to the end of the term.</summary>
internal static class SetUpCharges
{
    internal static StepCharges Of(BillStep.SetsUp step, Circumstances on)
    {
        var (item, sold, fee) = (step.Into, step.Wanted.Price, step.Wanted.Price.SetUp!.Value);
        var price =
            new Price
            {
                Model = new PriceModel.Flat(fee),
                Currency = sold.Currency,
                Interval = sold.Interval,
                BillingTiming = BillingTiming.Once
            };
        var exact = price.For(1);
        var amount = Money.Round(exact, price.Currency, on.Mode);
        var line = new Line
        {
            Kind = LineKind.SetUp,
            Product = step.Wanted.Name,
            Quantity = 1,
            Price = fee,
            Covers = new Term(on.Moment, on.Moment),
            Share = new Share(1, 1, ProrationUnit.Terms),
            Exact = -exact,
            Amount = -amount,
            Basis = LineBasis.Price,
            Forfeited = false,
            Tax = LineTax.On(-exact, on.Facts.Taxes?.For(step.Wanted.ProductId), price.Currency),
        };
        var period = EnteringCharges.WholePeriod(item.Term, price.Interval, on.Zone);
        var lot = EnteringCharges.Bought(new SoldUnits(0, 1, LotSource.Purchase), new Segment(item.Term, item.Term), period, price, amount);
        return new StepCharges(item.ProductId, [], [new Charge(item.ProductId, line, lot)]) { ReadsTaxes = true };
    }
}
