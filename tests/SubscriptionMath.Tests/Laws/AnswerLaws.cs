namespace SubscriptionMath.Tests.Laws;

public sealed class AnswerLaws
{
    [Law]
    public void Every_question_within_the_term_has_an_answer(Story story) => Assert.NotNull(story.Question().Answer());

    [Law]
    public void Balance__the_entries_of_every_quote_sum_to_zero(Question question)
    {
        if (question.Answer() is Quote quote)
            Assert.Equal(0, quote.Entries.Sum(entry => entry.Amount.Minor));
    }

    [Law]
    public void Preview_is_booking__accepting_gives_the_quoted_subscription(Question question)
    {
        if (question.Answer() is not Quote quote)
            return;

        var accepted = Billing.Accept(question.Subscription, quote, question.Situation.Facts).OrThrow();
        Assert.Equal(quote.SubscriptionAfter, accepted.Subscription);
        Assert.Equal(quote.CreditAfter, accepted.Credit);
    }

    [Law]
    public void The_same_inputs_give_an_equal_answer(Story story)
    {
        var question = story.Question();
        var answer = question.Answer();

        Assert.Equal(answer, question.Answer());
        Assert.Equal(answer, story.Question().Answer());
        Assert.Equal(story.Situation().Subscription, question.Subscription);
    }

    [Law]
    public void A_quote_is_stale_once_another_was_accepted(Question question, Question other)
    {
        if (question.Answer() is not Quote quote || quote.SubscriptionAfter.Version == quote.ForVersion)
            return;

        Assert.IsType<Stale>(Billing.Accept(quote.SubscriptionAfter, quote, question.Situation.Facts));
        if (quote.Read.Credit is not null)
        {
            var richer = question.Situation.Facts with { Credit = MoneyCredit.Of(Money.OfMinor(123_456_789, question.Subscription.Currency)) };
            Assert.IsType<Stale>(Billing.Accept(question.Subscription, quote, richer));
        }
    }

    /// <summary>The end of a day is counted here by its date, and not by the zone's own start of a day.</summary>
    [Law]
    public void A_quote_is_accepted_before_its_end_and_never_from_it_on(Question question, PositiveInt minutes)
    {
        foreach (var validity in new[] { null, QuoteValidity.ToEndOfDay, QuoteValidity.ForMinutes(minutes.Get) })
        {
            var (situation, policy) = (question.Situation, question.Situation.Policy.WithQuoteValidity(validity));
            var answer = Billing.Price(question.Subscription, question.Change, situation.Facts, situation.Catalog, policy, situation.At);
            if (answer is not Quote quote)
                return;

            Assert.Equal(question.Answer(), quote with { GoodUntil = null });
            var same = Billing.Accept(question.Subscription, quote, situation.Facts);
            Assert.Equal(same, Billing.Accept(question.Subscription, quote, situation.Facts, situation.At));
            Assert.Equal(same, Billing.Accept(question.Subscription, quote, situation.Facts, situation.Catalog, policy, situation.At));
            if (quote.GoodUntil is not { } end)
            {
                Assert.Null(validity);
                continue;
            }

            Assert.Equal(StaleReason.Time, Assert.IsType<Stale>(Billing.Accept(question.Subscription, quote, situation.Facts, end)).Reason);
            if (validity == QuoteValidity.ToEndOfDay)
            {
                Assert.True(end.InZone(situation.Zone).Date > situation.At.InZone(situation.Zone).Date);
                Assert.Equal(situation.At.InZone(situation.Zone).Date, (end - Duration.Epsilon).InZone(situation.Zone).Date);
            }
            else
            {
                Assert.Equal(minutes.Get * 60L, (end - situation.At).TotalSeconds);
            }

            if (end <= situation.NextEvent)
                Assert.Equal(same, Billing.Accept(question.Subscription, quote, situation.Facts, end - Duration.Epsilon));
        }
    }

    [Law]
    public void Nothing_changes_nothing_is_due(Situation situation)
    {
        if (situation.Asking(Change.To(situation.Subscription.Cart())).Answer() is not Quote quote)
            return;

        Assert.Empty(quote.Entries);
        Assert.Empty(quote.Lines);
        Assert.Empty(quote.Grants);
        Assert.Empty(quote.EndedAddOns);
        Assert.Equal(Direction.Lateral, quote.Direction);
        Assert.Equal(situation.Facts.Credit, quote.CreditAfter);
        Assert.Equal(situation.Subscription with { Pending = null, Version = quote.SubscriptionAfter.Version }, quote.SubscriptionAfter);
    }

    [Law]
    public void The_version_rises_by_one_where_something_changed_and_else_not_at_all(Question question)
    {
        if (question.Answer() is not Quote quote)
            return;

        var (before, after) = (question.Subscription, quote.SubscriptionAfter);
        Assert.Equal(before.Version, quote.ForVersion);
        Assert.Equal(before == after ? 0 : 1, after.Version - before.Version);
        Assert.NotEqual(before with { Version = after.Version + 1 }, after);
        Assert.True(before == after || before with { Version = after.Version } != after);
    }

    [Law]
    public void Every_refusal_names_a_reason(Question question)
    {
        if (question.Answer() is not Refused refused)
            return;

        Assert.True(Enum.IsDefined(refused.Code));
        Assert.NotEqual(RefusalCode.StaleQuote, refused.Code);
        Assert.Matches(@"^[A-Z0-9].+\.$", refused.Message);
        Assert.DoesNotContain("  ", refused.Message, StringComparison.Ordinal);
    }

    [Law]
    public void A_refused_change_leaves_no_entry(Question question, Situation situation)
    {
        if (question.Answer() is not Refused refused)
            return;

        Assert.Equal(refused, question.Answer());
        Assert.Throws<InvalidOperationException>(() => refused.OrThrow());
        Assert.Equal(question.Situation, question.Situation.Story.Situation());
    }

    [Law]
    public void A_pending_change_costs_nothing_before_it_takes_effect(Question question)
    {
        var later = question with { Change = question.Change with { Timing = RequestedTiming.AtPeriodEnd } };
        if (later.Answer() is not Quote quote)
            return;

        Assert.Empty(quote.Entries);
        Assert.Empty(quote.Lines);
        Assert.Empty(quote.Grants);
        Assert.Equal(question.Situation.Facts.Credit, quote.CreditAfter);
        var after = quote.SubscriptionAfter;

        // A cart that asks for nothing but other discounts waits for nothing: they hold for what is bought from now on.
        var discounts = after.Pending is null ? after.Discounts : question.Subscription.Discounts;
        Assert.Equal(question.Subscription with { Pending = after.Pending, Discounts = discounts, Version = after.Version }, after);
        if (after.Pending is { } pending)
        {
            // Merged with what waits already, it need not be what is asked for now.
            if (question.Subscription.Pending is null || question.Situation.Policy.Requests.Pending != PendingPolicy.Merged)
                Assert.Equal(question.Change.Cart, pending.Cart);

            Assert.Equal(question.At, pending.RequestedAt);

            // The period's end is that of the term, or of the contract where the rule waits for that.
            Assert.Equal(pending.OnDate ? question.Subscription.Plan!.Contract!.Value.End : question.Subscription.Term!.Value.End, pending.EffectiveAt);
        }
    }

    [Law]
    public void Withdrawing_a_pending_change_leaves_no_trace_but_the_version(Question question)
    {
        if (question.Answer() is not Quote { SubscriptionAfter.Pending: not null } quote)
            return;

        var waiting = question.Situation.After(quote);
        if (waiting.Asking(Change.To(waiting.Subscription.Cart())).Answer() is not Quote withdrawn)
            return;

        Assert.Empty(withdrawn.Entries);
        var expected = waiting.Subscription with { Pending = null, Version = waiting.Subscription.Version + 1 };
        Assert.Equal(expected, withdrawn.SubscriptionAfter);
        Assert.Equal(waiting.Facts.Credit, withdrawn.CreditAfter);
    }

    [Law]
    public void Every_entry_is_explained_with_the_figures_of_its_line(Question question)
    {
        if (question.Answer() is not Quote quote)
            return;

        var sentences = Explanation.Of(quote);
        Assert.Equal(quote.Entries.Count, sentences.Count);
        foreach (var (entry, sentence) in quote.Entries.Zip(sentences))
        {
            Assert.NotEmpty(sentence);
            if (entry.Line == Entry.NoLine)
            {
                Assert.NotEqual(Account.Service, entry.Account);
                continue;
            }

            var line = quote.Lines[entry.Line];
            Assert.Equal(entry.Account == Account.Tax ? line.Tax!.Amount : line.Net, entry.Account == Account.Forfeited && line.Kind != LineKind.Withheld ? -entry.Amount : entry.Amount);
            if (entry.Account == Account.Tax)
            {
                Assert.StartsWith(line.Tax!.Rate.ToString(), sentence, StringComparison.Ordinal);
                continue;
            }

            Assert.Contains(line.Product, sentence, StringComparison.Ordinal);
            if (entry.Account == Account.Service)
            {
                Assert.EndsWith(line.Net.Abs().ToString(), sentence, StringComparison.Ordinal);
                Assert.True(line.Basis == LineBasis.LeftOfBilled || line.Share.Left == line.Share.Of || sentence.Contains($"{line.Share.Left} ", StringComparison.Ordinal), sentence);
            }
        }
    }

    [Law]
    public void The_totals_are_the_sums_of_the_entries(Question question)
    {
        if (question.Answer() is not Quote quote)
            return;

        var totals = quote.Totals;
        Assert.Equal(Sum(Account.Payment), (totals.DueNow - totals.Refunded).Minor);
        Assert.Equal(Sum(Account.NextInvoice), totals.OnNextInvoice.Minor);
        Assert.Equal(Sum(Account.Balance) + Sum(Account.Promotion), (totals.FromCredit - totals.ToCredit).Minor);
        Assert.Equal(-Sum(Account.Forfeited), totals.Forfeited.Minor);
        Assert.Equal(-Sum(Account.Tax), (totals.TaxCharged - totals.TaxReversed).Minor);
        Assert.Equal(Sum(Account.Service), (totals.UnusedValue - totals.NewPrice - totals.TimeBought - totals.Used).Minor);

        Assert.Equal(Sum(Account.Payment) + Sum(Account.NextInvoice) + Sum(Account.Balance) + Sum(Account.Promotion), totals.Net.Minor);

        long Sum(Account account) => quote.Entries.Where(entry => entry.Account == account).Sum(entry => entry.Amount.Minor);
    }

    [Law]
    public void Terms_before_and_after_are_well_formed(Question question)
    {
        if (question.Answer() is not Quote quote)
            return;

        var after = quote.TermAfter!.Value;
        Assert.Equal(question.Subscription.Term, quote.TermBefore);
        Assert.True(after.Contains(question.At) || (after.IsEmpty && after.Start >= question.At && question.Situation.Story.MakesTheTerm));
        Assert.True(after.Start == question.At || after.Start == quote.TermBefore!.Value.Start);
        Assert.All(quote.SubscriptionAfter.AddOns, addOn => Assert.True(addOn.Term.Contains(question.At) || (addOn.Term.IsEmpty && after.IsEmpty)));
        Assert.All(quote.Lines, line => Assert.True(
            line.Kind == LineKind.Goodwill || (line.Kind == LineKind.Used ? line.Covers.Start <= question.At : line.Covers.Start >= question.At)));
        Assert.All(quote.Lines, line => Assert.True(line.Share.Left >= 0 && line.Share.Of >= 0));
    }

    [Law]
    public void Schedules_do_not_drift__the_term_ends_at_a_boundary_of_the_anchor(Question question)
    {
        if (question.Answer() is not Quote quote)
            return;

        var after = quote.SubscriptionAfter;
        foreach (var item in after.AddOns.Where(addOn => addOn.Anchor is not null).Append(after.Plan!))
        {
            var anchor = item.Anchor ?? after.Anchor;
            var end = item.Term.End.InZone(after.Zone).LocalDateTime;

            // A trial ends where it was promised to; a clock change moves the boundary as the zone shows it.
            var boundaries = Steps(question.Policy).SelectMany(step => Enumerable.Range(-1, 3)
                    .Select(n => anchor.Boundary(anchor.IndexAt(end, step) + n, step).InZoneLeniently(after.Zone).ToInstant()))
                .Concat(TrialEnds(question, after));
            Assert.Contains(item.Term.End, boundaries);
        }
    }

    /// <summary>By what the anchor is counted: months, and the interval of a stub that is another one.</summary>
    private static IEnumerable<BillingInterval> Steps(BillingPolicy policy) => policy.Rules.OfType<Rule.Treated>()
        .Select(rule => rule.Then.Term).OfType<TermRule.ToBillingDay>().Select(term => term.StubInterval ?? BillingInterval.Month).Append(BillingInterval.Month).Distinct();

    /// <summary>Of the first purchase, and of the trials that changes began.</summary>
    private static IEnumerable<Instant> TrialEnds(Question question, Subscription after) =>
        from trial in new[] { ((Quote)question.Situation.Story.FirstPurchase()).SubscriptionAfter.Trial, question.Subscription.Trial, after.Trial }
        where trial is not null
        select trial.Term.End;
}
