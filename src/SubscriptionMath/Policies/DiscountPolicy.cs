namespace SubscriptionMath;

/// <summary>The split of an invoice's discount over its lines, and the fate of the discount when a part leaves.</summary>
/// <param name="Split">The rule for the minor units left over.</param>
/// <param name="Reversal">The fate of the discount when a part of its units leave.</param>
/// <example>Stripe splits by the floor and gives the last line the rest, 5.00 over 10.00 and 20.00 as 1.66 and 3.34.</example>
public sealed record DiscountPolicy(SplitMethod Split, DiscountReversal Reversal)
{
    /// <summary>By the largest remainder, and in proportion.</summary>
    public static DiscountPolicy InProportion { get; } = new(SplitMethod.LargestRemainder, DiscountReversal.InProportion);

    /// <summary>Gets the rule for the minor units left over.</summary>
    public SplitMethod Split { get; init => field = Require.Defined(value, nameof(Split)); } = Require.Defined(Split, nameof(Split));

    /// <summary>Gets the fate of the discount when a part of its units leave.</summary>
    public DiscountReversal Reversal { get; init => field = Require.Defined(value, nameof(Reversal)); }
        = Require.Defined(Reversal, nameof(Reversal));

    /// <summary>Gets the amount from which a discount is taken; the price of a whole period by default.</summary>
    public DiscountStage Stage { get; init => field = Require.Defined(value, nameof(Stage)); }
}
