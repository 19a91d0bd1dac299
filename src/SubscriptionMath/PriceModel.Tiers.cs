using System.Globalization;

namespace SubscriptionMath;

/// <content>The models with tiers.</content>
public abstract partial record PriceModel
{
    /// <summary>Tiers by unit: each unit costs the amount of its own tier.</summary>
    /// <param name="Tiers">The tiers, the lowest first.</param>
    /// <remarks>The flat amount of a tier is charged as soon as its first unit is.</remarks>
    /// <example>0.10 up to 100, 0.05 up to 500, 0.02 beyond: 1,000 units cost 10.00 + 20.00 + 10.00 = 40.00.</example>
    public sealed record Graduated(Sequence<PriceTier> Tiers) : PriceModel
    {
        /// <summary>Gets the tiers, the lowest first; the last one has no end.</summary>
        /// <exception cref="ArgumentException">There is no tier; they do not rise, or do not end with one without an end.</exception>
        public Sequence<PriceTier> Tiers { get; init => field = Checked(value); } = Checked(Tiers);

        /// <summary>
        /// Gets the number of units in a package, for which the amounts per unit are; partial packages round up. 1 by default.
        /// </summary>
        /// <remarks>
        /// 1.00 for each ten: fifteen units are first rounded up to twenty, which lie in the tier of the twenty, and cost 2.00.
        /// </remarks>
        /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
        public int PackageSize { get; init => field = Require.AtLeast(1, value, nameof(PackageSize)); } = 1;

        /// <inheritdoc/>
        public override PriceModel Times(decimal factor) => this with { Tiers = Scaled(Tiers, factor) };

        internal override bool IsFree => Free(Tiers);

        internal override string Say(Func<decimal, string> amount) => Say("by tiers, each unit in its own", Tiers, PackageSize, amount);

        internal override Fraction Of(long quantity)
        {
            var (units, below, sum) = (Packages(quantity, PackageSize, PackageRounding.Up) * PackageSize, 0L, Fraction.Zero);
            foreach (var tier in Tiers)
            {
                var within = Math.Min(units, tier.UpTo ?? long.MaxValue) - below;
                if (within <= 0)
                {
                    break;
                }

                sum += Exact(tier.Flat) + (Exact(tier.PerUnit) * new Fraction(within, PackageSize));
                below += within;
            }

            return sum;
        }
    }

    /// <summary>Tiers by volume: every unit costs the amount of the tier of the whole quantity.</summary>
    /// <param name="Tiers">The tiers, the lowest first.</param>
    /// <remarks>
    /// One unit more may make all of them cheaper. So a change of the quantity within the term sells all units anew: the policy credits the
    /// old price for the time left, and charges the new one for it.
    /// </remarks>
    /// <example>10.00 each up to ten, 8.00 each beyond: ten cost 100.00, eleven cost 88.00.</example>
    public sealed record Volume(Sequence<PriceTier> Tiers) : PriceModel
    {
        /// <summary>Gets the tiers, the lowest first; the last one has no end.</summary>
        /// <exception cref="ArgumentException">There is no tier; they do not rise, or do not end with one without an end.</exception>
        public Sequence<PriceTier> Tiers { get; init => field = Checked(value); } = Checked(Tiers);

        /// <summary>
        /// Gets the number of units in a package, for which the amounts per unit are; partial packages round up. 1 by default.
        /// </summary>
        /// <remarks>1.00 for each thousand up to 100,000: 99,500 units are 100 packages and cost 100.00.</remarks>
        /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
        public int PackageSize { get; init => field = Require.AtLeast(1, value, nameof(PackageSize)); } = 1;

        /// <inheritdoc/>
        public override PriceModel Times(decimal factor) => this with { Tiers = Scaled(Tiers, factor) };

        internal override bool PricesAllAlike => true;

        internal override bool IsFree => Free(Tiers);

        internal override string Say(Func<decimal, string> amount) => Say("by tiers, all units in one", Tiers, PackageSize, amount);

        internal override Fraction Of(long quantity)
        {
            var packages = Packages(quantity, PackageSize, PackageRounding.Up);
            var at = 0;
            while (Tiers[at].UpTo < packages * PackageSize)
            {
                at++;
            }

            return Exact(Tiers[at].Flat) + (Exact(Tiers[at].PerUnit) * Fraction.Of(packages));
        }
    }

    private static Sequence<PriceTier> Checked(Sequence<PriceTier> tiers)
    {
        for (var i = 0; i < tiers.Count; i++)
        {
            var last = i == tiers.Count - 1;
            if (tiers[i].UpTo is null != last || (i > 0 && tiers[i].UpTo <= tiers[i - 1].UpTo))
            {
                throw new ArgumentException($"The tiers {tiers} do not rise to one without an end.", nameof(tiers));
            }
        }

        return tiers.IsEmpty ? throw new ArgumentException("At least one tier is needed.", nameof(tiers)) : tiers;
    }

    private static Sequence<PriceTier> Scaled(Sequence<PriceTier> tiers, decimal factor)
    {
        var scaled = new PriceTier[tiers.Count];
        for (var i = 0; i < scaled.Length; i++)
        {
            scaled[i] = new PriceTier(tiers[i].UpTo, Price.Scaled(tiers[i].PerUnit, factor), Price.Scaled(tiers[i].Flat, factor));
        }

        return Sequence.Of<PriceTier>(scaled);
    }

    private static string Say(string kind, Sequence<PriceTier> tiers, int size, Func<decimal, string> amount) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{kind} ({string.Join("; ", tiers.Select(tier => tier.Say(amount)))}){(size == 1 ? "" : $", for each {size}")}");

    private static bool Free(Sequence<PriceTier> tiers)
    {
        foreach (var tier in tiers)
        {
            if (tier.PerUnit != 0m || tier.Flat != 0m)
            {
                return false;
            }
        }

        return true;
    }
}
