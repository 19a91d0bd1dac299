namespace SubscriptionMath.Tests.Laws;

/// <summary>A change that is meant for an earlier term: what was billed and the correction are together what should have been billed.</summary>
public sealed class SinceLaws
{
    private static readonly int[] Months = [1, 4, 9];

    [Law]
    public void A_correction_balances_passes_its_check_and_costs_nothing_when_it_is_asked_for_again(CorrectedLife corrected)
    {
        var (life, wish) = (corrected.Life, corrected.Wish);
        foreach (var (line, since) in Corrected(life, corrected.DaysBack))
        {
            var facts = life.Facts with { Credit = line.Facts.Credit, EarlierTerms = Earlier(line) };
            var change = new Change { Cart = wish.On(line.Subscription.Cart()).Cart, Since = since };
            if (Ask(life, line.Subscription, change, facts, line.Until!.Value) is not Quote quote)
                continue;

            Assert.Equal(0, quote.Entries.Sum(entry => entry.Amount.Minor));
            Assert.Null(QuoteCheck.Find(quote));
            Assert.Equal(quote, (Quote)BillingJson.Read<Answer>(BillingJson.Write<Answer>(quote)));
            Assert.All(quote.EarlierTerms.Append(quote.SubscriptionAfter), state => Assert.Empty(SubscriptionCheck.Inconsistencies(state)));
            Assert.All(quote.EarlierTerms, state => Assert.Contains(facts.EarlierTerms, term => term.Term!.Value.End == (state.Term?.End ?? term.Term.Value.End)));

            var accepted = Billing.Accept(line.Subscription, quote, facts).OrThrow();
            if (accepted.Subscription.Plan is null || accepted.Subscription.Term!.Value.IsEmpty || quote.EarlierTerms.IsEmpty)
                continue;

            var again = Ask(life, accepted.Subscription, change, facts with { Credit = accepted.Credit, EarlierTerms = quote.EarlierTerms }, line.Until.Value);
            Assert.True(again is not Quote { Entries.IsEmpty: false }, $"{(again as Quote)?.Entries}");
        }
    }

    /// <summary>A law that is never tried proves nothing.</summary>
    [Fact]
    public void Corrections_of_several_terms_come_about()
    {
        var answers = CorrectedLife.Arbitrary().Generator.Draw(nameof(SinceLaws), 2_000, 50).SelectMany(corrected =>
            from pair in Corrected(corrected.Life, corrected.DaysBack)
            let facts = corrected.Life.Facts with { Credit = pair.Line.Facts.Credit, EarlierTerms = Earlier(pair.Line) }
            let cart = corrected.Wish.On(pair.Line.Subscription.Cart()).Cart
            select Ask(corrected.Life, pair.Line.Subscription, new Change { Cart = cart, Since = pair.Since }, facts, pair.Line.Until!.Value)).ToList();
        var quotes = answers.OfType<Quote>().Where(quote => !quote.Entries.IsEmpty).ToList();
        Assert.InRange(quotes.Count(quote => !quote.EarlierTerms.IsEmpty), 60, 3_000);
        Assert.InRange(quotes.Count(quote => quote.Lines.Select(line => line.Covers.End).Distinct().Count() > 2), 30, 3_000);
        Assert.Contains(answers, answer => answer is Refused { Code: RefusalCode.EarlierTermNotPriced });
        Assert.Contains(quotes, quote => quote is { EarlierTerms.Count: > 0, Totals.ToCredit.IsPositive: true });
    }

    /// <summary>Two lives of one customer: the change is made in time, or months later for that time. They pay the same, but for the rounding of each term.</summary>
    [Law]
    public void What_was_billed_and_the_correction_are_what_should_have_been_billed(
        PositiveInt from, PositiveInt to, PositiveInt seats, PositiveInt then, NonNegativeInt start, NonNegativeInt day, NonNegativeInt late)
    {
        var shop = Priced(from.Get % 9_000, to.Get % 9_000);
        var begun = Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromDays(start.Get % 365);
        var since = begun + Duration.FromDays(day.Get % 200);
        var at = since + Duration.FromDays(late.Get % 150);
        var (first, cart) = (Cart.Of("old", BillingInterval.Month) with { Quantity = 1 + (seats.Get % 5) }, Cart.Of("new", BillingInterval.Month) with { Quantity = 1 + (then.Get % 5) });
        var bought = Billing.Price(shop.NotStarted(), Change.To(first), Facts.None, shop.Catalog, shop.Policy, begun).OrThrow();

        var inTime = Timeline.Of(bought.SubscriptionAfter, Facts.None).Play(Script.Of(new Command.Ask { At = since, Change = Change.To(cart) }), shop.Catalog, shop.Policy, at);
        var tooLate = Timeline.Of(bought.SubscriptionAfter, Facts.None).Play(Script.Empty, shop.Catalog, shop.Policy, at);
        var states = Earlier(tooLate, bought.SubscriptionAfter);
        var quote = Billing.Price(
            tooLate.Subscription, Change.To(cart) with { Since = since }, tooLate.Facts with { EarlierTerms = states }, shop.Catalog, shop.Policy, at).OrThrow();

        var terms = quote.EarlierTerms.Count + 1;
        Assert.InRange(Paid(tooLate) + Net(quote) - Paid(inTime), -terms, terms);
        Assert.Equal(Bought(inTime.Subscription), Bought(quote.SubscriptionAfter));
    }

    private static Answer Ask(Life life, Subscription held, Change change, Facts facts, Instant at) =>
        Billing.Compare(held, change, facts, life.Story.Catalog, at, life.Policy)[0].Answer;

    /// <summary>The life at some of its instants, each with an earlier one.</summary>
    private static IEnumerable<(Timeline Line, Instant Since)> Corrected(Life life, int back)
    {
        var line = life.Begin();
        foreach (var month in Months.Where(month => month <= life.Months))
        {
            line = life.Play(line, new Age(month, 7, 0).After(life.Story.Start, life.Story.Zone));
            var since = line.Until!.Value - Duration.FromDays(back);
            if (line.Subscription is { Plan: not null, Pause: null } && since >= life.Story.Start)
                yield return (line, since);
        }
    }

    /// <summary>The last state in each term before the current one.</summary>
    private static Sequence<Subscription> Earlier(Timeline line, params ReadOnlySpan<Subscription> first) =>
    [
        .. first.ToArray().Concat(line.Steps.Select(step => step.Subscription)).Where(state => state.Term is not null)
            .GroupBy(state => state.Term!.Value).Select(term => term.Last())
            .Where(state => state.Term!.Value.End <= line.Subscription.Term!.Value.Start).OrderBy(state => state.Term!.Value.Start),
    ];

    private static long Paid(Timeline line) => line.Steps.Select(step => step.Answer).OfType<Quote>().Sum(Net);

    private static long Net(Quote quote) => quote.Totals.Net.Minor;

    private static IEnumerable<(string, int, Term, Term)> Bought(Subscription held) =>
        held.Plan!.Lots.Select(lot => (held.Plan.ProductId, lot.Quantity, lot.Period, held.Plan.Term));

    private static Shop Priced(int old, int wanted) => new(
        Plain.Policy(Plain.FirstPurchase, Plain.Difference, Plain.Difference), Catalog.Of(
            Shops.Plan("old", 1, Price.Of(old / 100m, "EUR", BillingInterval.Month)), Shops.Plan("new", 2, Price.Of(wanted / 100m, "EUR", BillingInterval.Month))));
}
