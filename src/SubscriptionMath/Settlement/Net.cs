namespace SubscriptionMath;

/// <summary>The net of charges, rounded where the policy rounds.</summary>
/// <param name="Due">The amount that the customer owes, without charges deferred to this bill; negative for a surplus.</param>
/// <param name="Surplus">The exact value that may buy time or be paid back by itself, in minor units; zero or more.</param>
/// <param name="Unused">The value given back, rounded, where it is settled apart; else zero.</param>
/// <param name="Remainder">The part of the exact net that waits to be rounded with the next invoice, in minor units.</param>
internal readonly record struct Net(Money Due, Fraction Surplus, Money Unused, Fraction Remainder)
{
    /// <summary>Gets the exact rest of a surplus that bought time, in minor units, or null where it bought none.</summary>
    internal Fraction? TimeLeft { get; init; }

    /// <summary>Nets charges, with their tax.</summary>
    /// <param name="charges">The charges; their tax is rounded.</param>
    /// <param name="rounding">How, and where, the net is rounded.</param>
    /// <param name="tax">How tax is reckoned.</param>
    /// <param name="deferred">The charges deferred to this bill: they are one with the net where an invoice is rounded once.</param>
    internal static Net Of(Charges charges, Rounding rounding, TaxPolicy tax, in Deferred deferred)
    {
        var currency = deferred.Amount.Currency;
        var (exact, gross, unused) = (Fraction.Zero, Fraction.Zero, Fraction.Zero);
        var (rounded, taxed, returned) = (Money.Zero(currency), Money.Zero(currency), Money.Zero(currency));
        foreach (var line in charges.Lines)
        {
            if (line.Forfeited)
            {
                continue;
            }

            if (charges.AreApart && line.OfTheSold)
            {
                (unused, returned) = (unused + line.ExactGross, returned + line.Gross);
            }
            else
            {
                (exact, gross, rounded) = (exact + line.Exact, gross + line.ExactGross, rounded + line.Gross);
                taxed += line.Gross - line.Amount;
            }
        }

        var surplus = charges.AreApart ? unused : Fraction.Max(Fraction.Zero, gross);
        var apart = rounding.ByLine ? returned : Money.Round(unused, currency, rounding.Mode);
        var (net, beside) = tax.Charged.Base == TaxBase.Net ? (-exact, taxed) : (-gross, Money.Zero(currency));
        if (rounding.Stage != RoundingStage.Invoice)
        {
            return new Net(rounding.ByLine ? -rounded : Money.Round(net, currency, rounding.Mode) - beside, surplus, apart, Fraction.Zero);
        }

        net += deferred.Amount.Exact + deferred.Remainder;
        var whole = Money.Round(net, currency, rounding.Mode);
        var due = whole - deferred.Amount - beside;
        var remainder = net - whole.Exact;
        return new Net(due, surplus, apart, Waits(charges, due.IsZero ? remainder.Sign : Math.Sign(due.Minor)) ? remainder : Fraction.Zero);
    }

    /// <summary>Whether an amount due, or a surplus, waits for the next invoice.</summary>
    private static bool Waits(Charges charges, int sign) =>
        sign > 0 ? charges.When == SubscriptionMath.Due.NextInvoice : sign < 0 && charges.Surplus is Surplus.NextInvoice;
}
