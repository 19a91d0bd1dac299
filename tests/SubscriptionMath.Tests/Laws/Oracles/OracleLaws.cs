using System.Numerics;

namespace SubscriptionMath.Tests.Laws.Oracles;

public sealed class OracleLaws
{
    [Law]
    public void An_independent_reckoning_agrees_on_every_line(Reckonable asked)
    {
        if (asked.Question.Answer() is Quote quote)
            SameLines(Reckoning.Of(asked.Question), quote);
    }

    [Law]
    public void An_independent_reckoning_agrees_on_every_entry(Reckonable asked)
    {
        if (asked.Question.Answer() is Quote quote)
            SameEntries(Reckoning.Of(asked.Question), quote);
    }

    [Law]
    public void An_independent_reckoning_agrees_on_the_end_of_the_term(Reckonable asked)
    {
        if (asked.Question.Answer() is Quote quote)
            Assert.Equal(Reckoning.Of(asked.Question).End, quote.TermAfter!.Value.End);
    }

    [Law]
    public void An_independent_reckoning_agrees_on_every_change_in_a_life(Life life)
    {
        foreach (var (before, step, quote) in LifeLaws.Taken(life))
        {
            if (before.Subscription is not { Plan: { } plan, Status: Status.Active or Status.PastDue } || quote.Change is not { Cart: null or { Paused: false } } change || step.At >= plan.Term.End)
                continue;

            var reckoning = Reckoning.Of(new Question(new Situation(life.Story, before.Subscription, life.Facts with { Credit = before.Credit }, step.At, []), change));
            SameLines(reckoning, quote);
            SameEntries(reckoning, quote);
            if (change.Cart is not null)
                Assert.Equal(reckoning.End, quote.TermAfter!.Value.End);
        }
    }

    [Law]
    public void An_independent_reckoning_agrees_on_every_plain_renewal_in_a_life(Life life)
    {
        foreach (var (before, step, quote) in LifeLaws.Taken(life).Where(taken => taken.Quote.BillingReason == BillingReason.Renewal))
        {
            var now = new Situation(life.Story, before.Subscription, life.Facts with { Credit = before.Credit }, step.At, []);
            if (!Reckoning.RenewsPlainly(now))
                continue;

            var reckoning = Reckoning.OfRenewal(now);
            SameLines(reckoning, quote);
            SameEntries(reckoning, quote);
            Assert.Equal(reckoning.End, quote.TermAfter!.Value.End);
        }
    }

    [Law]
    public void An_independent_reckoning_agrees_on_every_measure(MeasureCase one)
    {
        var share = Proration.TimeLeft(one.Covers, one.Period, one.Interval, one.Instant, one.Measure, one.Zone);
        var dividing = new Dividing(one.Measure, one.Interval, one.Anchor, one.Zone) { Period = one.Period };
        var from = Instant.Max(one.Instant, one.Covers.Start);
        var left = dividing.Left(from, one.Covers, one.Instant >= one.Covers.Start && one.Measure.ChangeDay != ChangeDay.New);
        var whole = dividing.Whole(Instant.Min(from, one.Covers.End), one.Covers, one.Period);

        // A sum alone never gives back more than was sold, however long the stretch; days of their own months within a period are what they are.
        left = (one.Covers.Start < one.Period.Start || one.Covers.End > one.Period.End) && left.IsAtLeast(whole) ? whole : left;
        Assert.True(dividing.Of(Rational.Of(one.Price), left, whole).Is(one.Measure.PartOf(Fraction.Of(one.Price), share, one.Interval)), $"{share}, {left} of {whole}");
    }

    /// <summary>Days that are each a part of their own month are what they are: 30 January to 28 February is 2/31 and 27/28.</summary>
    [Law]
    public void A_part_never_costs_more_than_the_whole_and_no_more_is_unused_than_was_sold(MeasureCase one)
    {
        if (one.Measure.Unit is ProrationUnit.MonthsThenDays or ProrationUnit.DaysOfOwnMonths)
            return;

        var price = Money.OfMinor(one.Price, Currency.Parse("EUR"));
        foreach (var at in new[] { one.Instant, one.Period.Start, one.Covers.Start, one.Period.End })
        {
            var unused = Proration.Unused(price, one.Period, one.Interval, at, one.Measure, RoundingMode.HalfEven, one.Zone);
            Assert.InRange(Proration.ForTheRest(price, one.Period, one.Interval, at, one.Measure, RoundingMode.HalfEven, one.Zone).Minor, unused.Minor, price.Minor);
            Assert.InRange(unused.Minor, 0, price.Minor);
            var share = Proration.TimeLeft(one.Covers, one.Period, one.Interval, at, one.Measure, one.Zone);
            Assert.InRange(share.Left, 0, share.Of);
        }
    }

    [Law]
    public void A_calendar_walked_day_by_day_agrees_on_the_whole_life(DayByDayCase family)
    {
        var walked = new DayByDay(family);
        walked.Walk();
        Assert.Equal(walked.Rows, family.Lived(walked.Asked));
    }

    internal static void SameLines(Reckoning reckoning, Quote quote)
    {
        Assert.Equal(
            reckoning.Lines.Select(line => Text(line.Kind, line.Product, line.Quantity, line.End, line.Amount, line.Forfeited)).Order(StringComparer.Ordinal),
            quote.Lines.Select(line => Text(line.Kind, line.Product, line.Quantity, line.Covers.End, line.Amount.Minor, line.Forfeited)).Order(StringComparer.Ordinal));
        Assert.All(quote.Lines, line => Assert.Contains(reckoning.Lines, other => other.Kind == line.Kind && other.End == line.Covers.End && other.Exact.Is(line.Exact)));
    }

    internal static void SameEntries(Reckoning reckoning, Quote quote) => Assert.Equal(
        reckoning.Entries.Where(entry => entry.Amount != 0).Select(entry => $"{entry.Account} {entry.Amount}").Order(StringComparer.Ordinal),
        quote.Entries.Select(entry => $"{entry.Account} {entry.Amount.Minor}").Order(StringComparer.Ordinal));

    private static string Text(LineKind kind, string product, int quantity, Instant end, BigInteger amount, bool forfeited) =>
        $"{kind} {quantity} x {product} until {end}: {amount}{(forfeited ? " forfeited" : "")}";
}
