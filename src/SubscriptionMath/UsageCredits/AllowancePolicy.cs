using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>What becomes of the plan's unused usage credits when the plan changes.</summary>
/// <remarks>
/// What was used stays used, and going down and up again within a term never grants anything twice: what another plan takes the place of under <see cref="Replaced"/> or
/// <see cref="Carried"/> rests (<see cref="Grant.Rests"/>) and comes back as it was left; under the others a grant goes on to stand for the other plan, and remembers for which
/// it stood (<see cref="Grant.StoodFor"/>). A plan that comes back gets no more than it had, also where the way back counts otherwise. At the end of a term only
/// <see cref="Carried"/> carries: whatever else the answer is, what is left lapses and the next term has its own.
/// </remarks>
[JsonConverter(typeof(CamelCaseEnumConverter<GrantFate>))]
public enum GrantFate
{
    /// <summary>They lapse, and the new plan's allotment takes their place.</summary>
    /// <example>90 of 100 used, a plan of 30, and back: 10, 30, and 10 again.</example>
    Replaced,

    /// <summary>They are carried over as the rollover rule says, and the new plan's allotment is added.</summary>
    /// <remarks>12 left of 30 and an allotment of 60 are 72 (OBI, S0.4).</remarks>
    Carried,

    /// <summary>They are kept as they are; the new plan's allotment comes with the next term.</summary>
    Kept,

    /// <summary>The difference of the two allotments is added, or taken away, at the ratio of the money: at once in full, or for the rest of the term.</summary>
    /// <remarks>200 minutes to 100 for 4 of 30 days: 200 - 26.67 + 13.33 are 186.66 (TELUS).</remarks>
    ToppedUp,

    /// <summary>What is left is cut down to the new plan's allotment.</summary>
    Clipped,

    /// <summary>The new plan's allotment is the limit, and what was used so far counts against it.</summary>
    /// <remarks>5,000 used and a new allotment of 10,000: 5,000 are left (EmailManager).</remarks>
    Recounted,

    /// <summary>They lapse, and nothing comes before the next term.</summary>
    Voided,
}

/// <summary>Whose rollover rule says how much is carried over.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RolloverOf>))]
public enum RolloverOf
{
    /// <summary>The plan's that brought the usage credits: each grant has its own (OBI, A0.2).</summary>
    TheOldPlan,

    /// <summary>The plan's that is held afterwards: none where it has no allowance of that kind (Autumn, Clay).</summary>
    TheNewPlan,
}

/// <summary>When usage credits that were carried over lapse.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CarriedExpiry>))]
public enum CarriedExpiry
{
    /// <summary>Together with the new plan's own.</summary>
    WithTheNewGrant,

    /// <summary>When they would have lapsed anyway.</summary>
    AsBefore,
}

/// <summary>How much of an allotment comes with something bought within a term, or with a term that is shorter than its period.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Allotment>))]
public enum Allotment
{
    /// <summary>All of it.</summary>
    Full,

    /// <summary>The part for the time left of the term: 18 of 50 with 11 of 30 days left, in whole units rounded down.</summary>
    ForTheRest,
}

/// <summary>How a part of an allotment is rounded.</summary>
/// <param name="Mode">How what is beyond the decimals is rounded.</param>
/// <param name="Decimals">The decimals that are kept, from 0 to 12.</param>
public sealed record AllotmentRounding(RoundingMode Mode, int Decimals)
{
    private const int MostDecimals = 12;

    /// <summary>Whole units, rounded down.</summary>
    public static AllotmentRounding WholeUnitsDown { get; } = new(RoundingMode.Floor, 0);

    /// <summary>Gets the decimals that are kept, from 0 to 12.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than none, or more than twelve.</exception>
    public int Decimals { get; init => field = (int)Require.Within(0, MostDecimals, value, nameof(Decimals)); } = (int)Require.Within(0, MostDecimals, Decimals, nameof(Decimals));

    /// <summary>Gives a part of a number of units, rounded.</summary>
    /// <param name="units">The units of the whole; zero or more.</param>
    /// <param name="share">The part.</param>
    /// <returns>The part, exact before it is rounded once.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <example>11 of 30 days of 50: 18. 30 of 2,678,400 seconds of 1, at eight decimals: 0.0000112.</example>
    public decimal Part(decimal units, Share share)
    {
        var scale = 1m;
        for (var i = 0; i < Decimals; i++)
        {
            scale *= 10m;
        }

        return (decimal)(Fraction.FromDecimal(Require.NotNegative(units, nameof(units)) * scale) * share.Fraction).Round(Mode) / scale;
    }
}

/// <summary>The policy's answer to: what does a change do to usage credits?</summary>
/// <param name="OnUpgrade">What becomes of the plan's unused ones on the way up.</param>
/// <param name="OnDowngrade">What becomes of them on the way down, and on a lateral change.</param>
/// <param name="OnRenewal">What becomes of them when the term ends and the same plan goes on: replaced or carried.</param>
/// <param name="Rollover">Whose rule says how much is carried over.</param>
/// <param name="Carried">When those that were carried over lapse, where the rule does not say how long they last.</param>
/// <param name="FirstTerm">How much of the plan's allotment comes with a first term that is shorter than its period.</param>
/// <param name="AddedSeats">How much of the plan's allotment comes with a seat that is added within the term.</param>
/// <param name="BoughtAddOns">How much of its allotment comes with an add-on that is bought within the term.</param>
/// <param name="Rounding">How a part of an allotment is rounded.</param>
/// <param name="Use">How they are used up.</param>
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
    /// <summary>Each plan and each term brings its whole allotment, and what is left of the one before lapses; what expires first is used first, the plan's own before the rest.</summary>
    public static AllowancePolicy EachTermAnew { get; } = new(
        GrantFate.Replaced, GrantFate.Replaced, GrantFate.Replaced, RolloverOf.TheOldPlan, CarriedExpiry.AsBefore,
        Allotment.Full, Allotment.Full, Allotment.Full, AllotmentRounding.WholeUnitsDown,
        new UsagePolicy(GrantOrder.By(GrantKey.Expiry, GrantKey.PlanFirst), Overage.Refused, DebtAtReset.Forgiven));
}
