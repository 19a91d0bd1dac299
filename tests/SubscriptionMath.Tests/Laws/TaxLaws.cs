namespace SubscriptionMath.Tests.Laws;

public sealed class TaxLaws
{
    [Law]
    public void Tax_that_goes_back_is_never_more_than_what_it_was_sold_with(Question question)
    {
        if (question.Answer() is not Quote quote)
            return;

        var given = quote.Lines.Where(line => line is { GivesBack: true, Forfeited: false, Tax: not null }).ToList();
        foreach (var product in given.GroupBy(line => line.Product))
        {
            var sold = Lots(question.Situation, product.Key).Sum(lot => lot.Tax?.Billed.Minor ?? 0);
            Assert.InRange(product.Sum(line => line.Tax!.Amount.Minor), 0, sold);
        }
    }

    [Law]
    public void Over_a_whole_life_no_more_tax_goes_back_than_was_charged(Life life)
    {
        var (charged, reversed) = (0L, 0L);
        foreach (var step in life.Play().Steps.AsEnumerable())
        {
            if (step is { Answer: Quote quote, Outcome: Outcome.Accepted or Outcome.AcceptedAndOwed })
            {
                charged += quote.Totals.TaxCharged.Minor;
                reversed += quote.Totals.TaxReversed.Minor;
                Assert.InRange(reversed, 0, charged);
            }
        }
    }

    [Law]
    public void There_and_back_at_one_instant_nets_tax_to_zero(Question question)
    {
        if (Trip.Of(question) is not { } trip || Broken.For(Broken.ThereAndBack, trip))
            return;

        // Exactly where each line is told its own tax by one rule, and whole lots leave.
        var tax = question.Policy.Invoicing.Tax;
        var lines = trip.There.Lines.Concat(trip.Back.Lines).Where(line => line.Tax is not null).ToList();
        var whole = tax.Stage == TaxStage.Lines && tax.Charged == tax.Credited && tax.Charged.Base == TaxBase.Net && trip.There.Lines.All(line => !line.GivesBack);
        var slack = whole ? 0 : lines.Count;
        var used = lines.Where(line => line.Kind == LineKind.Used).Sum(line => line.Tax!.Amount.Minor);
        Assert.InRange(trip.There.Entries.Concat(trip.Back.Entries).Where(entry => entry.Account == Account.Tax).Sum(entry => entry.Amount.Minor) - used, -slack, slack);
    }

    [Law]
    public void The_tax_entries_are_the_tax_of_the_lines_and_what_is_forfeited_gives_none_back(Question question)
    {
        if (question.Answer() is not Quote quote)
            return;

        Assert.Equal(
            quote.Lines.Where(line => line is { Tax: not null, Forfeited: false }).Sum(line => line.Tax!.Amount.Minor),
            quote.Entries.Where(entry => entry.Account == Account.Tax).Sum(entry => entry.Amount.Minor));
        Assert.All(quote.Entries.Where(entry => entry.Account == Account.Tax), entry => Assert.False(quote.Lines[entry.Line].Forfeited));
        Assert.All(quote.Lines.Where(line => line.Tax is not null), line => Assert.True(line.Tax!.Amount.Minor == 0 || line.Tax.Amount.IsPositive == line.GivesBack));
    }

    [Law]
    public void Tax_within_prices_changes_nothing_that_is_paid(Story story, PositiveInt rate)
    {
        var policy = story.Policy.Policy.WithTax(TaxPolicy.ByInvoice);
        var plain = story with { Policy = story.Policy with { Policy = policy }, Taxes = null, TaxesNow = null };
        var within = TaxRates.Of(new TaxRate { Name = "VAT", Percent = rate.Get, Included = true });
        if (plain.Question().Answer() is Quote quote)
        {
            var taxed = (plain with { Taxes = within, TaxesNow = within }).Question().Answer().OrThrow();
            Assert.Equal(Paid(quote), Paid(taxed));
            Assert.Equal(quote.Lines.Select(line => line.Amount), taxed.Lines.Select(line => line.Amount));
        }
    }

    [Law]
    public void A_quote_is_stale_once_a_rate_of_tax_it_read_has_changed(Question question)
    {
        if (question.Answer() is not Quote quote || quote.Read.Taxes is null)
            return;

        var other = question.Situation.Facts with { Taxes = TaxRates.Of(new TaxRate { Name = "VAT", Percent = 77m }) };
        Assert.IsType<Stale>(Billing.Accept(question.Subscription, quote, other));
    }

    [Law]
    public void An_amount_off_is_split_over_the_lines_so_that_it_sums(Story story, PositiveInt off)
    {
        var amount = Money.OfMinor(off.Get, story.Currency);
        var sold = story with { First = story.First with { Discounts = [Discount.OfAmount("off", amount)] } };
        var quote = (Quote)sold.FirstPurchase();
        if (quote.SubscriptionAfter.Trial is not null || quote.Lines.Any(line => line.Share.Left != line.Share.Of || line.Covers.Start != quote.Lines[0].Covers.Start))
            return;

        // What is free until the first renewal, as a leading stub may be, has nothing that could bear its part.
        if (story.Policy.Policy.Rules[0] is Rule.Treated { Then.NewPrice: NewPrice.NothingUntilRenewal })
            return;

        // What is charged in arrears bears its part later, and set-up fees bear none.
        var plain = (Quote)(story with { First = story.First with { Discounts = [] } }).FirstPurchase();
        var parts = Later(quote).Aggregate(Fraction.Zero, (sum, lot) => sum + (lot.Discount?.Off ?? Fraction.Zero))
            + quote.Lines.Aggregate(Fraction.Zero, (sum, line) => sum + (line.Discount?.Off ?? Fraction.Zero));
        var room = plain.Lines.Where(line => line.Kind == LineKind.NewPrice).Sum(line => (long)(-line.Exact).Floor()) + Later(plain).Sum(lot => (long)lot.PriceOf(lot.Quantity).Floor());
        Assert.Equal(Fraction.Of(Math.Min(room, amount.Minor)), parts);
    }

    private static IEnumerable<Lot> Later(Quote bought) =>
        bought.SubscriptionAfter.AddOns.Append(bought.SubscriptionAfter.Plan!).SelectMany(item => item.Lots.ToArray()).Where(lot => lot.InArrears);

    private static IEnumerable<(Account, Money)> Paid(Quote quote) =>
        quote.Entries.Where(entry => entry.Account is Account.Payment or Account.NextInvoice or Account.Balance).Select(entry => (entry.Account, entry.Amount));

    private static IEnumerable<Lot> Lots(Situation situation, string product) =>
        from item in situation.Subscription.AddOns.Append(situation.Subscription.Plan!)
        where situation.Catalog.Plans.Any(plan => plan.Id == item.ProductId && plan.Name == product) || situation.Catalog.AddOns.Any(addOn => addOn.Id == item.ProductId && addOn.Name == product)
        from lot in item.SetUp is { } fee ? item.Lots.Append(fee) : item.Lots
        select lot;
}
