namespace SubscriptionMath;

/// <summary>How the value of units that leave had been paid, as far as it has not gone on into something else.</summary>
/// <param name="Promotion">The promotional credit in it.</param>
/// <param name="Unpaid">The part of it that still waits to be paid, in minor units.</param>
/// <param name="Paid">The money paid for those units, used time included, in minor units: no more can be refunded.</param>
/// <param name="Open">The amount billed for those units and not paid, in minor units.</param>
internal readonly record struct Returned(Sequence<CreditLot> Promotion, long Unpaid, long Paid, long Open)
{
    internal Returned Plus(in Returned other) =>
        new(Promotions.Join(Promotion, other.Promotion), checked(Unpaid + other.Unpaid), checked(Paid + other.Paid), checked(Open + other.Open));

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
