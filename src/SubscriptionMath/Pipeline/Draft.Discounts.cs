namespace SubscriptionMath;

/// <content>The discounts: what they take off what is bought, and how they are used up.</content>
internal sealed partial class Draft
{
    private List<(string Id, Fraction Price)>? _sold;

    /// <summary>The discounts from now on.</summary>
    internal Sequence<Discount> Discounts { get; private set; }

    /// <summary>The items that are sold together from now on: a discount on the invoice is split over these.</summary>
    internal void Sells(string productId, Price price, int quantity)
    {
        if (!Discounts.IsEmpty)
        {
            _sold ??= [];
            _sold.RemoveAll(item => item.Id == productId);
            _sold.Add((productId, price.For(quantity)));
        }
    }

    /// <summary>What the customer asks for instead of the discounts held.</summary>
    internal void AskDiscounts(Sequence<Discount> asked)
    {
        foreach (var discount in asked)
        {
            if (discount is Discount.Amount { Off: var off } && off.Currency != Before.Currency)
            {
                throw new ArgumentException($"The discount '{discount.Id}' of {off} cannot be used for a subscription in {Before.Currency}.", nameof(asked));
            }
        }

        Discounts = asked;
    }

    /// <summary>Where nothing was bought, discounts that are new begin with the next period.</summary>
    internal void DeferNewDiscounts()
    {
        if (Discounts != Before.Discounts && !_bills.Exists(bill => bill.Lines.Exists(line => line.Kind == LineKind.NewPrice)))
        {
            Discounts = [.. Discounts.Select(discount => Before.Discounts.Contains(discount) || discount.Periods is not { } periods ? discount : discount with { Periods = periods + 1 })];
        }
    }

    /// <summary>A renewal uses up one period of the discounts on what is renewed; those on the invoice go with the plan.</summary>
    internal void UseUp(string productId, bool isPlan)
    {
        var held = Discounts;
        Discounts = [.. held.Select(Left).OfType<Discount>()];
        if (Pending is { Cart: { } cart } pending && !cart.Discounts.IsEmpty)
        {
            Pending = pending with { Cart = cart with { Discounts = [.. cart.Discounts.Select(discount => held.Contains(discount) ? Left(discount) : discount).OfType<Discount>()] } };
        }

        Discount? Left(Discount discount) =>
            discount.Periods is not { } periods || !(discount.ProductId == productId || (isPlan && discount.ProductId is null)) ? discount
            : periods > 1 ? discount with { Periods = periods - 1 }
            : null;
    }

    /// <summary>
    /// A line and its lot, less what is off; units that are added bear what those held do not bear already. What is charged in arrears has no line yet, and
    /// bears its part when it has.
    /// </summary>
    private void Discounted(ItemDraft item, Measure measure, ref Line? line, ref Lot lot)
    {
        if (Discounts.IsEmpty || _sold is null || DiscountShares.Of(_sold, item.ProductId, Discounts, Policy.Discounts.Split) is not { } share)
        {
            return;
        }

        var (price, end, terms) = (lot.PriceOf(lot.Quantity), lot.Covers.End, Fraction.Of(lot.Terms));
        var (borne, borneOfPrice) = (Fraction.Zero, Fraction.Zero);
        foreach (var other in item.Lots)
        {
            borne += other.Covers.End == end ? other.Discount?.Off ?? Fraction.Zero : Fraction.Zero;
            borneOfPrice += other.Covers.End == end ? other.Discount?.OfPrice ?? Fraction.Zero : Fraction.Zero;
        }

        var off = Fraction.Min(price, Fraction.Max(Fraction.Zero, (share.Off * terms) - borne));
        var ofPrice = Fraction.Min(off, Fraction.Max(Fraction.Zero, (share.OfPrice * terms) - borneOfPrice));
        if (off.IsZero)
        {
            return;
        }

        lot = lot with { Discount = new LotDiscount(off, Fraction.Max(off, share.Whole * terms), Policy.Discounts.Reversal) { OfPrice = ofPrice } };
        if (line is null)
        {
            return;
        }

        // What is charged whole is all of the price, or of what is charged once the units that were not paid for: those bear their part.
        var whole = line.Exact == -price || lot.Price.Charged == Charged.Once;
        var interval = Stretch.Of(lot.Covers, lot.Period, lot.Price.Every, lot.Terms).Interval;
        var taken = whole ? off * -line.Exact / price : off;
        var exact = whole ? line.Exact + taken : -measure.PartOf(price - off, line.Share, interval);
        var amount = Money.Round(-exact, Before.Currency, Policy.Rounding.Mode);
        line = line with { Exact = exact, Amount = -amount, Discount = new LineDiscount(taken) };
        lot = lot with { Billed = amount, Paid = amount };
    }
}
