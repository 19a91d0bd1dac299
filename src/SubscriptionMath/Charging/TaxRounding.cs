namespace SubscriptionMath;

/// <summary>Rounds the tax of a bill's lines to whole minor units.</summary>
internal static class TaxRounding
{
    /// <summary>Gives the lines with their tax rounded.</summary>
    /// <param name="charged">The lines of one bill.</param>
    /// <param name="policy">The policy's answers for tax.</param>
    /// <param name="rounding">The rounding of the lines.</param>
    /// <param name="apart">Whether value given back is settled apart from the new price.</param>
    internal static List<Line> Of(List<Line> charged, TaxPolicy policy, Rounding rounding, bool apart)
    {
        List<Line> lines = [.. charged];
        HashSet<(TaxRate Rate, bool Apart)>? shared = null;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i] is not { Tax: { } tax } line)
            {
                continue;
            }

            if (policy.Stage == TaxStage.Lines || line.Forfeited)
            {
                lines[i] = Alone(line, tax, policy, rounding);
            }
            else if ((shared ??= []).Add((tax.Rate, apart && line.OfTheSold)))
            {
                Share(lines, i, policy, rounding, apart);
            }
        }

        return lines;
    }

    private static bool Together(Line one, Line other, bool apart) =>
        one is { Tax: { } tax, Forfeited: false } && tax.Rate == other.Tax!.Rate && !(apart && one.OfTheSold != other.OfTheSold);

    private static TaxRule Rule(TaxPolicy policy, bool givesBack) => givesBack ? policy.Credited : policy.Charged;

    private static Line Alone(Line line, LineTax tax, TaxPolicy policy, Rounding rounding)
    {
        var rule = Rule(policy, line.OfTheSold);
        if (rule.Base == TaxBase.Net && !(tax.Rate.Included && !line.OfTheSold))
        {
            return line with { Tax = tax with { Amount = Rounded(Exact(line, tax, rounding), line.Amount.Currency, rule.Mode) } };
        }

        var gross = tax.Rate.Included ? line.Amount : Gross(line, rounding);
        var within = Rounded(tax.Rate.InGross(gross.Exact), gross.Currency, rule.Mode);
        var sold = Rounded(tax.Exact, gross.Currency, RoundingMode.AwayFromZero);
        var amount = line.OfTheSold && within.Abs() > sold.Abs() ? sold : within;
        return line with { Amount = tax.Rate.Included ? line.Amount : gross - amount, Tax = tax with { Amount = amount } };
    }

    /// <summary>Shares the tax of one rate, rounded once, over its lines: each is cut, and the lines that lost most get the rest.</summary>
    private static void Share(List<Line> lines, int first, TaxPolicy policy, Rounding rounding, bool apart)
    {
        var (currency, sum, cut) = (lines[first].Amount.Currency, Fraction.Zero, Money.Zero(lines[first].Amount.Currency));
        var places = new List<(int Place, Fraction Lost)>();
        for (var i = first; i < lines.Count; i++)
        {
            if (Together(lines[i], lines[first], apart))
            {
                var exact = OutOfGross(lines[i], policy, rounding) ? OfGross(lines[i], rounding) : Exact(lines[i], lines[i].Tax!, rounding);
                var whole = Money.Round(exact, currency, RoundingMode.TowardZero);
                lines[i] = lines[i] with { Tax = lines[i].Tax! with { Amount = whole } };
                places.Add((i, exact - whole.Exact));
                (sum, cut) = (sum + exact, cut + whole);
            }
        }

        var rest = (Rounded(sum, currency, Rule(policy, sum.Sign > 0).Mode) - cut).Minor;
        var one = Money.OfMinor(Math.Sign(rest), currency);
        foreach (var (place, _) in places.OrderByDescending(line => line.Lost * Fraction.Of(Math.Sign(rest))).Take((int)Math.Abs(rest)))
        {
            lines[place] = lines[place] with { Tax = lines[place].Tax! with { Amount = lines[place].Tax!.Amount + one } };
        }

        foreach (var (place, _) in places)
        {
            // If tax is backed out of the gross, the net is the rest.
            lines[place] = OutOfGross(lines[place], policy, rounding)
                ? lines[place] with { Amount = Gross(lines[place], rounding) - lines[place].Tax!.Amount }
                : lines[place];
        }
    }

    /// <summary>Whether each rounded line has a gross of its own; else the net is rounded with its tax, once.</summary>
    private static bool OutOfGross(Line line, TaxPolicy policy, Rounding rounding) =>
        rounding.ByLine && Rule(policy, line.OfTheSold).Base == TaxBase.Gross && !line.Tax!.Rate.Included;

    private static Money Gross(Line line, Rounding rounding) => Rounded(line.ExactGross, line.Amount.Currency, rounding.Mode);

    /// <summary>The tax in the rounded gross; a credit never reverses more than the tax of the sale.</summary>
    private static Fraction OfGross(Line line, Rounding rounding)
    {
        var within = line.Tax!.Rate.InGross(Gross(line, rounding).Exact);
        return line.OfTheSold && within.Abs() > line.Tax.Exact.Abs() ? line.Tax.Exact : within;
    }

    /// <summary>
    /// The exact tax: on the rounded amount if lines are rounded; a credit's tax is in proportion to the amount billed anyway.
    /// </summary>
    private static Fraction Exact(Line line, LineTax tax, Rounding rounding) =>
        rounding.ByLine && !line.OfTheSold ? tax.Rate.Of(line.Amount.Exact) : tax.Exact;

    private static Money Rounded(Fraction exact, Currency currency, RoundingMode mode) =>
        exact.Sign < 0 ? -Money.Round(-exact, currency, mode) : Money.Round(exact, currency, mode);
}
