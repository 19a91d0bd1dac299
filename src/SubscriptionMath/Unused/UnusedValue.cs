using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>On what amount the unused value of a lot is reckoned.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ValueBasis>))]
public enum ValueBasis
{
    /// <summary>The price as sold, as far as it was billed and not yet credited.</summary>
    Billed,

    /// <summary>What was paid for it in money, by payment or from the balance; not the value of what it replaced.</summary>
    PaidInMoney,

    /// <summary>What was billed for it, by the part of the stretch itself that is left, up to what is not yet credited.</summary>
    /// <remarks>USD 8.02 billed for 7 May to 1 June, changed on the 8th: 24 of 25 days are USD 7.70, whatever the price is for (Kill Bill's repair).</remarks>
    BilledByTime,

    /// <summary>The price held, whatever was billed at which price: what it exceeds the billed value by is conceded, what it falls short by is forfeited.</summary>
    /// <example>
    /// EUR 10.00 billed for April, raised to EUR 20.00 on the 11th without a bill, lowered again on the 21st: EUR 6.67 are given back, of which EUR 3.34 were
    /// never billed (Stripe's classic billing mode).
    /// </example>
    PriceHeld,

    /// <summary>As <see cref="Billed"/>, of what still waits for the next invoice; what was invoiced gives nothing.</summary>
    /// <example>EUR 6.00 for January on an invoice that is still a draft, changed on the 2nd: EUR 5.81 leave it. Once it is issued, nothing does (OpenMeter).</example>
    NotInvoiced,

    /// <summary>What was billed less the used part, which is rounded first: used and unused sum to what was billed, line by line.</summary>
    /// <example>USD 100 with 13 of 30 days used, to the dollar and up: used 44, unused 56; rounded by itself the unused part would be 57 (Zuora).</example>
    BilledLessUsed,
}

/// <summary>The policy's answer to: what is the unused part of what ends worth?</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Nothing), "none")]
[JsonDerivedType(typeof(Lots), "lots")]
[JsonDerivedType(typeof(WholeTerm), "wholeTerm")]
[JsonDerivedType(typeof(LotsKept), "kept")]
public abstract record UnusedValue
{
    private protected UnusedValue()
    {
    }

    /// <summary>Nothing: it is forfeited.</summary>
    public static UnusedValue None { get; } = new Nothing();

    /// <summary>The value of all lots at the price as sold.</summary>
    public static UnusedValue OfAllLots { get; } = new Lots(Origins.All, ValueBasis.Billed);

    /// <summary>The value of the lots of some origins; the others are forfeited.</summary>
    /// <param name="origins">The origins that give value.</param>
    /// <param name="basis">The amount that is divided.</param>
    /// <remarks>PhotoDeck credits what was purchased and paid in money, once: a plan that was converted to gives nothing (S4.4, S4.6).</remarks>
    public static UnusedValue OfLots(Origins origins, ValueBasis basis) => new Lots(origins, basis);

    /// <summary>All that was billed for the current term and not yet credited, as if it had ended when the term began: its used part is conceded.</summary>
    /// <remarks>
    /// EUR 31.00 for May, ended on 18 May: EUR 14.00 are unused, and the EUR 17.00 that were used are an entry on <see cref="Account.Conceded"/>.
    /// </remarks>
    public static UnusedValue OfTheWholeTerm { get; } = new WholeTerm(SetUp: false);

    /// <summary>As <see cref="OfTheWholeTerm"/>, and the set-up fee of what is held no longer, where it was charged in the current term.</summary>
    /// <example>A month at EUR 50.00, set up for EUR 99.00, and sent back within a fortnight: EUR 149.00, which is what a money-back guarantee promises.</example>
    public static UnusedValue OfTheWholeTermAndSetUp { get; } = new WholeTerm(SetUp: true);

    /// <summary>Gets what the vendor keeps of it, or null where all of it is given.</summary>
    public Retention? Retained { get; init; }

    /// <summary>
    /// Nothing is given back and nothing is lost: what was bought covers what takes its place, to the end that it was bought for. What has no
    /// successor is forfeited.
    /// </summary>
    /// <remarks>
    /// EUR 10.00 billed for April and changed on the 11th to a plan of EUR 20.00 without proration: the new plan is used to 1 May for the EUR 10.00, and a
    /// later change values those (Stripe's "none", Google's WITHOUT_PRORATION).
    /// </remarks>
    public static UnusedValue Kept { get; } = new LotsKept();

    private protected abstract void Seal();

    /// <summary>Nothing.</summary>
    public sealed record Nothing : UnusedValue
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>The value of some lots.</summary>
    /// <param name="Origins">The origins that give value.</param>
    /// <param name="Basis">The amount that is divided.</param>
    public sealed record Lots(Origins Origins, ValueBasis Basis) : UnusedValue
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

    /// <summary>What was bought covers what takes its place.</summary>
    public sealed record LotsKept : UnusedValue
    {
        private protected override void Seal()
        {
        }
    }
}
