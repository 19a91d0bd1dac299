namespace SubscriptionMath;

/// <summary>The sum of charges deferred to an invoice.</summary>
/// <param name="Amount">The amount; negative if the invoice falls.</param>
/// <param name="Credited">The part given back as credit before payment. Promotional credit does not pay that part.</param>
/// <param name="Remainder">The exact amount less the rounded one, in minor units.</param>
internal readonly record struct Deferred(Money Amount, Money Credited, Fraction Remainder)
{
    /// <summary>Gets the lines behind the amount.</summary>
    internal Sequence<Line> Lines { get; init; }

    /// <summary>Gets whether no charge was deferred.</summary>
    internal bool IsNone => Amount.IsZero && Credited.IsZero && Remainder.IsZero;

    /// <summary>Adds the charges to those before them; each sum has a remainder of less than a minor unit.</summary>
    internal Sequence<Deferred> JoinTo(Sequence<Deferred> before)
    {
        if (IsNone || before.IsEmpty)
        {
            return IsNone ? before : [this];
        }

        var last = before[^1];
        return (last.Remainder + Remainder).Abs() < Fraction.One
            ? [
                .. before.SkipLast(1),
                new Deferred(last.Amount + Amount, last.Credited + Credited, last.Remainder + Remainder)
                {
                    Lines = Join(last.Lines, Lines),
                },
            ]
            : before.Plus(this);
    }

    internal static Deferred None(Currency currency) => new(Money.Zero(currency), Money.Zero(currency), Fraction.Zero);

    internal static Deferred Of(Sequence<DeferredCharge> charges, Currency currency)
    {
        var (sum, credited, remainder) = (Money.Zero(currency), Money.Zero(currency), Fraction.Zero);
        foreach (var charge in charges)
        {
            (sum, credited) = (sum + charge.Amount, credited + (charge.Credited ?? Money.Zero(currency)));
            remainder += charge.Remainder ?? Fraction.Zero;
        }

        return new Deferred(sum, credited, remainder) { Lines = LinesOf(charges) };
    }

    private static Sequence<Line> LinesOf(Sequence<DeferredCharge> charges) => charges.Count switch
    {
        0 => default,
        1 => charges[0].Lines,
        _ => [.. charges.SelectMany(static charge => charge.Lines)],
    };

    /// <summary>Joins the lines of two charges.</summary>
    internal static Sequence<Line> Join(Sequence<Line> one, Sequence<Line> other) =>
        one.IsEmpty ? other : other.IsEmpty ? one : [.. one, .. other];
}
