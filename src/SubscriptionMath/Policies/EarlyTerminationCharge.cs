using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The charge for leaving a contract before its end.</summary>
/// <remarks>
/// The charge is due when the customer asks to cancel, whenever the cancellation takes effect, and is not given back when it is withdrawn.
/// Discounts do not apply.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PartOwed), "part")]
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
}
