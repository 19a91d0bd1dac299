namespace SubscriptionMath;

/// <summary>The earlier payment of the value of leaving units, as far as that value has not gone into new lots.</summary>
/// <param name="Promotion">The promotional credit in the value.</param>
/// <param name="Unpaid">The part of the value that is not paid yet, in minor units.</param>
/// <param name="Paid">The money paid for those units, used time included, in minor units: no more can be refunded.</param>
/// <param name="Open">The amount billed for those units and not paid, in minor units.</param>
internal readonly record struct Returned(Sequence<CreditLot> Promotion, long Unpaid, long Paid, long Open)
{
    // A reference keeps the value small, since most units have no remainder.
    private readonly object? _remainder;

    /// <summary>Gets the remainder that the rounding of the bills of those units left, in minor units.</summary>
    internal Fraction Remainder { get => (Fraction?)_remainder ?? Fraction.Zero; init => _remainder = value.IsZero ? null : value; }

    /// <summary>Gets the amount billed for those units that is not given back, in minor units; zero or more.</summary>
    internal long NotGiven { get; init; }

    internal Returned Plus(in Returned other) => new(
        Promotions.Join(Promotion, other.Promotion),
        checked(Unpaid + other.Unpaid),
        checked(Paid + other.Paid),
        checked(Open + other.Open))
    {
        Remainder = RoundingRemainder.Kept(Remainder + other.Remainder),
        NotGiven = checked(NotGiven + other.NotGiven),
    };

    /// <summary>Takes the promotional credit in a part of the value.</summary>
    internal (Sequence<CreditLot> Gift, Returned Left) TakeGift(Money part)
    {
        var (gift, rest) = Promotions.Split(Promotion, part);
        return (gift, this with { Promotion = rest });
    }

    /// <summary>Takes the unpaid money in a part of the value.</summary>
    internal (Money Taken, Returned Left) TakeUnpaid(Money part)
    {
        var taken = Math.Min(Unpaid, part.Minor);
        return (Money.OfMinor(taken, part.Currency), this with { Unpaid = Unpaid - taken });
    }
}
