using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The fate of the plan's unused usage credits when the plan changes.</summary>
/// <remarks>
/// Used credits stay used, and going down and up again within a term grants nothing twice. Under <see cref="Replaced"/> or <see
/// cref="Carried"/>, a replaced grant is suspended (<see cref="Grant.Rests"/>) and comes back as it was left. Under the others a grant
/// passes to the other plan, and remembers its earlier plan (<see cref="Grant.StoodFor"/>). A plan that comes back gets no more than
/// before, even if the way back counts otherwise. At the end of a term only <see cref="Carried"/> rolls over. Under any other answer unused
/// credits lapse, and the next term has its own.
/// </remarks>
[JsonConverter(typeof(CamelCaseEnumConverter<GrantFate>))]
public enum GrantFate
{
    /// <summary>Unused credits lapse, and the new plan's allotment replaces them.</summary>
    /// <example>90 of 100 used, a plan of 30, and back: 10, 30, and 10 again.</example>
    Replaced,

    /// <summary>Unused credits roll over by the rollover rule, and the new plan's allotment is added.</summary>
    /// <remarks>12 left of 30 and an allotment of 60 are 72 (OBI, S0.4).</remarks>
    Carried,

    /// <summary>Unused credits are kept as they are; the new plan's allotment comes with the next term.</summary>
    /// <remarks>
    /// A term that was renewed ahead is such a term. If a new term begins at the change, its first interval is that of the kept credits.
    /// Each later one has its own allotment.
    /// </remarks>
    /// <example>100 to 1 May, a plan of 20 on 16 April, May paid ahead: 100 to 1 May, and 20 for May.</example>
    Kept,

    /// <summary>
    /// The difference of the two allotments is added or taken away, at the ratio of the money: in full, or for the rest of the term.
    /// </summary>
    /// <remarks>200 minutes to 100 for 4 of 30 days: 200 - 26.67 + 13.33 are 186.66 (TELUS).</remarks>
    ToppedUp,

    /// <summary>
    /// Unused credits, with those that rolled over, are clipped to the new plan's allotment, and otherwise kept as by <see cref="Kept"/>.
    /// </summary>
    /// <example>40 that rolled over and 100 of the month, a plan of 60: 60 are left.</example>
    Clipped,

    /// <summary>The new plan's allotment is the limit, and earlier usage counts against it.</summary>
    /// <remarks>5,000 used and a new allotment of 10,000: 5,000 are left (EmailManager).</remarks>
    Recounted,

    /// <summary>Unused credits lapse, and no new ones come before the next term.</summary>
    Voided,
}

/// <summary>The plan whose rollover rule applies.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RolloverOf>))]
public enum RolloverOf
{
    /// <summary>The plan that brought the usage credits: each grant has its own rule (OBI, A0.2).</summary>
    TheOldPlan,

    /// <summary>The plan held afterwards: no rollover without an allowance of that kind (Autumn, Clay).</summary>
    TheNewPlan,
}

/// <summary>The expiry of usage credits that rolled over.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CarriedExpiry>))]
public enum CarriedExpiry
{
    /// <summary>With the new plan's own credits.</summary>
    WithTheNewGrant,

    /// <summary>At their original expiry.</summary>
    AsBefore,
}

/// <summary>The part of an allotment for a purchase within a term, or for a term shorter than its period.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Allotment>))]
public enum Allotment
{
    /// <summary>The whole allotment.</summary>
    Full,

    /// <summary>The part for the time left of the term: 18 of 50 with 11 of 30 days left, in whole units rounded down.</summary>
    ForTheRest,
}

/// <summary>The rounding of a part of an allotment.</summary>
/// <param name="Mode">The rounding beyond the decimals.</param>
/// <param name="Decimals">The number of decimals kept, from 0 to 12.</param>
public sealed record AllotmentRounding(RoundingMode Mode, int Decimals)
{
    private const int MostDecimals = 12;

    /// <summary>Whole units, rounded down.</summary>
    public static AllotmentRounding WholeUnitsDown { get; } = new(RoundingMode.Floor, 0);

    /// <summary>Gets the number of decimals kept, from 0 to 12.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or more than twelve.</exception>
    public int Decimals { get; init => field = (int)Require.Within(0, MostDecimals, value, nameof(Decimals)); }
        = (int)Require.Within(0, MostDecimals, Decimals, nameof(Decimals));

    /// <summary>Gives a part of a number of units, rounded.</summary>
    /// <param name="units">The units of the whole; zero or more.</param>
    /// <param name="share">The part.</param>
    /// <returns>The part, exact and then rounded once.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <example>11 of 30 days of 50: 18. 30 of 2,678,400 seconds of 1, at eight decimals: 0.0000112.</example>
    public decimal Part(decimal units, Share share)
    {
        var scale = 1m;
        for (var i = 0; i < Decimals; i++)
        {
            scale *= 10m;
        }

        return (decimal)(Fraction.Of(Require.NotNegative(units, nameof(units)) * scale) * share.Fraction).Round(Mode) / scale;
    }
}

/// <summary>The vendor's rules for usage credits at a change, at a renewal and in use.</summary>
/// <param name="OnUpgrade">The fate of the plan's unused credits on the way up.</param>
/// <param name="OnDowngrade">Their fate on the way down, and on a lateral change.</param>
/// <param name="OnRenewal">Their fate when the term ends and the same plan continues: replaced or carried.</param>
/// <param name="Rollover">The plan whose rollover rule applies.</param>
/// <param name="Carried">The expiry of credits that rolled over, if the rule sets no life for them.</param>
/// <param name="FirstTerm">The part of the plan's allotment for a first term shorter than its period.</param>
/// <param name="AddedSeats">The part of the plan's allotment for a seat added within the term.</param>
/// <param name="BoughtAddOns">The part of its allotment for an add-on bought within the term.</param>
/// <param name="Rounding">The rounding of a part of an allotment.</param>
/// <param name="Use">The policy for their use.</param>
public sealed record AllowancePolicy(
    GrantFate OnUpgrade,
    GrantFate OnDowngrade,
    GrantFate OnRenewal,
    RolloverOf Rollover,
    CarriedExpiry Carried,
    Allotment FirstTerm,
    Allotment AddedSeats,
    Allotment BoughtAddOns,
    AllotmentRounding Rounding,
    UsagePolicy Use)
{
    /// <summary>
    /// Gets the fate of the plan's unused credits at the end of an interval within the term: replaced or carried; replaced by default.
    /// </summary>
    /// <remarks>
    /// Only an allowance with an interval of its own has such ends (<see cref="Allowance.Interval"/>). Carried credits roll over as at a
    /// renewal, at the event of <see cref="BillingReason.UsageCreditExpiry"/>. The end of the term asks <see cref="OnRenewal"/>.
    /// </remarks>
    /// <example>100 a month within a year, 70 of January's left: 170 in February. On 1 January next year there are 100.</example>
    public GrantFate OnIntervalEnd { get; init; } = GrantFate.Replaced;

    /// <summary>Each plan and each term brings its whole allotment, and older credits lapse.</summary>
    /// <remarks>The earliest expiry is used first, the plan's own credits before the rest.</remarks>
    public static AllowancePolicy EachTermAnew { get; } = new(
        GrantFate.Replaced, GrantFate.Replaced, GrantFate.Replaced, RolloverOf.TheOldPlan, CarriedExpiry.AsBefore,
        Allotment.Full, Allotment.Full, Allotment.Full, AllotmentRounding.WholeUnitsDown,
        new UsagePolicy(GrantOrder.By(GrantKey.Expiry, GrantKey.PlanFirst), Overage.Refused, DebtAtReset.Forgiven));
}
