namespace SubscriptionMath.Tests.Laws;

/// <summary>The entries sum to zero because the rounding takes the rest: so the rounding is held to what rounding can be, and each lot to its line.</summary>
public sealed class CoveredLaws
{
    [Law]
    public void Rounding__a_quote_rounds_by_no_more_than_a_unit_for_each_amount(Question question) => Little(question.Answer(), question.Subscription, question.Policy);

    [Law]
    public void Rounding__no_step_of_a_life_rounds_by_more_than_a_unit_for_each_amount(Life life)
    {
        foreach (var (before, _, quote) in LifeLaws.Taken(life))
            Little(quote, before.Subscription, life.Policy);
    }

    [Law]
    public void Time_that_a_surplus_bought_is_billed_as_its_line_says(Life life)
    {
        foreach (var quote in life.Play().Steps.Select(step => step.Answer).OfType<Quote>())
            IsBilled(quote);
    }

    [Law]
    public void Time_that_a_surplus_buys_is_billed_as_its_line_says(Question question)
    {
        if (question.Answer() is Quote quote)
            IsBilled(quote);
    }

    private static void IsBilled(Quote quote)
    {
        foreach (var line in quote.Lines.Where(line => line.Kind == LineKind.TimeBought))
        {
            var lot = quote.SubscriptionAfter.Plan!.Lots.Single(lot => lot.Covers == line.Covers && lot.Source != LotSource.Purchase);
            Assert.Equal(-line.Gross, lot.Gross);
        }
    }

    /// <summary>Each line, its tax and each net is rounded once, by less than a unit or a step; lines that waited are rounded with the bill; of what leaves, remainders come to one for each lot.</summary>
    private static void Little(Answer answer, Subscription before, BillingPolicy policy)
    {
        if (answer is not Quote quote)
            return;

        var rounded = Math.Abs(quote.Entries.Where(entry => entry.Account == Account.Rounding).Sum(entry => entry.Amount.Minor));
        var lots = LifeLaws.Items(before).Sum(item => item.Lots.Count);
        var lines = quote.Lines.Concat(quote.Collected.SelectMany(charge => charge.Lines)).ToList();
        var bills = quote.EarlierTerms.Count + 3;
        var most = lines.Count + lines.Count(line => line.Tax is not null) + lots + (bills * Policies.StepOf(policy, before.Currency));
        Assert.True(rounded <= most, $"{rounded} minor units of rounding for {lines.Count} lines and {lots} lots: at most {most}.");
    }
}
