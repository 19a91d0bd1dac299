namespace SubscriptionMath;

/// <summary>Checks the figures of one line of a quote against each other.</summary>
internal static class LineCheck
{
    /// <summary>The property that contradicts the others, and the reason; null for none.</summary>
    internal static (string Property, string Sentence)? Find(Quote quote, Line line, Int128 booked)
    {
        var currency = quote.SubscriptionAfter.Currency;
        return line.Amount.Currency != currency ? ("amount", $"The quote is in {currency}, and a line is {line.Amount}.")
            : line.Tax is { } tax && tax.Amount.Currency != currency
                ? ("tax.amount", $"The quote is in {currency}, and the tax of a line is {tax.Amount}.")
            : line.Quantity < 1 ? ("quantity", $"A line is for {line.Quantity} units; it must be 1 or more.")
            : line.Price < 0m ? ("price", $"The price of a line is {Text(line.Price)}; it must not be negative.")
            : line.Share.Left < 0 || line.Share.Of < 0 || (line.Share.Of == 0 && line.Share.Left > 0)
                ? ("share", $"The share of a line is {line.Share.Left} of {line.Share.Of}.")
            : OfAmount(quote, line) ?? OfPrice(line, currency) ?? OfBooked(line, booked);
    }

    /// <summary>An amount is its exact figure, rounded. The joint rounding of an invoice's lines may fall to any of them.</summary>
    private static (string Property, string Sentence)? OfAmount(Quote quote, Line line)
    {
        var most = Fraction.Of(quote.Lines.Count + 1);
        var sign = line.GivesBack ? 1 : -1;
        return line.Exact.Sign == -sign || line.Amount.Minor * (Int128)sign < 0
                ? ("amount",
                    $"A line of {line.Kind} is {line.Amount}, exactly {line.Exact} minor units; "
                    + $"it must not be {(sign > 0 ? "negative" : "positive")}.")
            : !Near(line.Amount.Exact, line.Exact, most) ? ("amount", $"A line is {line.Amount}, exactly {line.Exact} minor units.")
            : line.Tax is { } tax && !Near(tax.Amount.Exact, tax.Exact, most)
                ? ("tax.amount", $"The tax of a line is {tax.Amount}, exactly {tax.Exact} minor units.")
            : null;
    }

    /// <summary>The exact figure of a purchase is its price, up to the rounding of the daily price or of the share.</summary>
    private static (string Property, string Sentence)? OfPrice(Line line, Currency currency)
    {
        if (line is not { Kind: LineKind.NewPrice, Basis: LineBasis.Price, Share.Of: > 0 })
        {
            return null;
        }

        var whole = Fraction.Of(line.Price) * MinorUnits.Of(1m, currency) * Fraction.Of(line.Quantity);
        var price = Fraction.Max(Fraction.Zero, whole - (line.Discount?.Off ?? Fraction.Zero)) * line.Share.Fraction;
        var slack = (whole / Fraction.Of(50)) + (Fraction.Of(line.Quantity) * Fraction.Of(line.Share.Left + 2));
        return Near(-line.Exact, price, slack)
            ? null
            : ("exact",
                $"A line is {line.Exact} minor units; "
                + $"{line.Share.Left} of {line.Share.Of} of {line.Quantity} at {Text(line.Price)} are {-price}.");
    }

    private static (string Property, string Sentence)? OfBooked(Line line, Int128 booked) =>
        line.Kind == LineKind.Withheld || line.Forfeited || booked == line.Net.Minor
            ? null
            : ("amount", $"A line is {line.Net} without tax, and its entries sum to {booked} minor units.");

    private static bool Near(Fraction one, Fraction other, Fraction most) => one - other <= most && other - one <= most;

    private static string Text(decimal value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
