namespace SubscriptionMath.Tests.Laws;

/// <summary>Some money credit, an order of use, an instant, and two amounts to be paid one after the other.</summary>
public sealed record CreditCase(MoneyCredit Credit, CreditOrder Order, Instant At, int First, int Second, ProductKind? Only)
{
    internal static Arbitrary<CreditCase> Arbitrary() => (
        from lots in Stories.Lots("EUR").ListOf().Resize(8)
        from order in Policies.Orders
        from day in Gen.Choose(0, 420)
        from first in Gen.Choose(0, 20000)
        from second in Gen.Choose(0, 20000)
        from only in Gen.Elements<ProductKind?>(null, ProductKind.Plan, ProductKind.AddOn)
        select new CreditCase(new MoneyCredit { Lots = [.. lots] }, order, Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromDays(day), first, second, only)).ToArbitrary();

    internal CreditDrawn Draw(MoneyCredit credit, int minor) => CreditDraw.Draw(credit, Money.OfMinor(minor, "EUR"), Order, At, Only);
}

/// <summary>Law 11 for money credit, lot by lot and source by source.</summary>
public sealed class MoneyCreditLaws
{
    [Law]
    public void Drawing_in_two_steps_is_drawing_at_once(CreditCase question)
    {
        var first = question.Draw(question.Credit, question.First);
        var (second, once) = (question.Draw(first.After, question.Second), question.Draw(question.Credit, question.First + question.Second));
        Assert.Equal(once.Amount, first.Amount + second.Amount);
        Assert.Equal(once.NotCovered, first.NotCovered + second.NotCovered);

        // What is left of a lot decides by size; after the first step it may be another one's turn.
        if (!question.Order.Keys.Contains(CreditKey.LargestFirst) && !question.Order.Keys.Contains(CreditKey.SmallestFirst))
            Assert.Equal(once.After, second.After);
    }

    [Law]
    public void Expiring_money_credit_twice_is_expiring_it_once(CreditCase question, NonNegativeInt days)
    {
        var later = question.At + Duration.FromDays(days.Get % 400);
        var once = CreditExpiry.After(question.Credit, later);
        Assert.Equal(once, CreditExpiry.After(once, later));
        Assert.Equal(once, CreditExpiry.After(CreditExpiry.After(question.Credit, question.At), later));
    }

    [Law]
    public void A_replay_lot_by_lot_agrees_on_what_is_drawn(CreditCase question)
    {
        var drawn = question.Draw(question.Credit, question.First);
        var (rest, taken, left) = ((long)question.First, new List<(int Place, long Minor)>(), question.Credit.Lots.Select(lot => lot.Left.Minor).ToArray());
        var turns = Enumerable.Range(0, left.Length).ToList();
        while (turns.Count > 0)
        {
            // The next lot is the one that no other comes before.
            var place = turns.First(one => turns.All(other => other == one || IsBefore(question, one, other)));
            turns.Remove(place);
            var lot = question.Credit.Lots[place];
            var pays = (lot.PaysOnly is null || lot.PaysOnly == question.Only) && !(lot.Expires <= question.At) && !(lot.Effective > question.At);
            for (; pays && rest > 0 && left[place] > 0; rest--, left[place]--)
            {
                if (taken.Count == 0 || taken[^1].Place != place)
                    taken.Add((place, 0));

                taken[^1] = (place, taken[^1].Minor + 1);
            }
        }

        Assert.Equal(rest, drawn.NotCovered.Minor);
        Assert.Equal(taken.Select(one => question.Credit.Lots[one.Place] with { Left = Money.OfMinor(one.Minor, "EUR") }), drawn.Taken);
        Assert.Equal(left.Where(minor => minor > 0), drawn.After.Lots.Select(lot => lot.Left.Minor));
    }

    [Law]
    public void Each_source_closes_with_what_it_opened_with_and_what_was_added_drawn_expired_and_lost(Life life)
    {
        foreach (var (before, step, quote) in LifeLaws.Taken(life))
        {
            foreach (var (source, account) in new[] { (CreditSource.Paid, Account.Balance), (CreditSource.Promotion, Account.Promotion) })
            {
                var moved = quote.Entries.Where(entry => entry.Account == account).Sum(entry => entry.Amount.Minor);
                Assert.Equal(Of(source, before.Credit) - moved, Of(source, step.Credit));
            }
        }
    }

    [Law]
    public void Promotional_money_never_leaves_as_a_payment(Life life)
    {
        if (GivesMoreThanWasBilled(life.Policy))
            return;

        // A gift pays for everything. What is given back of it is a gift again, or lost: no payment, and no credit that could become one.
        var gift = new CreditLot { Left = Money.OfMinor(1_000_000_000, life.Story.Currency), Source = CreditSource.Promotion, Expires = null };
        var given = life with
        {
            Story = life.Story with
            {
                Credit = new MoneyCredit { Lots = [gift] },
                Policy = life.Story.Policy with { Policy = life.Policy with { Balance = life.Policy.Balance with { Pays = BalanceUses.All, PromotionLost = BalanceLoss.Never } } },
            },
        };
        // But for value that was given back before it was paid: it is credit until the bill comes, which a gift does not pay.
        var (paid, refunded, lines) = (0L, 0L, 0);
        foreach (var (_, step, quote) in LifeLaws.Taken(given))
        {
            (paid, refunded, lines) = (paid + quote.Totals.DueNow.Minor, refunded + quote.Totals.Refunded.Minor, lines + quote.Lines.Count);
            Assert.True(refunded + Of(CreditSource.Paid, step.Credit) <= paid + Credited(step.Subscription) + lines);
        }
    }

    [Law]
    public void Refunds_and_paid_credit_never_exceed_what_was_paid_in_money(Life life)
    {
        if (GivesMoreThanWasBilled(life.Policy) || !life.Failing.IsEmpty)
            return;

        var (paid, refunded, lines) = (Of(CreditSource.Paid, life.Facts.Credit), 0L, 0);
        foreach (var (_, step, quote) in LifeLaws.Taken(life))
        {
            (paid, refunded, lines) = (paid + quote.Totals.DueNow.Minor, refunded + quote.Totals.Refunded.Minor, lines + quote.Lines.Count);
            Assert.True(refunded + Of(CreditSource.Paid, step.Credit) <= paid + Credited(step.Subscription) + lines, $"{refunded} refunded and {Of(CreditSource.Paid, step.Credit)} held of {paid} paid");
        }
    }

    [Law]
    public void Credit_that_a_cancellation_loses_is_gone_when_it_is_asked_for(Life life)
    {
        // A purchase that is taken back before it began cancels nothing.
        foreach (var (_, step, quote) in LifeLaws.Taken(life).Where(taken => taken.Quote.Change is { Cart: null } && taken.Before.Subscription.Plan is not null && life.Others == 0))
        {
            Assert.False(life.Policy.Balance.PaidLost == BalanceLoss.AtCancellation && Of(CreditSource.Paid, CreditExpiry.After(step.Credit, quote.At)) > 0);
            Assert.False(life.Policy.Balance.PromotionLost == BalanceLoss.AtCancellation && Of(CreditSource.Promotion, CreditExpiry.After(step.Credit, quote.At)) > 0);
        }
    }

    private static bool IsBefore(CreditCase question, int one, int other) =>
        question.Order.Compare(question.Credit.Lots[one], question.Credit.Lots[other]) is var order && (order < 0 || (order == 0 && one < other));

    /// <summary>Whether time is given away by the rounding of days, or something is credited that was not billed.</summary>
    private static bool GivesMoreThanWasBilled(BillingPolicy policy) => Policies.CreditsThePriceHeld(policy)
        || policy.Rules.OfType<Rule.Treated>().Any(rule => rule.Then.Surplus is Surplus.Time { Days: not RoundingMode.Floor });

    /// <summary>The deferred charges that were given back as credit.</summary>
    private static long Credited(Subscription subscription) => subscription.NextInvoice.Sum(charge => charge.Credited?.Minor ?? 0);

    private static long Of(CreditSource source, MoneyCredit credit) => credit.Lots.Where(lot => lot.Source == source).Sum(lot => lot.Left.Minor);
}
