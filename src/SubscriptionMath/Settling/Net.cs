namespace SubscriptionMath;

/// <summary>The net of charges, rounded at the policy's stage.</summary>
/// <param name="Due">The amount that the customer owes, without charges deferred to this bill; negative for a surplus.</param>
/// <param name="Surplus">The exact value that may buy time or be paid back by itself, in minor units; zero or more.</param>
/// <param name="Unused">The value given back, rounded, if settled apart; else zero.</param>
/// <param name="Remainder">The part of the exact net that waits to be rounded with the next invoice, in minor units.</param>
internal readonly record struct Net(Money Due, Fraction Surplus, Money Unused, Fraction Remainder)
{
    /// <summary>Gets the exact rest of a surplus that buys time, in minor units, or null for any other.</summary>
    internal Fraction? TimeLeft { get; init; }

    /// <summary>Gets the remainder of rounding that was counted with the net.</summary>
    internal Carried Carried { get; init; }

    /// <summary>Nets charges, with their tax.</summary>
    /// <param name="charges">The charges; their tax is rounded.</param>
    /// <param name="by">The terms, with the rounding of the net.</param>
    /// <param name="deferred">The charges deferred to this bill, rounded with the net if the policy rounds an invoice once.</param>
    /// <param name="before">The earlier remainder of rounding.</param>
    internal static Net Of(Charges charges, in SettlingTerms by, in Deferred deferred, in EarlierRemainder before)
    {
        var currency = deferred.Amount.Currency;
        var (exact, gross, unused, given) = (Fraction.Zero, Fraction.Zero, Fraction.Zero, Fraction.Zero);
        var (rounded, taxed, returned) = (Money.Zero(currency), Money.Zero(currency), Money.Zero(currency));
        foreach (var charge in charges.All)
        {
            if (charge.Line is not { Forfeited: false } line)
            {
                continue;
            }

            given += !line.GivesBack ? Fraction.Zero : by.Tax.Charged.Base == TaxBase.Net ? line.Exact : line.ExactGross;
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

        var (surplus, waits) = (charges.AreApart ? unused : Fraction.Max(Fraction.Zero, gross), by.Rounding.Stage == RoundingStage.Invoice);
        var (net, beside) = by.Tax.Charged.Base == TaxBase.Net ? (-exact, taxed) : (-gross, Money.Zero(currency));
        net += waits ? deferred.Amount.Exact + deferred.Remainder : Fraction.Zero;
        var waitsAsIs = waits && Waits(charges, (net - beside.Exact).Sign);
        var steps = new NetSteps(by.Rounding, beside, waitsAsIs ? 1 : by.Rounding.StepOf(currency));
        var whole = by.Rounding.ByLine ? -rounded : steps.Round(net);
        var apart = by.Rounding.ByLine ? returned : by.Rounding.Whole(unused, currency, steps.Step);
        beside = by.Rounding.ByLine ? Money.Zero(currency) : waits ? beside + deferred.Amount : beside;
        var carried = charges switch
        {
            { Surplus: SubscriptionMath.Surplus.Time, GiveBack: true } when surplus.Sign > 0 =>
                Carried.OfTime(charges, surplus, before.Held),
            { Surplus: SubscriptionMath.Surplus.Lost, GiveBack: true } when net.Sign < 0 => new Carried(0, before.Held, Fraction.Zero),
            _ when by.Rounding.ByLine => Carried.ByLine(charges, before.Held),
            { AreApart: true } => Carried.OfNet(charges, (-unused, steps.Step), -apart, apart, before),
            _ => Carried.OfNet(charges, (net, steps.Step), whole, steps.Round(net + given) - whole, before),
        };
        if (charges.AreApart && !by.Rounding.ByLine)
        {
            carried = carried with { OfSold = RoundingRemainder.Kept(net - whole.Exact) };
        }

        var bought = charges.Surplus is SubscriptionMath.Surplus.Time && surplus.Sign > 0;
        var taken = bought ? Money.Zero(currency) : Money.OfMinor(carried.Taken, currency);
        var due = whole - beside + (charges.AreApart ? Money.Zero(currency) : taken);
        var waiting = WaitsFor(charges, waits ? net - whole.Exact : Fraction.Zero, due, carried, before.Held);
        return new Net(
            due,
            bought ? surplus - Fraction.Of(carried.Taken) : surplus,
            charges.AreApart ? apart - taken : apart,
            waiting.Remainder)
        {
            Carried = waiting.Carried,
        };
    }

    /// <summary>The rounding of a net, to which its rounded tax is added later: to the minor unit, or with that tax to a step.</summary>
    private readonly record struct NetSteps(Rounding Rounding, Money Tax, long Step)
    {
        internal Money Round(Fraction net) => Step == 1
            ? Money.Round(net, Tax.Currency, Rounding.Mode)
            : Rounding.Whole(net - Tax.Exact, Tax.Currency, Step) + Tax;
    }

    /// <summary>
    /// Lets the remainder of a deferred net wait for the next invoice, which rounds it, unless a minor unit of remainder is taken back now.
    /// </summary>
    private static (Fraction Remainder, Carried Carried) WaitsFor(
        Charges charges, Fraction remainder, Money due, in Carried carried, Fraction before)
    {
        if (remainder.IsZero || !Waits(charges, due.IsZero ? remainder.Sign : Math.Sign(due.Minor)))
        {
            return (Fraction.Zero, carried);
        }

        if (charges.AreApart)
        {
            return (remainder, carried with { OfSold = Fraction.Zero });
        }

        var held = charges.GiveBack ? before + charges.Returned.Remainder : before;
        return carried.Taken != 0 || RoundingRemainder.Whole(held) != 0
            ? (Fraction.Zero, carried)
            : (remainder, new Carried(0, RoundingRemainder.Kept(held), Fraction.Zero));
    }

    /// <summary>Whether an amount due, or a surplus, waits for the next invoice.</summary>
    private static bool Waits(Charges charges, int sign) =>
        sign > 0
            ? charges.Settles.Waits
            : sign < 0 && charges.Surplus is SubscriptionMath.Surplus.NextInvoice;
}
