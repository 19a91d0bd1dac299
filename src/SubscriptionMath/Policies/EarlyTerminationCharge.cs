using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The charge for leaving a contract before its end.</summary>
/// <remarks>
/// The charge is due when the customer asks to cancel, whenever the cancellation takes effect, and is not given back when it is withdrawn.
/// Discounts do not apply.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PartOwed), "part")]
[JsonDerivedType(typeof(FeeOwed), "fee")]
public abstract record EarlyTerminationCharge
{
    private protected EarlyTerminationCharge()
    {
    }

    /// <summary>A part of the bills from the end of the billed time to the end of the contract.</summary>
    /// <param name="part">The part; above 0, and 1 for all of them.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part is not above 0, or above 1.</exception>
    /// <example>A year at USD 20.00 a month, five months of which are left: a half of USD 100.00 is USD 50.00 (Adobe).</example>
    public static EarlyTerminationCharge PartOfTheRest(Fraction part) => new PartOwed(part);

    /// <summary>A fee for the contract, which may fall or rise with each month of it.</summary>
    /// <param name="amount">The fee at the start of the contract, in one currency; 0 or more.</param>
    /// <param name="eachMonth">The amount added for each whole month of the contract, negative to lower the fee; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    /// <exception cref="ArgumentException">The two amounts have different currencies.</exception>
    /// <example>
    /// <c>Fee(Money.Of(120m, "EUR"), Money.Of(-10m, "EUR"))</c> for a year at EUR 20.00 a month from 1 March: left in July, five months are
    /// billed, and EUR 70.00 are owed. <c>Fee(Money.Of(0m, "EUR"), Money.Of(5m, "EUR"))</c> takes back a discount of EUR 5.00 for each of
    /// the five months: EUR 25.00.
    /// </example>
    public static EarlyTerminationCharge Fee(Money amount, Money? eachMonth = null) =>
        new FeeOwed([amount], eachMonth is { } each ? [each] : default);

    private protected abstract void Seal();

    /// <summary>A part of the bills for the rest of the contract.</summary>
    /// <param name="Part">The part.</param>
    public sealed record PartOwed(Fraction Part) : EarlyTerminationCharge
    {
        /// <summary>Gets the part; above 0 and at most 1.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The part is not above 0, or above 1.</exception>
        public Fraction Part { get; init => field = InRange(value); } = InRange(Part);

        private static Fraction InRange(Fraction part) => part.Sign > 0 && part <= Fraction.One
            ? part
            : throw new ArgumentOutOfRangeException(nameof(part), part, $"The part owed is {part}; it must be above 0 and at most 1.");

        private protected override void Seal()
        {
        }
    }

    /// <summary>A fee for the contract, with an amount for each currency. A subscription in another currency owes none.</summary>
    /// <param name="Amounts">The fee at the start of the contract, once for each currency.</param>
    /// <param name="EachMonth">
    /// The amount added for each whole month of the contract up to the end of the billed time, once for each currency; a negative one
    /// lowers the fee, down to zero.
    /// </param>
    /// <param name="PerUnit">Whether each unit of the plan owes the fee; null, the default, means false: the contract owes it once.</param>
    public sealed record FeeOwed(Sequence<Money> Amounts, Sequence<Money> EachMonth, bool? PerUnit = null) : EarlyTerminationCharge
    {
        /// <summary>Gets the fee at the start of the contract, once for each currency; each is 0 or more.</summary>
        /// <exception cref="ArgumentException">There is none, or two of one currency.</exception>
        /// <exception cref="ArgumentOutOfRangeException">An amount is negative.</exception>
        public Sequence<Money> Amounts { get; init => field = NotNegative(Known(value)); } = NotNegative(Known(Amounts));

        /// <summary>Gets the amount added for each whole month of the contract; every currency has a fee as well.</summary>
        /// <exception cref="ArgumentException">A currency stands there twice, or has no fee.</exception>
        public Sequence<Money> EachMonth { get; init => field = Beside(Amounts, value); } = Beside(Amounts, EachMonth);

        /// <summary>The fee after a number of whole months, in minor units.</summary>
        internal Fraction After(long months, int units, Currency currency) =>
            Fraction.Max(Fraction.Zero, In(Amounts, currency) + (In(EachMonth, currency) * Fraction.Of(months)))
            * Fraction.Of(PerUnit == true ? units : 1);

        private static Fraction In(Sequence<Money> amounts, Currency currency) =>
            RequireMoney.Of(amounts, currency)?.Exact ?? Fraction.Zero;

        private static Sequence<Money> Known(Sequence<Money> amounts) => amounts.IsEmpty
            ? throw new ArgumentException("A fee needs an amount.", nameof(amounts))
            : RequireMoney.OneForACurrency(amounts, nameof(Amounts));

        private static Sequence<Money> NotNegative(Sequence<Money> amounts)
        {
            foreach (var amount in amounts)
            {
                _ = Require.NotNegative(amount, nameof(Amounts));
            }

            return amounts;
        }

        private static Sequence<Money> Beside(Sequence<Money> amounts, Sequence<Money> each)
        {
            foreach (var one in RequireMoney.OneForACurrency(each, nameof(EachMonth)))
            {
                if (RequireMoney.Of(amounts, one.Currency) is null)
                {
                    throw new ArgumentException($"{one} is added each month, and there is no fee in {one.Currency}.", nameof(each));
                }
            }

            return each;
        }

        private protected override void Seal()
        {
        }
    }
}
