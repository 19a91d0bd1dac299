using NodaTime;

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

    /// <summary>
    /// What the customer asks for instead of the discounts held. A discount for a time that is asked for again has begun already.
    /// </summary>
    internal void AskDiscounts(Sequence<Discount> asked)
    {
        foreach (var discount in asked)
        {
            if (discount is Discount.Amount { Off: var off } && off.Currency != Before.Currency)
            {
                throw new ArgumentException($"The discount '{discount.Id}' of {off} cannot be used for a subscription in {Before.Currency}.", nameof(asked));
            }
        }

        Discounts = asked.IsEmpty || Before.Discounts.IsEmpty ? asked : [.. asked.Select(AsHeld)];

        Discount AsHeld(Discount discount) => discount is { Lasts: not null, Until: null }
            ? Before.Discounts.FirstOrDefault(held => held with { Until = null } == discount) ?? discount
            : discount;
    }

    /// <summary>New discounts on products of which nothing was bought begin with the next period.</summary>
    internal void DeferNewDiscounts()
    {
        if (Discounts != Before.Discounts)
        {
            Discounts = [.. Discounts.Select(discount => discount.Periods is not { } periods || Before.Discounts.Contains(discount) || WasBought(discount)
                ? discount
                : discount with { Periods = periods + 1, FromNextPeriod = true })];
        }

        bool WasBought(Discount discount) =>
            _bills.Exists(bill => bill.Bought.Exists(bought => bought.Line?.Kind != LineKind.SetUp && discount.IsOn(bought.Item.ProductId)));
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

        Discount? Left(Discount discount) => discount.IsOver(Moment) ? null : IsOf(discount, productId, isPlan) ? discount.Renewed() : discount;
    }

    /// <summary>What is bought within a change uses up a period as a renewal does, where a period begins with it.</summary>
    /// <param name="productId">The product that is bought.</param>
    /// <param name="isPlan">Whether it is the plan.</param>
    /// <param name="begins">Whether a period of the product begins now: a term that restarts, the end of a trial.</param>
    /// <param name="isNew">Whether it was not held before.</param>
    internal void BeginPeriod(string productId, bool isPlan, bool begins, bool isNew)
    {
        if (Before.Plan is not null && !Discounts.IsEmpty)
        {
            Discounts = BegunPeriod(productId, isPlan, begins, isNew);
        }
    }

    private Sequence<Discount> BegunPeriod(string productId, bool isPlan, bool begins, bool isNew)
    {
        return [.. Discounts.Select(Begun).OfType<Discount>()];

        Discount? Begun(Discount discount) =>
            Before.Discounts.Contains(discount) && IsOf(discount, productId, isPlan) && (begins || (isNew && discount is { FromNextPeriod: true, ProductId: not null }))
                ? discount.Renewed()
                : discount;
    }

    private static bool IsOf(Discount discount, string productId, bool isPlan) => discount.ProductId == productId || (isPlan && discount.ProductId is null);

    /// <summary>Discounts for a time begin with the first thing that they are on.</summary>
    private void Begin(string productId, Instant start)
    {
        if (Discounts.Any(discount => discount is { Lasts: not null, Until: null }))
        {
            Discounts = [.. Discounts.Select(discount => discount.IsOn(productId) ? discount.Begun(start, Before.Zone) : discount)];
        }
    }

    /// <summary>
    /// A line and its lot, less what is off. What is charged in arrears has no line yet, and bears its part when it has.
    /// </summary>
    private void Discounted(ItemDraft item, Measure measure, ref Line? line, ref Lot lot)
    {
        if (!Discounts.IsEmpty && _sold is not null && lot.Origin != Origin.Extension)
        {
            TakeOff(item, measure, _sold, ref line, ref lot);
        }
    }

    private void TakeOff(ItemDraft item, Measure measure, List<(string Id, Fraction Price)> sold, ref Line? line, ref Lot lot)
    {
        Begin(item.ProductId, lot.Covers.Start);
        var (price, covers, borne) = (lot.PriceOf(lot.Quantity), lot.Covers, Fraction.Zero);
        foreach (var other in item.Lots)
        {
            borne += other.Covers.End == covers.End && other.Discount is { } its ? its.Off - its.OfPrice : Fraction.Zero;
        }

        var running = Discounts.Where(discount => !discount.FromNextPeriod && !discount.IsOver(covers.Start));
        var shares = DiscountShares.Of(sold, item.ProductId, running, Policy.Discounts.Split);
        if (DiscountShares.OfLot(shares, price, Fraction.Of(lot.Terms), borne, Policy.Discounts) is not { } discount)
        {
            return;
        }

        lot = lot with { Discount = discount };
        if (line is null)
        {
            return;
        }

        // What is charged whole is all of the price, or of what is charged once the units that were not paid for: those bear their part.
        var (share, whole) = (line.Share, line.Exact == -price || lot.Price.Charged == Charged.Once);
        var (units, interval) = (-line.Exact / price, Stretch.Of(covers, lot.Period, lot.Price.Every, lot.Terms).Interval);
        var exact = discount.Less(price, discount.Off, discount.OfPrice, part => whole ? part * units : measure.PartOf(part, share, interval), Rounded);
        var amount = Rounded(exact);
        line = line with { Exact = -exact, Amount = -amount, Discount = new LineDiscount(whole ? discount.Off * units : discount.Off) };
        lot = lot with { Billed = amount, Paid = amount };

        Money Rounded(Fraction minor) => Money.Round(minor, Before.Currency, Policy.Rounding.Mode);
    }
}
