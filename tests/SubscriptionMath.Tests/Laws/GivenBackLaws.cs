namespace SubscriptionMath.Tests.Laws;

/// <summary>Money given back outside the library: what comes back later is smaller by it, and nothing else is different.</summary>
public sealed class GivenBackLaws
{
    /// <summary>
    /// A lot of JPY 100 is paid with 98 where a net is rounded down to steps of JPY 7, and the caller may give the 100 back: each gift may exceed the
    /// payment by less than a step. Where the net is rounded with its tax, the tax of a lot is rounded beside that: EUR 4.99 and 0.45 are paid with
    /// 5.43, and 5.44 may be given.
    /// </summary>
    [Law]
    public void Over_a_whole_life_no_more_comes_back_than_was_billed__with_what_was_given_outside(GivingLife giving)
    {
        var (played, given) = giving.Play();
        var policy = giving.Life.Policy;
        var beyond = policy.Proration.Rounding.StepOf(giving.Life.Unborn.Currency) - 1 + (policy.Invoicing.Tax.Charged.Base == TaxBase.Gross ? 1 : 0);
        var (sum, next) = (0L, 0);
        for (var i = 0; i < played.Steps.Count; i++)
        {
            while (next < given.Count && given[next].Steps <= i)
                sum -= given[next++].Amount.Minor;

            if (played.Steps[i] is { Answer: Quote quote, Outcome: Outcome.Accepted or Outcome.AcceptedAndOwed })
                sum += quote.Entries.Where(entry => entry.Account is Account.Payment or Account.NextInvoice or Account.Balance or Account.Promotion or Account.Goodwill).Sum(entry => entry.Amount.Minor);

            Assert.True(sum >= -beyond * next, $"{-sum} more came back than was billed");
        }
    }

    [Law]
    public void What_was_given_outside_leaves_a_life_consistent_balanced_and_the_same_when_it_is_written(GivingLife giving)
    {
        var (played, given) = giving.Play();
        Assert.All(played.Steps, step => Assert.Equal(0, step.Answer is Quote quote ? quote.Entries.Sum(entry => entry.Amount.Minor) : 0));
        Assert.All(played.Steps, step => Assert.Empty(SubscriptionCheck.Inconsistencies(step.Subscription)));
        Assert.All(given, one => Assert.Empty(SubscriptionCheck.Inconsistencies(one.After)));
        Assert.All(given, one => Assert.Equal(one.After, BillingJson.Read<Subscription>(BillingJson.Write(one.After))));
    }

    [Law]
    public void What_was_given_outside_is_billed_no_longer_and_all_else_stays(GivingLife giving)
    {
        foreach (var (before, after, lot, amount) in giving.Play().Given)
        {
            if (amount.IsZero)
            {
                Assert.Same(before, after);
                continue;
            }

            Assert.Equal(before.Version + 1, after.Version);
            Assert.Equal(Bare(before), Bare(after));
            Assert.Equal(Billed(before) - amount, Billed(after));
            Assert.All(Lots(after), one => Assert.True(one.Paid <= one.Billed && one.Carried <= one.Paid && one.Credited <= one.Billed));
            Assert.Single(Lots(before).Zip(Lots(after)), pair => pair.First != pair.Second && pair.First == lot);
        }
    }

    [Law]
    public void An_independent_reckoning_agrees_after_money_was_given_outside(Reckonable asked, NonNegativeInt lot, NonNegativeInt part, bool ofTimeLeft)
    {
        var situation = asked.Question.Situation;
        var gift = new Gift(default, lot.Get, part.Get % 1001, ofTimeLeft);
        if (GivingLife.Give(situation.Subscription, gift, situation.At) is not { } given)
            return;

        var question = asked.Question with { Situation = situation with { Subscription = given.After } };
        if (question.Answer() is Quote quote)
        {
            var reckoning = Reckoning.Of(question);
            OracleLaws.SameLines(reckoning, quote);
            OracleLaws.SameEntries(reckoning, quote);
        }
    }

    /// <summary>A subscription without what its lots were billed, paid and worth.</summary>
    private static Subscription Bare(Subscription held) => held with
    {
        Version = 0,
        Plan = held.Plan is { } plan ? Bare(plan) : null,
        AddOns = [.. held.AddOns.Select(Bare)],
    };

    private static Item Bare(Item item) =>
        item with { Lots = [.. item.Lots.Select(Bare)], SetUp = item.SetUp is { } fee ? Bare(fee) : null };

    private static Lot Bare(Lot lot)
    {
        var none = Money.Zero(lot.Billed.Currency);
        return lot with { Billed = none, Paid = none, Carried = none, Credited = none, Promotion = default, Discount = null, Tax = null };
    }

    private static Money Billed(Subscription held) =>
        Lots(held).Aggregate(Money.Zero(held.Currency), (sum, lot) => sum + lot.Gross);

    private static IEnumerable<Lot> Lots(Subscription held) =>
        held.AddOns.Append(held.Plan).OfType<Item>().SelectMany(item => item.Lots.Append(item.SetUp)).OfType<Lot>();
}
