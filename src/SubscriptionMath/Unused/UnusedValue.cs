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
}

/// <summary>The policy's answer to: what is the unused part of what ends worth?</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Nothing), "none")]
[JsonDerivedType(typeof(Lots), "lots")]
[JsonDerivedType(typeof(WholeTerm), "wholeTerm")]
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
    public static UnusedValue OfTheWholeTerm { get; } = new WholeTerm();

    /// <summary>Gets what the vendor keeps of it, or null where all of it is given.</summary>
    public Retention? Kept { get; init; }

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
    public sealed record WholeTerm : UnusedValue
    {
        private protected override void Seal()
        {
        }
    }
}
