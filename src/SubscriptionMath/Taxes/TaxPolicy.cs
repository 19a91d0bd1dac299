using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>From what the tax of a line is reckoned, where prices do not contain it.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TaxBase>))]
public enum TaxBase
{
    /// <summary>On the net: the amount is rounded, and its tax beside it.</summary>
    /// <example>29 of 30 days of EUR 200.00 at 25 %: 193.33 and 48.33, so 241.66.</example>
    Net,

    /// <summary>Backed out of the gross: the amount with its tax is rounded, the tax in it is taken out, the rest is the net.</summary>
    /// <example>29 of 30 days of EUR 200.00 at 25 %: 241.67, of which 48.33 is tax and 193.34 the net.</example>
    Gross,
}

/// <summary>Where tax is rounded.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TaxStage>))]
public enum TaxStage
{
    /// <summary>On each line.</summary>
    Lines,

    /// <summary>Once for each rate on an invoice, on its charges less its credits; the lines share it, by the largest remainder.</summary>
    /// <example>Three lines of EUR 0.33 at 10 %: EUR 0.10, so 0.04 + 0.03 + 0.03; by lines EUR 0.09.</example>
    Invoice,
}

/// <summary>How the tax of a line is reckoned.</summary>
/// <param name="Base">From what.</param>
/// <param name="Mode">How it is rounded, whatever its sign: towards zero is "cut".</param>
public sealed record TaxRule(TaxBase Base, RoundingMode Mode)
{
    /// <summary>On the net, half away from zero.</summary>
    public static TaxRule OnTheNet { get; } = new(TaxBase.Net, RoundingMode.HalfAwayFromZero);

    /// <summary>Backed out of the gross, half away from zero.</summary>
    public static TaxRule OutOfTheGross { get; } = new(TaxBase.Gross, RoundingMode.HalfAwayFromZero);

    /// <summary>Gets from what it is reckoned.</summary>
    public TaxBase Base { get; init => field = Require.Defined(value, nameof(Base)); } = Require.Defined(Base, nameof(Base));

    /// <summary>Gets how it is rounded, whatever its sign.</summary>
    public RoundingMode Mode { get; init => field = Require.Defined(value, nameof(Mode)); } = Require.Defined(Mode, nameof(Mode));
}

/// <summary>The policy's answer to: how is tax reckoned and rounded, and how does it go back?</summary>
/// <param name="Charged">How the tax on what is sold is reckoned.</param>
/// <param name="Credited">
/// How the tax on what is given back is reckoned: in proportion to what the lot was sold with, and never more than that. A cent that is
/// left over goes to the customer where it is rounded away from zero, to the merchant where it is cut.
/// </param>
/// <param name="Stage">Where it is rounded.</param>
/// <remarks>Where prices contain the tax, it is in the gross anyway: the base then only matters to credits.</remarks>
/// <example>Paddle: <c>new(new(TaxBase.Net, RoundingMode.TowardZero), TaxRule.OutOfTheGross, TaxStage.Lines)</c>.</example>
public sealed record TaxPolicy(TaxRule Charged, TaxRule Credited, TaxStage Stage)
{
    /// <summary>On the net, half away from zero, line by line.</summary>
    public static TaxPolicy ByLine { get; } = new(TaxRule.OnTheNet, TaxRule.OnTheNet, TaxStage.Lines);

    /// <summary>On the net, half away from zero, once for each rate on an invoice.</summary>
    public static TaxPolicy ByInvoice { get; } = new(TaxRule.OnTheNet, TaxRule.OnTheNet, TaxStage.Invoice);

    /// <summary>Gets how the tax on what is sold is reckoned.</summary>
    public TaxRule Charged { get; init => field = Require.NotNull(value, nameof(Charged)); } = Require.NotNull(Charged);

    /// <summary>Gets how the tax on what is given back is reckoned.</summary>
    public TaxRule Credited { get; init => field = Require.NotNull(value, nameof(Credited)); } = Require.NotNull(Credited);

    /// <summary>Gets where it is rounded.</summary>
    public TaxStage Stage { get; init => field = Require.Defined(value, nameof(Stage)); } = Require.Defined(Stage, nameof(Stage));
}
