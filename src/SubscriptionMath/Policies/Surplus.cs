using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The base of a surplus.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SurplusOf>))]
public enum SurplusOf
{
    /// <summary>The net: the unused value lowers the new price first.</summary>
    Net,

    /// <summary>The whole unused value: the new price is paid in full beside it.</summary>
    WholeUnusedValue,
}

/// <summary>The destination of the part of a surplus that cannot be refunded, since it was never paid.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RefundRest>))]
public enum RefundRest
{
    /// <summary>The part becomes money credit of the account.</summary>
    ToBalance,

    /// <summary>The part is lost.</summary>
    Forfeited,
}

/// <summary>The limit of a refund, if not all of an ending item was paid.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RefundLimit>))]
public enum RefundLimit
{
    /// <summary>All that was paid for the item: 19.20 unused of 37.20, of which 27.90 was paid, are refunded in full.</summary>
    Paid,

    /// <summary>The payment beyond the used part, which is paid for first: 27.90 paid less 18.00 used is 9.90 (Lago).</summary>
    PaidBeyondUse,
}

/// <summary>The use of unused value beyond the new price.</summary>
[JsonConverter(typeof(PartConverter))]
public abstract record Surplus
{
    private protected Surplus()
    {
    }

    /// <summary>The surplus becomes money credit of the account.</summary>
    public static Surplus ToBalance { get; } = new Balance();

    /// <summary>The surplus lowers the next invoice; the part beyond that invoice is money credit of the account.</summary>
    /// <remarks>
    /// USD 6.67 unused in mid-term, and USD 13.33 charged in arrears at its end: USD 6.66, or 6.67 if the invoice is rounded once
    /// (CloudBlue).
    /// </remarks>
    public static Surplus ToNextInvoice { get; } = new NextInvoice();

    /// <summary>The surplus lowers the next invoice; if everything ends at once and no invoice comes, a second answer decides.</summary>
    /// <param name="withoutOne">The destination of the surplus without a next invoice.</param>
    /// <example>EUR 15.00 unused, and a cancellation at once: EUR 15.00 of credit, or forfeited.</example>
    public static Surplus ToNextInvoiceOr(RefundRest withoutOne) => new NextInvoice { WithoutOne = withoutOne };

    /// <summary>The surplus is lost.</summary>
    public static Surplus Forfeited { get; } = new Lost();

    /// <summary>The surplus buys time on the plan: as many whole terms as it pays for, then days of the term after them.</summary>
    /// <param name="days">
    /// The rounding of the number of days: <see cref="RoundingMode.Floor"/>, <see cref="RoundingMode.Ceiling"/> or
    /// <see cref="RoundingMode.HalfAwayFromZero"/>.
    /// </param>
    /// <param name="units">The units in which time is bought: terms and days by default.</param>
    /// <remarks>
    /// EUR 161.10 at EUR 240.00 for a year of 366 days: 245 days, floored; the rest of EUR 0.44 is forfeited (PhotoDeck, 4-C).
    /// </remarks>
    public static Surplus ToTime(RoundingMode days, TimeUnits units = TimeUnits.Terms) => new Time(days, SurplusOf.Net) { Units = units };

    /// <summary>All unused value buys time on the plan, in the same way, and the new price is paid in full.</summary>
    /// <param name="days">The rounding of the number of days.</param>
    /// <param name="units">The units in which time is bought: terms and days by default.</param>
    public static Surplus AllUnusedToTime(RoundingMode days, TimeUnits units = TimeUnits.Terms) =>
        new Time(days, SurplusOf.WholeUnusedValue) { Units = units };

    /// <summary>The surplus is refunded, up to the payment for the ending item; a second answer decides the rest.</summary>
    /// <param name="rest">The destination of the rest.</param>
    /// <remarks>EUR 37.50 unused of a plan of which EUR 30.00 was paid: EUR 30.00 is refunded, EUR 7.50 is the rest.</remarks>
    public static Surplus Refunded(RefundRest rest) => new Refund(rest, RefundLimit.Paid);

    /// <summary>
    /// The surplus is refunded, up to the payment beyond the used part of the ending item; a second answer decides the rest.
    /// </summary>
    /// <param name="rest">The destination of the rest.</param>
    /// <remarks>
    /// EUR 19.20 unused of EUR 37.20, of which EUR 27.90 was paid: EUR 9.90 is refunded, EUR 9.30 is the rest, as much as is still owed.
    /// </remarks>
    public static Surplus RefundedBeyondUse(RefundRest rest) => new Refund(rest, RefundLimit.PaidBeyondUse);

    /// <summary>
    /// All unused value is refunded, as far as it was paid, and the new price is paid in full: two payments, both visible.
    /// </summary>
    /// <param name="rest">The destination of the unused value that was never paid.</param>
    /// <example>EUR 9.00 unused of EUR 18.00, and a plan at EUR 12.00: EUR 9.00 back and EUR 12.00 to pay, not EUR 3.00.</example>
    public static Surplus AllUnusedRefunded(RefundRest rest) => new Refund(rest, RefundLimit.Paid) { Of = SurplusOf.WholeUnusedValue };

    /// <summary>Whether unused value is settled separately from the new price.</summary>
    internal bool IsApart => this is Time { Of: SurplusOf.WholeUnusedValue } or Refund { Of: SurplusOf.WholeUnusedValue };

    /// <summary>The answer if everything ends at once, and no next invoice comes.</summary>
    internal Surplus AtTheEnd => this is NextInvoice next ? next.WithoutOne == RefundRest.ToBalance ? ToBalance : Forfeited : this;

    private protected abstract void Seal();

    /// <summary>The surplus becomes money credit of the account.</summary>
    internal sealed record Balance : Surplus
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>
    /// The surplus buys time on the plan, whole terms first. The days are counted from the exact surplus, not from the rounded amount.
    /// </summary>
    /// <param name="Days">The rounding of the number of days.</param>
    /// <param name="Of">The base of the surplus.</param>
    public sealed record Time(RoundingMode Days, SurplusOf Of) : Surplus
    {
        /// <summary>Gets the units in which time is bought: terms and days by default.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
        /// <example>EUR 40.00 at EUR 120.00 a year, in months: from 31 January to 31 May.</example>
        public TimeUnits Units { get; init => field = Require.Defined(value, nameof(Units)); }

        private protected override void Seal()
        {
        }
    }

    /// <summary>The surplus is refunded, up to the payment for the ending item.</summary>
    /// <param name="Rest">The destination of the rest.</param>
    /// <param name="Limit">The limit of the refund.</param>
    public sealed record Refund(RefundRest Rest, RefundLimit Limit) : Surplus
    {
        /// <summary>Gets the base of the surplus: the net by default.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
        public SurplusOf Of { get; init => field = Require.Defined(value, nameof(Of)); }

        private protected override void Seal()
        {
        }
    }

    /// <summary>The surplus lowers the next invoice. A gift within it comes back as with a balance; only money is deferred.</summary>
    public sealed record NextInvoice : Surplus
    {
        /// <summary>Gets the answer if everything ends at once, and no next invoice comes: credit by default.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
        public RefundRest WithoutOne { get; init => field = Require.Defined(value, nameof(WithoutOne)); }

        private protected override void Seal()
        {
        }
    }

    /// <summary>The surplus is lost.</summary>
    internal sealed record Lost : Surplus
    {
        private protected override void Seal()
        {
        }
    }
}
