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
    /// <summary>Half away from zero, once, on the net.</summary>
    public static Rounding HalfAwayFromZeroOnTheNet { get; } = new(RoundingMode.HalfAwayFromZero, RoundingStage.Net);

    /// <summary>Half away from zero, line by line.</summary>
    public static Rounding HalfAwayFromZeroByLine { get; } = new(RoundingMode.HalfAwayFromZero, RoundingStage.Lines);

    /// <summary>Half away from zero, once, on the invoice.</summary>
    public static Rounding HalfAwayFromZeroOnTheInvoice { get; } = new(RoundingMode.HalfAwayFromZero, RoundingStage.Invoice);

    /// <summary>Whether each line is rounded; else the rounded lines may differ from their net.</summary>
    internal bool ByLine => Stage == RoundingStage.Lines;
}
