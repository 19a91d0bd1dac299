namespace SubscriptionMath;

/// <summary>A period of a schedule, or a part billed separately: a stub before the first boundary, or a tail after the last.</summary>
/// <param name="Covers">The stretch of time; its end is exclusive.</param>
/// <param name="Period">The period of the schedule that contains the stretch.</param>
/// <param name="Share">The part of the price; all of it for a whole period.</param>
/// <example>Of February 2011 by the 13th: 1 to 13 February, 12 of the 31 days since 13 January; then whole periods.</example>
public readonly record struct PeriodPart(Term Covers, Term Period, Share Share);
