namespace SubscriptionMath.Tests.Dates;

[Properties(Arbitrary = [typeof(CalendarArbitraries)])]
public sealed class TermLaws
{
    [Law]
    public void Intersection_is_what_lies_in_both(Term left, Term right, Instant instant)
    {
        var common = left.Intersect(right);

        Assert.Equal(common, right.Intersect(left));
        Assert.Equal(left.Contains(instant) && right.Contains(instant), common.Contains(instant));
        Assert.All(
            new[] { left.Start, right.Start, left.End, right.End },
            edge => Assert.Equal(left.Contains(edge) && right.Contains(edge), common.Contains(edge)));
    }

    [Law]
    public void A_term_meets_itself(Term term) => Assert.Equal(term, term.Intersect(term));

    [Law]
    public void Parts_make_the_whole__until_and_from_add_up(Anchor anchor, Instant instant, BillingInterval interval, DateTimeZone zone)
    {
        var term = anchor.TermAt(instant, interval, zone);

        Assert.Equal(term.Until(instant).End, term.From(instant).Start);
        Assert.Equal(term.Duration, term.Until(instant).Duration + term.From(instant).Duration);
    }

    [Law]
    public void A_term_comes_back_from_its_text(Term term) => Assert.Equal(term, Term.Parse(term.ToString()));
}
