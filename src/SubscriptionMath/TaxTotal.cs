namespace SubscriptionMath;

/// <summary>The net and the tax of the lines of one rate, as an invoice shows them; positive for a charge to the customer.</summary>
/// <param name="Rate">The rate; null for lines without tax.</param>
/// <param name="Net">The amount without tax; negative if more goes back than is charged.</param>
/// <param name="Tax">The tax, as the lines were rounded; zero for lines without tax.</param>
/// <example>EUR 62.50 bought and EUR 37.50 given back, at VAT 20 % on top: net EUR 25.00, tax EUR 5.00.</example>
public sealed record TaxTotal(TaxRate? Rate, Money Net, Money Tax)
{
    /// <summary>Sums lines, rate by rate, in the order in which the rates appear.</summary>
    /// <remarks>A line for which the policy gives nothing (<see cref="Line.Forfeited"/>) is not counted.</remarks>
    /// <param name="lines">The lines of a quote, of deferred charges, or of both; of one currency.</param>
    /// <returns>A sum for each rate, and one for lines without tax; empty without lines.</returns>
    /// <exception cref="InvalidOperationException">The lines are in several currencies.</exception>
    /// <example>The lines of a renewal and those of <see cref="Quote.Collected"/>: the tax table of the invoice.</example>
    public static Sequence<TaxTotal> ByRate(Sequence<Line> lines)
    {
        var totals = new List<TaxTotal>();
        foreach (var line in lines)
        {
            if (line.Forfeited)
            {
                continue;
            }

            var rate = line.Tax?.Rate;
            var (net, tax) = (-line.Net, -(line.Tax?.Amount ?? Money.Zero(line.Amount.Currency)));
            var place = totals.FindIndex(total => total.Rate == rate);
            if (place < 0)
            {
                totals.Add(new TaxTotal(rate, net, tax));
            }
            else
            {
                totals[place] = totals[place] with { Net = totals[place].Net + net, Tax = totals[place].Tax + tax };
            }
        }

        return totals.ToSequence();
    }
}
