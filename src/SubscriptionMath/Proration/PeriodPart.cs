namespace SubscriptionMath;

/// <summary>A period of a schedule, or the part of one that is billed on its own: a stub before the first boundary, or a tail after the last.</summary>
/// <param name="Covers">The stretch of time; its end is exclusive.</param>
/// <param name="Period">The period of the schedule in which it lies.</param>
/// <param name="Share">What part of the price it costs; all of it for a whole period.</param>
/// <example>Of February 2011 by the 13th: 1 to 13 February, 12 of the 31 days since 13 January; then whole periods.</example>
public readonly record struct PeriodPart(Term Covers, Term Period, Share Share);
