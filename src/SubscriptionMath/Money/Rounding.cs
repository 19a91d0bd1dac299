using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The stage at which amounts are rounded.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RoundingStage>))]
public enum RoundingStage
{
    /// <summary>Each line is rounded, and the net is the sum of the rounded lines.</summary>
    Lines,

    /// <summary>The exact lines are netted and the net is rounded; the difference to the rounded lines is an entry of its own.</summary>
    Net,

    /// <summary>
    /// As <see cref="Net"/>, but a deferred charge keeps its fraction of a minor unit, which is rounded once, with the next invoice.
    /// </summary>
    /// <remarks>
    /// EUR 6.6667 off the next invoice and EUR 13.3333 on it are EUR 6.67; rounded one by one they would be EUR 6.66 (CloudBlue).
    /// </remarks>
    Invoice,
}

/// <summary>The rounding of amounts to the minor unit, and its stage.</summary>
/// <param name="Mode">The rounding.</param>
/// <param name="Stage">The stage.</param>
/// <example>JPY 1193.55 less 790.32 is 403 on the net, and 1194 - 790 = 404 by lines (1-J).</example>
public sealed record Rounding(RoundingMode Mode, RoundingStage Stage)
{
    /// <summary>Gets the least steps between two nets, one for a currency; by default a net is rounded to the minor unit.</summary>
    /// <remarks>
    /// Lines and taxes are rounded to the minor unit, and their sum to the step; the difference is an entry of its own. So a payment, and
    /// a refund, is a whole number of steps. A charge that waits to be rounded with its invoice (<see cref="RoundingStage.Invoice"/>) is
    /// not a payment yet.
    /// </remarks>
    /// <example>
    /// With a step of CHF 0.05, raised: lines of CHF 1.00 and 1.01 with a tax of CHF 0.11 are CHF 2.12; CHF 2.15 are paid (Zuora).
    /// </example>
    /// <exception cref="ArgumentOutOfRangeException">A step is zero or negative.</exception>
    /// <exception cref="ArgumentException">Two steps are of one currency.</exception>
    public Sequence<Money> Steps { get; init => field = RequireMoney.Positive(value, nameof(Steps)); }

    /// <summary>Half away from zero, once, on the net.</summary>
    public static Rounding HalfAwayFromZeroOnTheNet { get; } = new(RoundingMode.HalfAwayFromZero, RoundingStage.Net);

    /// <summary>Half away from zero, line by line.</summary>
    public static Rounding HalfAwayFromZeroByLine { get; } = new(RoundingMode.HalfAwayFromZero, RoundingStage.Lines);

    /// <summary>Half away from zero, once, on the invoice.</summary>
    public static Rounding HalfAwayFromZeroOnTheInvoice { get; } = new(RoundingMode.HalfAwayFromZero, RoundingStage.Invoice);

    /// <summary>Whether each line is rounded; else the rounded lines may differ from their net.</summary>
    internal bool ByLine => Stage == RoundingStage.Lines;

    /// <summary>Gives the step of a currency, in minor units.</summary>
    internal long StepOf(Currency currency) => RequireMoney.Of(Steps, currency)?.Minor ?? 1;

    /// <summary>Rounds an exact net to a whole number of steps.</summary>
    /// <param name="exact">The net, in minor units.</param>
    /// <param name="currency">The currency.</param>
    /// <param name="step">The step, in minor units.</param>
    internal Money Whole(Fraction exact, Currency currency, long step) => step == 1
        ? Money.Round(exact, currency, Mode)
        : Money.OfMinor(checked((long)(exact / Fraction.Of(step)).Round(Mode) * step), currency);
}
