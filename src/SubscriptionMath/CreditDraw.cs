using NodaTime;

namespace SubscriptionMath;

/// <summary>An amount drawn on money credit.</summary>
public sealed record CreditDrawn
{
    /// <summary>Gets the lots drawn, in the order of use; each with the amount drawn as its amount left.</summary>
    public required Sequence<CreditLot> Taken { get; init; }

    /// <summary>Gets the sum drawn; from zero to the amount asked for.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets the part of the amount asked for that the credit did not cover; zero or more.</summary>
    public required Money NotCovered { get; init; }

    /// <summary>Gets the money credit afterwards, without the lots that were used up.</summary>
    public required MoneyCredit After { get; init; }
}

/// <summary>Draws an amount on money credit, lot by lot, as a separate calculation for callers with a model of their own.</summary>
public static class CreditDraw
{
    /// <summary>Draws as much of an amount as the credit covers.</summary>
    /// <param name="credit">The money credit.</param>
    /// <param name="amount">The amount to be paid; zero or more.</param>
    /// <param name="order">The order in which lots are drawn.</param>
    /// <param name="at">The instant; a lot effective from it may be drawn, a lot that expires at it may not.</param>
    /// <param name="only">The kind of product that the amount is for, or null for no kind: then only credit for everything pays.</param>
    /// <returns>The lots drawn, the amount not covered, and the credit afterwards.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    /// <exception cref="InvalidOperationException">A lot is in another currency.</exception>
    /// <example>
    /// EUR 50.00 on a gift of EUR 30.00 and EUR 70.00 paid, the gift first: EUR 30.00 and EUR 20.00; EUR 50.00 paid are left.
    /// </example>
    public static CreditDrawn Draw(MoneyCredit credit, Money amount, CreditOrder order, Instant at, ProductKind? only = null)
    {
        ArgumentNullException.ThrowIfNull(credit);
        ArgumentNullException.ThrowIfNull(order);
        Require.NotNegative(amount, nameof(amount));
        Consistency.Check(credit, amount.Currency, nameof(credit));
        var none = Money.Zero(amount.Currency);
        var limits = new CreditLimits(amount, only == ProductKind.Plan ? amount : none, only == ProductKind.AddOn ? amount : none);
        return Draw(credit, amount, limits, order, at);
    }

    /// <summary>
    /// Draws as much of an amount as the credit covers, within a limit for gifts and the billed amount of each kind of product.
    /// </summary>
    internal static CreditDrawn Draw(MoneyCredit credit, Money amount, in CreditLimits limits, CreditOrder order, Instant at)
    {
        var (rest, none) = (amount, Money.Zero(amount.Currency));
        var (byGifts, forPlan, forAddOns) = limits;
        var lots = credit.Lots.AsSpan().ToArray();
        var taken = new List<CreditLot>(lots.Length);
        foreach (var place in InOrder(lots, order))
        {
            var lot = lots[place];
            var most = lot.PaysOnly switch { null => rest, ProductKind.Plan => Less(forPlan, rest), _ => Less(forAddOns, rest) };
            var drawn = Less(lot.LeftAt(at), lot.Source == CreditSource.Promotion ? Less(most, byGifts) : most);
            if (drawn.IsPositive)
            {
                lots[place] = lot with { Left = lot.Left - drawn };
                taken.Add(lot with { Left = drawn });
                rest -= drawn;
                byGifts -= lot.Source == CreditSource.Promotion ? drawn : none;
                forPlan -= lot.PaysOnly == ProductKind.Plan ? drawn : none;
                forAddOns -= lot.PaysOnly == ProductKind.AddOn ? drawn : none;
            }
        }

        var after = new MoneyCredit { Lots = [.. lots.Where(lot => lot.Left.IsPositive)] };
        return new CreditDrawn { Taken = taken.ToSequence(), Amount = amount - rest, NotCovered = rest, After = after };
    }

    internal static MoneyCredit Add(MoneyCredit credit, Money amount) =>
        new() { Lots = credit.Lots.Plus(new CreditLot { Left = amount, Source = CreditSource.Paid, Expires = null }) };

    private static int[] InOrder(CreditLot[] lots, CreditOrder order)
    {
        var places = new int[lots.Length];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = i;
        }

        if (places.Length > 1 && !order.Keys.IsEmpty)
        {
            Array.Sort(places, (one, other) => order.Compare(lots[one], lots[other]) is var found and not 0 ? found : one.CompareTo(other));
        }

        return places;
    }

    private static Money Less(Money one, Money other) => one < other ? one : other;
}

/// <summary>The most that some credit may pay of an amount.</summary>
/// <param name="ByGifts">The most that promotional credit may pay.</param>
/// <param name="ForPlan">The billed amount of the plan, for credit that pays only for plans.</param>
/// <param name="ForAddOns">The billed amount of the add-ons, for credit that pays only for add-ons.</param>
internal readonly record struct CreditLimits(Money ByGifts, Money ForPlan, Money ForAddOns);
