namespace SubscriptionMath;

/// <summary>A purchase for one item: a number of units for one stretch of time, and the amount billed for them.</summary>
/// <remarks>
/// <para>
/// A lot keeps the stretch that it covers apart from the period of its price: 275 of 365 days of EUR 100.00 are not
/// "EUR 75.34 for 275 days", which would lose a cent at the second change.
/// </para>
/// <para>
/// The value of a lot is the price of its units x time left / period, exactly. The amount billed and not yet credited is the cap.
/// The price of the units is the price as sold of all units up to them, less that of the units beneath.
/// </para>
/// </remarks>
/// <example>
/// Personal bought on 1 April 2026 for the rest of a year at EUR 100.00: covers 1 April to 1 January, period 1 January to 1 January, price
/// 100, billed EUR 75.34. Three seats at EUR 50.00 of which one leaves become a lot of two, with the credit for the third in <see
/// cref="Credited"/>.
/// </example>
public sealed partial record Lot
{
    // Kept by reference: most lots have none, and every quote makes some lots.
    private readonly object? _remainder;

    /// <summary>Gets the stretch bought; its end is exclusive.</summary>
    public required Term Covers { get; init; }

    /// <summary>Gets the whole period whose price is prorated; its end is exclusive.</summary>
    /// <exception cref="ArgumentException">The period is empty.</exception>
    public required Term Period
    {
        get;
        init => field = value.IsEmpty ? throw new ArgumentException($"The period {value} of a lot is empty.", nameof(Period)) : value;
    }

    /// <summary>Gets the number of units; 1 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is less than 1.</exception>
    public required int Quantity { get; init => field = Require.AtLeast(1, value, nameof(Quantity)); }

    /// <summary>Gets the number of units held for the same time beneath these: these are priced as the units after them.</summary>
    /// <remarks>
    /// Five seats added to ten cost the price of fifteen less the price of ten. The newest units leave first, at the price they were sold
    /// at: seats eleven to fifteen leave before the tenth.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required int Above { get; init => field = Require.AtLeast(0, value, nameof(Above)); }

    /// <summary>Gets the price as sold.</summary>
    public required Price Price { get; init => field = Require.NotNull(value, nameof(Price)); }

    /// <summary>Gets the number of terms of the price in the period: 1, except for whole terms that a surplus bought at once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public required int Terms { get; init => field = Require.AtLeast(1, value, nameof(Terms)); }

    /// <summary>Gets the amount billed for the stretch, less what was given back outside; zero or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public required Money Billed { get; init => field = Require.NotNegative(value, nameof(Billed)); }

    /// <summary>Gets the paid part of the amount billed: by a payment, from the balance, or with the value of the replaced lot.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public required Money Paid { get; init => field = Require.NotNegative(value, nameof(Paid)); }

    /// <summary>Gets the part of the payment that came from the value of the replaced lot; zero for a plain purchase.</summary>
    /// <remarks>
    /// Premium at EUR 480.00, of which EUR 140.71 was the credit for Standard: paid 480.00, carried 140.71, so 339.29 in money (PhotoDeck,
    /// 4-A).
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public required Money Carried { get; init => field = Require.NotNegative(value, nameof(Carried)); }

    /// <summary>Gets the part of the payment that came from promotional credit, as it was drawn. It never leaves as a payment.</summary>
    /// <remarks>
    /// A credit for the lot restores the promotional credit with its priority and expiry, or passes it on to the next purchase.
    /// The promotional part counts as the part of <see cref="Paid"/> that was used first.
    /// </remarks>
    /// <example>
    /// A month at EUR 30.00, paid with a gift of EUR 10.00: half a month later EUR 15.00 are unused, EUR 5.00 of them the gift's.
    /// </example>
    /// <exception cref="ArgumentException">One of the lots is not promotional credit.</exception>
    public Sequence<CreditLot> Promotion
    {
        get;
        init
        {
            field = value;
            foreach (var drawn in value)
            {
                if (drawn.Source != CreditSource.Promotion)
                {
                    throw new ArgumentException($"{drawn.Left} of {drawn.Source} credit is not promotional credit.", nameof(Promotion));
                }
            }
        }
    }

    /// <summary>
    /// Gets the part of the amount billed that was credited; zero or more. Units that left took their part of both along.
    /// </summary>
    /// <remarks>Billed less credited is the cap of the value.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public required Money Credited { get; init => field = Require.NotNegative(value, nameof(Credited)); }

    /// <summary>Gets the source of the lot.</summary>
    public required LotSource Source { get; init; }

    /// <summary>Gets whether the amount billed still waits for the next invoice.</summary>
    public required bool AwaitsInvoice { get; init; }

    /// <summary>Whether the lot is charged in arrears, when it ends.</summary>
    internal bool InArrears => Price.BillingTiming == BillingTiming.InArrears;

    /// <summary>Whether the lot began with the plan's term and replaced nothing.</summary>
    internal bool IsFirst(Subscription subscription) => Source == LotSource.Purchase && subscription.Plan?.Term.Start == Covers.Start;

    /// <summary>Gets whether the lot stays although its units or its plan left (<see cref="UnusedValue.Kept"/>).</summary>
    /// <remarks>Such a lot may hold more units than the item, and may outlast the term.</remarks>
    /// <example>
    /// A month of 14 seats; ten leave without credit: the lot of 14 stays to the end of the month, beside four seats held.
    /// </example>
    public bool Kept { get; init; }

    /// <summary>Gets the tax at the sale, or null for none.</summary>
    public LotTax? Tax { get; init; }

    /// <summary>Gets the discount at the sale, or null for none.</summary>
    public LotDiscount? Discount { get; init; }

    /// <summary>
    /// Gets the lot's part of the rounding of its bill: the exact net less the rounded one, in minor units; null for none.
    /// </summary>
    /// <remarks>
    /// The remainder enters the settlement of the first units that leave. So no credit returns an amount that no bill has asked for.
    /// If the lot runs to its end, the remainder lapses: the lot was sold for the rounded price.
    /// </remarks>
    /// <example>
    /// A seat at EUR 0.004: nothing is billed, 2/5 of a cent are left. A thousand of them were bought for nothing, and give nothing back.
    /// </example>
    public Fraction? Remainder { get => (Fraction?)_remainder; init => _remainder = value; }
}
