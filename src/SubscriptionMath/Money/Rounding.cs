using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>Where amounts are rounded.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RoundingStage>))]
public enum RoundingStage
{
    /// <summary>Each line is rounded, and the net is the sum of the rounded lines.</summary>
    Lines,

    /// <summary>The exact lines are netted and the net is rounded; what the lines shown differ by is an entry of its own.</summary>
    Net,

    /// <summary>
    /// As <see cref="Net"/>, and what waits for the next invoice takes its fraction of a minor unit along, to be rounded with that invoice, once.
    /// </summary>
    /// <remarks>EUR 6.6667 off the next invoice and EUR 13.3333 on it are EUR 6.67; rounded one by one they would be EUR 6.66 (CloudBlue).</remarks>
    Invoice,
}

/// <summary>The policy's answer to: how, and where, are amounts rounded to the minor unit?</summary>
/// <param name="Mode">How.</param>
/// <param name="Stage">Where.</param>
/// <example>JPY 1193.55 less 790.32 is 403 on the net, and 1194 - 790 = 404 by lines (1-J).</example>
public sealed record Rounding(RoundingMode Mode, RoundingStage Stage)
{
    /// <summary>Half away from zero, once, on the net.</summary>
    public static Rounding HalfAwayFromZeroOnTheNet { get; } = new(RoundingMode.HalfAwayFromZero, RoundingStage.Net);

    /// <summary>Half away from zero, line by line.</summary>
    public static Rounding HalfAwayFromZeroByLine { get; } = new(RoundingMode.HalfAwayFromZero, RoundingStage.Lines);

    /// <summary>Half away from zero, once, on the invoice.</summary>
    public static Rounding HalfAwayFromZeroOnTheInvoice { get; } = new(RoundingMode.HalfAwayFromZero, RoundingStage.Invoice);

    /// <summary>Whether each line is rounded; else the lines shown may differ from what they come to.</summary>
    internal bool ByLine => Stage == RoundingStage.Lines;
}
