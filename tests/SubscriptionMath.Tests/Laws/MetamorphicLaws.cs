namespace SubscriptionMath.Tests.Laws;

public sealed class MetamorphicLaws
{
    [Law]
    public void There_and_back_at_one_instant_nets_to_zero_where_nothing_is_forfeited(Question question)
    {
        if (Trip.Of(question) is { } trip && !Broken.For(Broken.ThereAndBack, trip))
            Assert.InRange(trip.Net, -trip.Slack, trip.Slack);
    }

    [Law]
    public void What_was_just_bought_for_the_rest_gives_back_exactly_its_price(Question question)
    {
        // What was billed less the used part, which is rounded first, is no part of the price.
        if (question.Policy.Rules.Any(rule => rule is Rule.Treated { Then.Unused: UnusedValue.Lots { Basis: ValueBasis.BilledLessUsed } }) || Trip.Of(question) is not { } trip)
            return;

        // What is charged whole for a part of a month is not bought for the rest.
        foreach (var bought in trip.There.Lines.Where(line => line.Kind == LineKind.NewPrice && !ChargesWhole(question.Policy)))
        {
            foreach (var given in trip.Back.Lines.Where(line => line is { Kind: LineKind.Unused, Basis: LineBasis.Price or LineBasis.AllUnits } && line.Product == bought.Product
                && line.Quantity == bought.Quantity && line.Covers == bought.Covers && line.Price == bought.Price))
                Assert.Equal(-bought.Exact, given.Exact);
        }
    }

    private static bool ChargesWhole(BillingPolicy policy) => policy.Proration.Measure.Unit is ProrationUnit.MonthsThenDays or ProrationUnit.DaysOfOwnMonths
        && policy.Rules.OfType<Rule.Treated>().Any(rule => rule.When.Changes != ChangeKinds.Start && rule.Then.NewPrice == NewPrice.Full);

    [Law]
    public void Scale__all_prices_times_k_give_k_times_the_exact_lines_and_the_amounts_up_to_rounding(Story story, PositiveInt factor)
    {
        var k = (factor.Get % 7) + 2;
        // The price of a day that is rounded first is not k times as large.
        if (!story.IsExact || story.HasAmountsOff || story.Policy.Policy.Proration.Measure.Ratio is RatioRule.RateFirst)
            return;

        var (one, many) = (story.Question(), story.TimesPrices(k).Question());
        if (one.Answer() is not Quote quote)
            return;

        var scaled = Assert.IsType<Quote>(many.Answer());
        if (quote.Lines.Concat(scaled.Lines).Any(line => line.Basis is not (LineBasis.Price or LineBasis.AllUnits)) || BuysOfTheBill(one, quote) || BuysOfTheBill(many, scaled)
            || BuysOfWhatRoundingTook(one, quote) || BuysOfWhatRoundingTook(many, scaled))
            return;

        Assert.Equal(quote.Lines.Count, scaled.Lines.Count);
        // A discount that is taken off the rounded line is one of whole minor units, which are not k times as many.
        var rounds = story.Policy.Policy.Invoicing.Discounts.Stage == DiscountStage.Line;
        foreach (var (line, other) in quote.Lines.Zip(scaled.Lines))
        {
            var (first, of) = (rounds && line.Discount is not null ? Fraction.Of(k + 1) : Fraction.Zero, rounds && line.Discount is not null ? 2 * (k + 1) : k);
            Assert.True((other.Exact - (line.Exact * Fraction.Of(k))).Abs() <= first);
            if (line is { Kind: LineKind.NewPrice, Tax: { } tax })
                Assert.True((other.Tax!.Exact - (tax.Exact * Fraction.Of(k))).Abs() <= tax.Rate.Of(first));

            Assert.InRange(other.Amount.Minor - (line.Amount.Minor * k), line.Tax is null ? -of : -2 * of, line.Tax is null ? of : 2 * of);
            Assert.Equal((line.Kind, line.Product, line.Quantity, line.Covers, line.Share), (other.Kind, other.Product, other.Quantity, other.Covers, other.Share));
        }

        var slack = (k + 1L) * Policies.StepOf(story.Policy.Policy, quote.SubscriptionAfter.Currency) * (quote.Lines.Sum(line => (line.Tax is null ? 1 : 3) + (rounds && line.Discount is not null ? 2 : 0)) + 1);
        Assert.InRange(Due(scaled) - (Due(quote) * k), -slack, slack);
    }

    /// <summary>Whether time was bought, now or before, by what was billed and not by its price: both were rounded, and the tax that comes back with it was.</summary>
    private static bool BuysOfTheBill(Question question, Quote quote) => question.Situation.Past.Append(quote).Any(step =>
        step.Lines.Any(line => line.Kind == LineKind.TimeBought)
        && step.Lines.Any(line => line.GivesBack && (line.Tax is not null || line.Basis is not (LineBasis.Price or LineBasis.AllUnits))));

    /// <summary>
    /// Whether time was bought, now or before, out of a surplus with which rounding gave or took back what it had left: a whole minor unit is one at any price.
    /// </summary>
    private static bool BuysOfWhatRoundingTook(Question question, Quote quote)
    {
        var before = ((Quote)question.Situation.Story.FirstPurchase()).SubscriptionAfter;
        foreach (var step in question.Situation.Past.Append(quote))
        {
            var left = LifeLaws.LotsLeft(before, step.SubscriptionAfter)
                .Aggregate(before.Remainder ?? Fraction.Zero, (sum, lot) => sum + (lot.Remainder ?? Fraction.Zero));
            if (left.Abs() >= Fraction.One && step.Lines.Any(line => line.Kind == LineKind.TimeBought))
                return true;

            before = step.SubscriptionAfter;
        }

        return false;
    }

    private static long Due(Quote quote) =>
        quote.Entries.Where(entry => entry.Account is Account.Payment or Account.NextInvoice or Account.Balance or Account.Promotion).Sum(entry => entry.Amount.Minor);
}
