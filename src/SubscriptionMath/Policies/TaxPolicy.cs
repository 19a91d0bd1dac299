using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The base of the tax of a line, for prices without tax.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TaxBase>))]
public enum TaxBase
{
    /// <summary>The net: the amount is rounded, and its tax beside it.</summary>
    /// <example>29 of 30 days of EUR 200.00 at 25 %: 193.33 and 48.33, so 241.66.</example>
    Net,

    /// <summary>The gross: the amount with tax is rounded, its tax is backed out, and the rest is the net.</summary>
    /// <example>29 of 30 days of EUR 200.00 at 25 %: 241.67, of which 48.33 is tax and 193.34 the net.</example>
    Gross,
}

/// <summary>The stage at which tax is rounded.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TaxStage>))]
public enum TaxStage
{
    /// <summary>On each line.</summary>
    Lines,

    /// <summary>
    /// Once for each rate on an invoice, on its charges less its credits; the lines share the tax by the largest remainder.
    /// </summary>
    /// <example>Three lines of EUR 0.33 at 10 %: EUR 0.10, so 0.04 + 0.03 + 0.03; by lines EUR 0.09.</example>
    Invoice,
}

/// <summary>The base and the rounding of the tax of a line.</summary>
/// <param name="Base">The base.</param>
/// <param name="Mode">The rounding, whatever the sign: towards zero is "cut".</param>
public sealed record TaxRule(TaxBase Base, RoundingMode Mode)
{
    /// <summary>On the net, half away from zero.</summary>
    public static TaxRule OnTheNet { get; } = new(TaxBase.Net, RoundingMode.HalfAwayFromZero);

    /// <summary>Backed out of the gross, half away from zero.</summary>
    public static TaxRule OutOfTheGross { get; } = new(TaxBase.Gross, RoundingMode.HalfAwayFromZero);

    /// <summary>Gets the base.</summary>
    public TaxBase Base { get; init => field = Require.Defined(value, nameof(Base)); } = Require.Defined(Base, nameof(Base));

    /// <summary>Gets the rounding, whatever the sign.</summary>
    public RoundingMode Mode { get; init => field = Require.Defined(value, nameof(Mode)); } = Require.Defined(Mode, nameof(Mode));
}

/// <summary>The vendor's rules for the computation, rounding and reversal of tax.</summary>
/// <param name="Charged">The rule for the tax on a sale.</param>
/// <param name="Credited">
/// The rule for the tax on a credit: in proportion to the tax at the lot's sale, and never more than that. Rounding away from zero gives a
/// cent left over to the customer, cutting gives it to the vendor.
/// </param>
/// <param name="Stage">The stage of the rounding.</param>
/// <remarks>A price with included tax is gross anyway: the base then matters only to credits.</remarks>
/// <example>Paddle: <c>new(new(TaxBase.Net, RoundingMode.TowardZero), TaxRule.OutOfTheGross, TaxStage.Lines)</c>.</example>
public sealed record TaxPolicy(TaxRule Charged, TaxRule Credited, TaxStage Stage)
{
    /// <summary>On the net, half away from zero, line by line.</summary>
    public static TaxPolicy ByLine { get; } = new(TaxRule.OnTheNet, TaxRule.OnTheNet, TaxStage.Lines);

    /// <summary>On the net, half away from zero, once for each rate on an invoice.</summary>
    public static TaxPolicy ByInvoice { get; } = new(TaxRule.OnTheNet, TaxRule.OnTheNet, TaxStage.Invoice);

    /// <summary>Gets the rule for the tax on a sale.</summary>
    public TaxRule Charged { get; init => field = Require.NotNull(value, nameof(Charged)); } = Require.NotNull(Charged);

    /// <summary>Gets the rule for the tax on a credit.</summary>
    public TaxRule Credited { get; init => field = Require.NotNull(value, nameof(Credited)); } = Require.NotNull(Credited);

    /// <summary>Gets the stage of the rounding.</summary>
    public TaxStage Stage { get; init => field = Require.Defined(value, nameof(Stage)); } = Require.Defined(Stage, nameof(Stage));
}
