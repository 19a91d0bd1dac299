using System.Globalization;

namespace SubscriptionMath;

/// <content>The models without tiers.</content>
public abstract partial record PriceModel
{
    /// <summary>The same amount for each unit.</summary>
    /// <param name="Amount">The amount for one unit, in major units; zero or more, with at most 12 decimals.</param>
    /// <example>75.00 for each unit: three cost 225.00.</example>
    public sealed record PerUnit(decimal Amount) : PriceModel
    {
        /// <summary>Gets the amount for one unit, in major units; zero or more, with at most 12 decimals.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The amount is negative or has more than 12 decimals.</exception>
        public decimal Amount { get; init => field = Price.Checked(value, nameof(Amount)); } = Price.Checked(Amount, nameof(Amount));

        /// <inheritdoc/>
        public override PriceModel Times(decimal factor) => new PerUnit(Price.Scaled(Amount, factor));

        internal override decimal? Each => Amount;

        internal override bool IsFree => Amount == 0m;

        internal override string Say(Func<decimal, string> amount) => $"{amount(Amount)} each";

        internal override Fraction Of(long quantity) => Exact(Amount) * Fraction.Of(quantity);
    }

    /// <summary>One amount, whatever the quantity.</summary>
    /// <param name="Amount">The amount, in major units; zero or more, with at most 12 decimals.</param>
    /// <example>99.00: one unit costs 99.00, and so do forty. An added unit costs nothing, and a leaving one gives nothing back.</example>
    public sealed record Flat(decimal Amount) : PriceModel
    {
        /// <summary>Gets the amount, in major units; zero or more, with at most 12 decimals.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The amount is negative or has more than 12 decimals.</exception>
        public decimal Amount { get; init => field = Price.Checked(value, nameof(Amount)); } = Price.Checked(Amount, nameof(Amount));

        /// <inheritdoc/>
        public override PriceModel Times(decimal factor) => new Flat(Price.Scaled(Amount, factor));

        internal override bool IsFree => Amount == 0m;

        internal override string Say(Func<decimal, string> amount) => $"{amount(Amount)} for any number";

        internal override Fraction Of(long quantity) => Exact(Amount);
    }

    /// <summary>One amount that includes some units, and an amount for each unit beyond them.</summary>
    /// <param name="Amount">The amount charged from the first unit on, in major units.</param>
    /// <param name="Units">The number of included units; 1 or more.</param>
    /// <param name="Extra">The amount for each unit beyond them, in major units.</param>
    /// <example>50.00 with five units, then 9.00 each: five cost 50.00, seven cost 68.00.</example>
    public sealed record Included(decimal Amount, int Units, decimal Extra) : PriceModel
    {
        /// <summary>Gets the amount charged from the first unit on, in major units; zero or more, with at most 12 decimals.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The amount is negative or has more than 12 decimals.</exception>
        public decimal Amount { get; init => field = Price.Checked(value, nameof(Amount)); } = Price.Checked(Amount, nameof(Amount));

        /// <summary>Gets the number of included units; 1 or more.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
        public int Units { get; init => field = Require.AtLeast(1, value, nameof(Units)); } = Require.AtLeast(1, Units, nameof(Units));

        /// <summary>
        /// Gets the amount for each unit beyond the included ones, in major units; zero or more, with at most 12 decimals.
        /// </summary>
        /// <exception cref="ArgumentOutOfRangeException">The amount is negative or has more than 12 decimals.</exception>
        public decimal Extra { get; init => field = Price.Checked(value, nameof(Extra)); } = Price.Checked(Extra, nameof(Extra));

        /// <inheritdoc/>
        public override PriceModel Times(decimal factor) => new Included(Price.Scaled(Amount, factor), Units, Price.Scaled(Extra, factor));

        internal override bool IsFree => Amount == 0m && Extra == 0m;

        internal override string Say(Func<decimal, string> amount) =>
            string.Create(CultureInfo.InvariantCulture, $"{amount(Amount)} with {Units} units, then {amount(Extra)} each");

        internal override Fraction Of(long quantity) => Exact(Amount) + (Exact(Extra) * Fraction.Of(Math.Max(0, quantity - Units)));
    }

    /// <summary>An amount for each package of a number of units.</summary>
    /// <param name="Amount">The amount for one package, in major units.</param>
    /// <param name="Size">The number of units in a package; 1 or more.</param>
    /// <param name="Rounding">The charge for a package that is not full.</param>
    /// <example>5.00 for each ten: fifteen units cost 10.00 rounded up, and 5.00 rounded down.</example>
    public sealed record Package(decimal Amount, int Size, PackageRounding Rounding) : PriceModel
    {
        /// <summary>Gets the amount for one package, in major units; zero or more, with at most 12 decimals.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The amount is negative or has more than 12 decimals.</exception>
        public decimal Amount { get; init => field = Price.Checked(value, nameof(Amount)); } = Price.Checked(Amount, nameof(Amount));

        /// <summary>Gets the number of units in a package; 1 or more.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
        public int Size { get; init => field = Require.AtLeast(1, value, nameof(Size)); } = Require.AtLeast(1, Size, nameof(Size));

        /// <summary>Gets the charge for a package that is not full.</summary>
        public PackageRounding Rounding { get; init => field = Require.Defined(value, nameof(Rounding)); }
            = Require.Defined(Rounding, nameof(Rounding));

        /// <inheritdoc/>
        public override PriceModel Times(decimal factor) => new Package(Price.Scaled(Amount, factor), Size, Rounding);

        internal override bool IsFree => Amount == 0m;

        internal override string Say(Func<decimal, string> amount) => string.Create(CultureInfo.InvariantCulture,
            $"{amount(Amount)} for each {Size}, {(Rounding == PackageRounding.Up ? "those begun as well" : "full ones only")}");

        internal override Fraction Of(long quantity) => Exact(Amount) * Fraction.Of(Packages(quantity, Size, Rounding));
    }

    private static long Packages(long quantity, int size, PackageRounding rounding) =>
        rounding == PackageRounding.Up ? (quantity / size) + (quantity % size == 0 ? 0 : 1) : quantity / size;
}
