using System.Text.Json;

namespace SubscriptionMath.Tests.Dates;

public sealed class TermExamples
{
    private const string AprilText = "2026-04-01T00:00:00Z/2026-05-01T00:00:00Z";
    private static readonly Term April = Term.Of(new LocalDate(2026, 4, 1), new LocalDate(2026, 5, 1), DateTimeZone.Utc);
    private static readonly Instant Middle = Instant.FromUtc(2026, 4, 16, 0, 0);

    [Fact]
    public void The_start_belongs_to_the_term_and_the_end_to_the_next()
    {
        Assert.True(April.Contains(April.Start));
        Assert.True(April.Contains(April.End - Duration.Epsilon));
        Assert.False(April.Contains(April.End));
        Assert.False(April.Contains(April.Start - Duration.Epsilon));
        Assert.Equal(Duration.FromDays(30), April.Duration);
    }

    [Fact]
    public void An_end_before_the_start_is_refused_with_both_values()
    {
        var wrong = Assert.Throws<ArgumentOutOfRangeException>("end", () => new Term(April.End, April.Start));

        Assert.Equal("2026-04-01T00:00:00Z", wrong.ActualValue);
        Assert.Contains("2026-05-01T00:00:00Z", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_term_contains_nothing()
    {
        var empty = new Term(Middle, Middle);

        Assert.True(empty.IsEmpty);
        Assert.False(empty.Contains(Middle));
        Assert.True(default(Term).IsEmpty);
        Assert.Equal("1970-01-01T00:00:00Z/1970-01-01T00:00:00Z", default(Term).ToString());
    }

    [Fact]
    public void From_and_until_an_instant_are_the_two_parts()
    {
        Assert.Equal(new Term(Middle, April.End), April.From(Middle));
        Assert.Equal(new Term(April.Start, Middle), April.Until(Middle));
        Assert.True(April.From(April.End).IsEmpty);
        Assert.True(April.Until(April.Start).IsEmpty);
    }

    [Fact]
    public void There_is_no_part_from_an_instant_outside()
    {
        var wrong = Assert.Throws<ArgumentOutOfRangeException>("instant", () => April.From(April.End + Duration.Epsilon));

        Assert.Contains(AprilText, wrong.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("instant", () => April.Until(April.Start - Duration.Epsilon));
    }

    [Fact]
    public void What_two_terms_share()
    {
        var may = new Term(April.End, April.End + Duration.FromDays(31));

        Assert.Equal(April.From(Middle), April.Intersect(new Term(Middle, may.End)));
        Assert.Equal(new Term(may.Start, may.Start), April.Intersect(may));
        Assert.Equal(new Term(may.End, may.End), April.Intersect(new Term(may.End, may.End)));
    }

    [Theory]
    [InlineData("America/Los_Angeles", "2026-03-08", "2026-03-09", "2026-03-08T08:00:00Z/2026-03-09T07:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "2026-10-05", "2026-10-03T13:30:00Z/2026-10-04T13:00:00Z")]
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-05", "2018-11-04T03:00:00Z/2018-11-05T02:00:00Z")]
    [InlineData("America/Sao_Paulo", "2018-02-17", "2018-02-18", "2018-02-17T02:00:00Z/2018-02-18T03:00:00Z")]
    [InlineData("Pacific/Apia", "2011-12-29", "2011-12-30", "2011-12-29T10:00:00Z/2011-12-30T10:00:00Z")]
    [InlineData("Pacific/Apia", "2011-12-30", "2011-12-31", "2011-12-30T10:00:00Z/2011-12-30T10:00:00Z")]
    public void Whole_dates_across_a_clock_change(string zone, string start, string end, string term) =>
        Assert.Equal(
            term,
            Term.Of(Anchor.Parse(start).Origin.Date, Anchor.Parse(end).Origin.Date, DateTimeZoneProviders.Tzdb[zone]).ToString());

    [Theory]
    [InlineData(AprilText)]
    [InlineData("2026-04-01T00:00:00.000000001Z/2026-04-01T00:00:00.5Z")]
    public void A_term_reads_as_it_is_written(string text)
    {
        Assert.Equal(text, Term.Parse(text).ToString());
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(Term.Parse(text)));
        Assert.Equal(Term.Parse(text), JsonSerializer.Deserialize<Term>($"\"{text}\""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-04-01T00:00:00Z")]
    [InlineData("2026-04-01/2026-05-01")]
    [InlineData("2026-05-01T00:00:00Z/2026-04-01T00:00:00Z")]
    [InlineData(AprilText + "/")]
    public void Other_text_is_no_term(string text)
    {
        Assert.False(Term.TryParse(text, out _));
        Assert.Contains($"'{text}'", Assert.Throws<FormatException>(() => Term.Parse(text)).Message, StringComparison.Ordinal);
    }
}
