namespace SubscriptionMath;

/// <summary>Charges that were deferred to an invoice, in sum.</summary>
/// <param name="Amount">The amount; negative where it lowers the invoice.</param>
/// <param name="Credited">The part of it that was given back as credit before it was paid: a gift does not pay it.</param>
/// <param name="Remainder">The part of the exact amounts beyond it, in minor units.</param>
internal readonly record struct Deferred(Money Amount, Money Credited, Fraction Remainder)
{
    /// <summary>Gets whether there are none.</summary>
    internal bool IsNone => Amount.IsZero && Credited.IsZero && Remainder.IsZero;

    internal Deferred Plus(in Deferred other) => new(Amount + other.Amount, Credited + other.Credited, Remainder + other.Remainder);

    internal static Deferred None(Currency currency) => new(Money.Zero(currency), Money.Zero(currency), Fraction.Zero);

    internal static Deferred Of(Sequence<WaitingCharge> charges, Currency currency)
    {
        var (sum, credited, remainder) = (Money.Zero(currency), Money.Zero(currency), Fraction.Zero);
        foreach (var charge in charges)
        {
            (sum, credited) = (sum + charge.Amount, credited + (charge.Credited ?? Money.Zero(currency)));
            remainder += charge.Remainder ?? Fraction.Zero;
        }

        return new Deferred(sum, credited, remainder);
    }
}
