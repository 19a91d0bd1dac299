using NodaTime.Text;

namespace SubscriptionMath.Tests.Dates;

/// <summary>The short way to write and read whole seconds, and to find a local time's instant, beside Noda Time's general way.</summary>
public sealed class InstantTextExamples
{
    private static readonly Instant First = Instant.FromUtc(1, 1, 1, 0, 0);

    public static TheoryData<string> Texts =>
    [
        "2026-04-01T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2024-02-29T12:34:56Z", "1900-02-28T00:00:00Z",
        "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-04-31T00:00:00Z",
        "2026-04-00T00:00:00Z", "0000-01-01T00:00:00Z", "2026-04-01T24:00:00Z", "2026-04-01T23:60:00Z", "2026-04-01T23:59:60Z",
        "2026-04-01 00:00:00Z", "2026-04-01T00:00:00z", "2026-04-01T00:00:00", "2026-04-01T00:00Z", "2026-04-01T00:00:00.5Z",
        "2026-04-01T00:00:00.000000001Z", "-0001-04-01T00:00:00Z", "+026-04-01T00:00:00Z", "٢026-04-01T00:00:00Z", "", "2026/04-01T00:00:00Z",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_is_read_as_the_pattern_reads_it(string text)
    {
        var expected = InstantPattern.ExtendedIso.Parse(text);
        Assert.Equal(expected.Success, Term.TryParse($"{text}/9999-12-31T23:59:59.999999999Z", out var term));
        Assert.Equal(expected.Success ? expected.Value : default, term.Start);
    }

    [Fact]
    public void An_instant_is_written_and_read_as_the_pattern_does_it()
    {
        // A prime number of seconds, so that every field takes many values.
        for (var at = First; at < Instant.MaxValue - Duration.FromDays(400); at += Duration.FromSeconds(31_556_951))
        {
            var text = InstantPattern.ExtendedIso.Format(at);
            Assert.Equal($"{text}/{text}", new Term(at, at).ToString());
            Assert.Equal(new Term(at, at), Term.Parse($"{text}/{text}"));
        }
    }

    /// <summary>Half an hour after half an hour, through the gaps and overlaps of a year, also in zones that skip or repeat a day.</summary>
    [Theory]
    [InlineData("Europe/Prague", 2026)]
    [InlineData("Australia/Lord_Howe", 2026)]
    [InlineData("America/St_Johns", 2026)]
    [InlineData("Pacific/Apia", 2011)]
    [InlineData("Pacific/Kwajalein", 1993)]
    [InlineData("America/Metlakatla", 1867)]
    [InlineData("Asia/Kathmandu", 1986)]
    public void A_local_time_is_found_as_the_zone_finds_it(string id, int year)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        for (var local = new LocalDateTime(year, 1, 1, 0, 0); local.Year <= year; local = local.PlusMinutes(30))
        {
            Assert.Equal(local.InZoneLeniently(zone).ToInstant(), local.AtStart(zone));
        }
    }
}
