using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The basis of the unused value of a lot.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ValueBasis>))]
public enum ValueBasis
{
    /// <summary>The price as sold, as far as it was billed and not yet credited.</summary>
    Billed,

    /// <summary>The amount paid in money, by payment or from the balance, without the value of a replaced lot.</summary>
    PaidInMoney,

    /// <summary>The amount billed, by the part of the stretch itself that is left, up to the amount not yet credited.</summary>
    /// <remarks>
    /// USD 8.02 billed for 7 May to 1 June, changed on the 8th: 24 of 25 days are USD 7.70, whatever the period of the price (Kill Bill's
    /// repair).
    /// </remarks>
    BilledByTime,

    /// <summary>The current price, whatever price was billed.</summary>
    /// <remarks>The value beyond the billed one is conceded; a shortfall against the billed one is forfeited.</remarks>
    /// <example>
    /// EUR 10.00 billed for April, raised to EUR 20.00 on the 11th without a bill, lowered again on the 21st: EUR 6.67 are given back, of
    /// which EUR
    /// 3.34 were never billed (Stripe's classic billing mode).
    /// </example>
    PriceHeld,

    /// <summary>As <see cref="Billed"/>, for charges still deferred to the next invoice; invoiced lots give nothing.</summary>
    /// <example>
    /// EUR 6.00 for January on an invoice that is still a draft, changed on the 2nd: EUR 5.81 leave it. Once the invoice is issued, nothing
    /// does
    /// (OpenMeter).
    /// </example>
    NotInvoiced,

    /// <summary>
    /// The amount billed less the used part, rounded first: used and unused parts sum to the amount billed, line by line.
    /// </summary>
    /// <example>
    /// USD 100 with 13 of 30 days used, to the dollar and up: used 44, unused 56; rounded by itself the unused part would be 57 (Zuora).
    /// </example>
    BilledLessUsed,
}

/// <summary>The rule for the value of the unused part of an ending item.</summary>
[JsonConverter(typeof(PartConverter))]
public abstract record UnusedValue
{
    private protected UnusedValue()
    {
    }

    /// <summary>Nothing: the unused part is forfeited.</summary>
    public static UnusedValue None { get; } = new Nothing();

    /// <summary>The value of all lots at the price as sold.</summary>
    public static UnusedValue OfAllLots { get; } = new Lots(LotSources.All, ValueBasis.Billed);

    /// <summary>The value of the lots of some sources; the others are forfeited.</summary>
    /// <param name="sources">The sources that give value.</param>
    /// <param name="basis">The amount that is prorated.</param>
    /// <remarks>PhotoDeck credits a purchase paid in money once: a plan reached by conversion gives nothing (S4.4, S4.6).</remarks>
    public static UnusedValue OfLots(LotSources sources, ValueBasis basis) => new Lots(sources, basis);

    /// <summary>All that was billed for the current term and not yet credited, as if the item had ended at the start of the term.</summary>
    /// <remarks>
    /// The used part is conceded. EUR 31.00 for May, ended on 18 May: EUR 14.00 are unused, and the used EUR 17.00 are an entry on
    /// <see cref="Account.Goodwill"/>.
    /// </remarks>
    public static UnusedValue OfTheWholeTerm { get; } = new WholeTerm(SetUp: false);

    /// <summary>As <see cref="OfTheWholeTerm"/>, with the set-up fee of an ending product, if charged in the current term.</summary>
    /// <example>
    /// A month at EUR 50.00, set up for EUR 99.00, and sent back within a fortnight: EUR 149.00, the promise of a money-back guarantee.
    /// </example>
    public static UnusedValue OfTheWholeTermAndSetUp { get; } = new WholeTerm(SetUp: true);

    /// <summary>Gets the part that the vendor keeps, or null for none.</summary>
    public WithheldValue? Withheld { get; init; }

    /// <summary>
    /// Nothing is given back or lost: the old purchase covers its replacement, up to its own end. Without a replacement it is forfeited.
    /// </summary>
    /// <remarks>
    /// EUR 10.00 billed for April and changed on the 11th to a plan of EUR 20.00 without proration: the EUR 10.00 cover the new plan to 1
    /// May, and a
    /// later change values them (Stripe's "none", Google's WITHOUT_PRORATION).
    /// </remarks>
    public static UnusedValue Kept { get; } = new LotsKept();

    private protected abstract void Seal();

    /// <summary>No value.</summary>
    internal sealed record Nothing : UnusedValue
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>The value of some lots.</summary>
    /// <param name="Sources">The sources that give value.</param>
    /// <param name="Basis">The amount that is prorated.</param>
    public sealed record Lots(LotSources Sources, ValueBasis Basis) : UnusedValue
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>All that was billed for the current term.</summary>
    /// <param name="SetUp">Whether the set-up fee is given back as well.</param>
    public sealed record WholeTerm(bool SetUp) : UnusedValue
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>The old purchase covers its replacement.</summary>
    internal sealed record LotsKept : UnusedValue
    {
        private protected override void Seal()
        {
        }
    }
}
