using System.Globalization;
using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The amount for one interval as a function of the number of units, in major units of the price's currency.</summary>
/// <remarks>
/// Zero units cost nothing in every model. Every amount of a model is zero or more and has at most 12 decimals; no model rounds.
/// The price of added units, and the worth of leaving ones, is the difference of two amounts of the same model.
/// </remarks>
/// <example>
/// Ten units held and five added, at 10.00 each up to ten and 8.00 each beyond: 140.00 - 100.00 = 40.00 for the five.
/// </example>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PerUnit), "perUnit")]
[JsonDerivedType(typeof(Flat), "flat")]
[JsonDerivedType(typeof(Included), "included")]
[JsonDerivedType(typeof(Package), "package")]
[JsonDerivedType(typeof(Graduated), "graduated")]
[JsonDerivedType(typeof(Volume), "volume")]
public abstract partial record PriceModel
{
    private protected PriceModel()
    {
    }

    /// <summary>Makes a stair-step price: one amount for any quantity within a step.</summary>
    /// <param name="steps">The steps, the lowest first; without amounts per unit.</param>
    /// <exception cref="ArgumentException">
    /// A step has an amount for each unit; the steps do not rise, or do not end with one without an end.
    /// </exception>
    /// <example>
    /// <c>StairStep(PriceTier.Step(10, 50m), PriceTier.Step(null, 90m))</c>: one unit and ten cost 50.00, eleven cost 90.00.
    /// </example>
    public static Volume StairStep(params ReadOnlySpan<PriceTier> steps)
    {
        foreach (var step in steps)
        {
            if (step.PerUnit != 0m)
            {
                throw new ArgumentException($"A step has one amount for all units; {step} has one for each.", nameof(steps));
            }
        }

        return new Volume(Sequence.Of(steps));
    }

    /// <summary>Gives this model with every amount multiplied, and rounded half up to twelve decimals.</summary>
    /// <param name="factor">The factor; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount becomes negative.</exception>
    /// <example>A price raised by a tenth: <c>new PriceModel.PerUnit(75m).Times(1.1m)</c> is 82.50 for each unit.</example>
    public abstract PriceModel Times(decimal factor);

    /// <summary>The amount for each unit, or null if the units do not all cost the same.</summary>
    internal virtual decimal? Each => null;

    /// <summary>Whether the whole quantity decides the price of every unit. One unit more may then make all of them cheaper.</summary>
    internal virtual bool PricesAllAlike => false;

    /// <summary>Whether every quantity is free.</summary>
    internal abstract bool IsFree { get; }

    /// <summary>The exact amount of a quantity, 1 or more, in major units.</summary>
    internal abstract Fraction Of(long quantity);

    /// <summary>Prints the model with plain amounts: "8 each", "50 with 5 units, then 9 each".</summary>
    public sealed override string ToString() => Say(amount => amount.ToString(CultureInfo.InvariantCulture));

    /// <summary>Says the model in words.</summary>
    internal abstract string Say(Func<decimal, string> amount);

    private protected static Fraction Exact(decimal amount) => Fraction.Of(amount);
}
