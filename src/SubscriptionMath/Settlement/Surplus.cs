using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>Of what a surplus is taken.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SurplusOf>))]
public enum SurplusOf
{
    /// <summary>Of the net: the unused value lowers the new price first.</summary>
    Net,

    /// <summary>Of the whole unused value: the new price is paid in full beside it.</summary>
    WholeUnusedValue,
}

/// <summary>What becomes of the part of a surplus that cannot be refunded, since it was never paid.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RefundRest>))]
public enum RefundRest
{
    /// <summary>It becomes money credit of the account.</summary>
    ToBalance,

    /// <summary>It is lost.</summary>
    Forfeited,
}

/// <summary>How much of a surplus is refunded at most, where not all of what ends was paid.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RefundLimit>))]
public enum RefundLimit
{
    /// <summary>All that was paid for it: 19.20 unused of 37.20, of which 27.90 was paid, are refunded in full.</summary>
    Paid,

    /// <summary>What was paid for it beyond what is used, which is paid for first: 27.90 paid less 18.00 used is 9.90 (Lago).</summary>
    PaidBeyondUse,
}

/// <summary>The policy's answer to: what becomes of unused value beyond the new price?</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Balance), "toBalance")]
[JsonDerivedType(typeof(Time), "toTime")]
[JsonDerivedType(typeof(Refund), "refunded")]
[JsonDerivedType(typeof(NextInvoice), "toNextInvoice")]
[JsonDerivedType(typeof(Lost), "forfeited")]
public abstract record Surplus
{
    private protected Surplus()
    {
    }

    /// <summary>It becomes money credit of the account.</summary>
    public static Surplus ToBalance { get; } = new Balance();

    /// <summary>It waits for the next invoice, which falls by it; what that invoice leaves of it is money credit of the account.</summary>
    /// <remarks>USD 6.67 unused in mid-term, and USD 13.33 charged in arrears at its end: USD 6.66, or 6.67 where the invoice is rounded once (CloudBlue).</remarks>
    public static Surplus ToNextInvoice { get; } = new NextInvoice();

    /// <summary>It waits for the next invoice, which falls by it; where everything ends at once and none comes, it goes as told.</summary>
    /// <param name="withoutOne">What becomes of it where no next invoice comes.</param>
    /// <example>EUR 15.00 unused, and a termination at once: EUR 15.00 of credit, or forfeited.</example>
    public static Surplus ToNextInvoiceOr(RefundRest withoutOne) => new NextInvoice { WithoutOne = withoutOne };

    /// <summary>It is lost.</summary>
    public static Surplus Forfeited { get; } = new Lost();

    /// <summary>It buys time on the plan: as many whole terms as it pays for, then days of the term after them.</summary>
    /// <param name="days">How the number of days is rounded: <see cref="RoundingMode.Floor"/>, <see cref="RoundingMode.Ceiling"/> or <see cref="RoundingMode.HalfAwayFromZero"/>.</param>
    /// <param name="units">In which units time is bought: terms and days, unless told otherwise.</param>
    /// <remarks>EUR 161.10 at EUR 240.00 for a year of 366 days: 245 days, floored; the EUR 0.44 that are left are forfeited (PhotoDeck, 4-C).</remarks>
    public static Surplus ToTime(RoundingMode days, TimeUnits units = TimeUnits.Terms) => new Time(days, SurplusOf.Net) { Units = units };

    /// <summary>All unused value buys time on the plan, in the same way, and the new price is paid in full.</summary>
    /// <param name="days">How the number of days is rounded.</param>
    /// <param name="units">In which units time is bought: terms and days, unless told otherwise.</param>
    public static Surplus AllUnusedToTime(RoundingMode days, TimeUnits units = TimeUnits.Terms) => new Time(days, SurplusOf.WholeUnusedValue) { Units = units };

    /// <summary>It is paid back, as far as what ends was paid; the rest goes as told.</summary>
    /// <param name="rest">What becomes of the rest.</param>
    /// <remarks>EUR 37.50 unused of a plan of which EUR 30.00 was paid: EUR 30.00 is refunded, EUR 7.50 is the rest.</remarks>
    public static Surplus Refunded(RefundRest rest) => new Refund(rest, RefundLimit.Paid);

    /// <summary>It is paid back, as far as what ends was paid beyond what was used of it; the rest goes as told.</summary>
    /// <param name="rest">What becomes of the rest.</param>
    /// <remarks>EUR 19.20 unused of EUR 37.20, of which EUR 27.90 was paid: EUR 9.90 is refunded, EUR 9.30 is the rest, as much as is still owed.</remarks>
    public static Surplus RefundedBeyondUse(RefundRest rest) => new Refund(rest, RefundLimit.PaidBeyondUse);

    /// <summary>All unused value is paid back, as far as it was paid, and the new price is paid in full: two payments, both visible.</summary>
    /// <param name="rest">What becomes of the unused value that was never paid.</param>
    /// <example>EUR 9.00 unused of EUR 18.00, and a plan at EUR 12.00: EUR 9.00 back and EUR 12.00 to pay, not EUR 3.00.</example>
    public static Surplus AllUnusedRefunded(RefundRest rest) => new Refund(rest, RefundLimit.Paid) { Of = SurplusOf.WholeUnusedValue };

    /// <summary>Whether unused value is settled apart from the new price.</summary>
    internal bool IsApart => this is Time { Of: SurplusOf.WholeUnusedValue } or Refund { Of: SurplusOf.WholeUnusedValue };

    /// <summary>The answer where everything ends at once, and no next invoice comes.</summary>
    internal Surplus AtTheEnd => this is NextInvoice next ? next.WithoutOne == RefundRest.ToBalance ? ToBalance : Forfeited : this;

    private protected abstract void Seal();

    /// <summary>It becomes money credit of the account.</summary>
    public sealed record Balance : Surplus
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>It buys time on the plan, whole terms first. The days are counted from the exact surplus, not from the amount shown.</summary>
    /// <param name="Days">How the number of days is rounded.</param>
    /// <param name="Of">Of what the surplus is taken.</param>
    public sealed record Time(RoundingMode Days, SurplusOf Of) : Surplus
    {
        /// <summary>Gets the units in which time is bought: terms and days, unless told otherwise.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The value is none of the answers.</exception>
        /// <example>EUR 40.00 at EUR 120.00 a year, in months: from 31 January to 31 May.</example>
        public TimeUnits Units { get; init => field = Require.Defined(value, nameof(Units)); }

        private protected override void Seal()
        {
        }
    }

    /// <summary>It is paid back as far as what ends was paid.</summary>
    /// <param name="Rest">What becomes of the rest.</param>
    /// <param name="Limit">How much is paid back at most.</param>
    public sealed record Refund(RefundRest Rest, RefundLimit Limit) : Surplus
    {
        /// <summary>Gets the value that it is taken of: the net, unless told otherwise.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The value is none of the answers.</exception>
        public SurplusOf Of { get; init => field = Require.Defined(value, nameof(Of)); }

        private protected override void Seal()
        {
        }
    }

    /// <summary>It waits for the next invoice, which falls by it. A gift that it holds comes back as with a balance; only money waits.</summary>
    public sealed record NextInvoice : Surplus
    {
        /// <summary>Gets the answer where everything ends at once, and no next invoice comes: credit, unless told otherwise.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The value is none of the answers.</exception>
        public RefundRest WithoutOne { get; init => field = Require.Defined(value, nameof(WithoutOne)); }

        private protected override void Seal()
        {
        }
    }

    /// <summary>It is lost.</summary>
    public sealed record Lost : Surplus
    {
        private protected override void Seal()
        {
        }
    }
}
