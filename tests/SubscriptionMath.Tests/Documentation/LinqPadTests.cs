using System.Reflection;
using System.Xml.Linq;
using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Documentation;

/// <summary>The LINQPad samples of the package, compiled and run with a stand-in for LINQPad's Dump, and the display of values there.</summary>
public sealed class LinqPadTests
{
    // As LINQPad shows a value: by its non-public ToDump, row by row, or by its text.
    private const string Dump = """

        internal static class LinqPad
        {
            internal static T Dump<T>(this T value, string? title = null)
            {
                Console.WriteLine($"{title}:");
                Write(value);
                return value;
            }

            private static void Write(object? value)
            {
                var shown = value?.GetType().GetMethod("ToDump", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance);
                if (shown is not null)
                    Write(shown.Invoke(value, null));
                else if (value is System.Collections.IEnumerable rows and not string)
                    foreach (var row in rows)
                        Write(row);
                else
                    Console.WriteLine($"  {value}");
            }
        }
        """;

    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateFiles(Folder, "*.linq").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Repository.Root, "linqpad-samples");

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_runs_and_shows_the_figures_of_its_question(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, $"{name}.linq")).ReplaceLineEndings("\n");
        const string EndOfHeader = "</Query>\n";
        var body = text.IndexOf(EndOfHeader, StringComparison.Ordinal) + EndOfHeader.Length;
        var header = XElement.Parse(text[..body]);
        var usings = header.Elements("Namespace").Select(one => $"using {one.Value};\n");
        Assert.Equal("SubscriptionMath", header.Element("NuGetReference")!.Value);

        var told = Assert.Single(SampleProgram.Run([string.Concat(usings) + text[body..] + "\n" + Dump]));

        Assert.All(FiguresOf(name), figure => Assert.Contains(figure, told, StringComparison.Ordinal));
    }

    [Fact]
    public void There_are_eight_samples() => Assert.Equal(8, Samples.Count);

    [Fact]
    public void A_value_is_shown_as_its_text()
    {
        Assert.Equal("EUR 70.19", Shown(Money.Of(70.19m, "EUR")));
        Assert.Equal("3 months", Shown(BillingInterval.Months(3)));
        Assert.Equal("2026-01-31", Shown(Anchor.On(new LocalDate(2026, 1, 31))));
        Assert.Equal("137/365", Shown(new Fraction(137, 365)));
        Assert.Equal("JPY", Shown(Currency.Of("JPY")));
        Assert.Equal("2026-04-01T00:00:00Z/2026-05-01T00:00:00Z", Shown(Term.Of(new LocalDate(2026, 4, 1), new LocalDate(2026, 5, 1), DateTimeZone.Utc)));
    }

    [Fact]
    public void A_quote_is_shown_as_a_table_of_its_entries()
    {
        var rows = (Array)Shown(WhaleBooks.Quote(WhaleBooks.Buy("2026-01-01", Yearly("personal")), Yearly("company"), "2026-07-02"));
        Assert.Equal(3, rows.Length);
        Assert.Equal("{ Account = Payment, Amount = EUR 70.19, Words = To be paid now }", rows.GetValue(2)!.ToString());
    }

    /// <summary>From 1 January 2027 to the end of 2028: 365 of 731 days are 23 of 48 columns.</summary>
    [Fact]
    public void A_timeline_is_shown_as_a_picture()
    {
        var rows = (Array)Shown(WhaleBooks.Advance(WhaleBooks.Buy("2026-01-01", Yearly("personal")), "2028-01-01"));
        Assert.Equal(2, rows.Length);
        Assert.Equal(
            $"{{ Day = 2027-01-01, What = Renewal, Due = EUR 100.00, Outcome = Accepted, Plan = personal, Status = Active, Life = {new string('█', 23)}{new string('·', 25)} }}",
            rows.GetValue(0)!.ToString());
    }

    [Fact]
    public void The_zone_of_a_subscription_is_shown_as_its_id()
    {
        var shown = Shown(Subscription.NotStarted("S-1", "EUR", DateTimeZoneProviders.Tzdb["Europe/Prague"]));
        Assert.Equal("Europe/Prague", shown.GetType().GetProperty("Zone")!.GetValue(shown));
    }

    private static object Shown(object value) =>
        value.GetType().GetMethod("ToDump", BindingFlags.NonPublic | BindingFlags.Instance)!.Invoke(value, null)!;

    /// <summary>
    /// Worked by hand. Of a year of 240.00 from 1 January, 183 of 365 days are left on 2 July: 120.33, and 50.14 of a year of 100.00. Two seats
    /// of 50.00 for 15 of 30 days are 50.00.
    /// </summary>
    private static string[] FiguresOf(string name) => name switch
    {
        "PriceAnUpgrade" => ["EUR 70.19  To be paid now"],
        "WhatBecomesOfADowngrade" => ["EUR 120.33", "The credit afterwards:\n  EUR 70.19", "The term afterwards:\n  2026-07-02T00:00:00Z/2027-09-14T00:00:00Z"],
        "EndATrial" => ["The trial:\n  2026-01-01T00:00:00Z/2026-01-15T00:00:00Z", "Amount = EUR 100.00", "Amount = EUR 140.00"],
        "AddSeats" => ["Two more on 16 April:", "Amount = EUR 50.00", "It leaves at:\n  2026-05-01T00:00:00Z", "5 members use a seat; the cart has 4 seats."],
        "SpendUsageCredits" => ["100 of licence", "20 of phone 50", "Left:\n  30", "Requested 31 phone credits; 30 are available.", "Lapsed 30 of phone 50"],
        "CancelAndResume" => ["Status:\n  NonRenewing", "Service in July:\n  True", "ChangeWhileCanceled", "Taken back:\n  Active"],
        "PlayTwoYears" => ["What = Expiry", "Outcome = Accepted", "█"],
        "CompareVendors" => ["Policy = WhaleBooks, Now = EUR 70.19, Later = EUR 0.00, Until = 2027-01-01", "Policy = PhotoDeck, Now = EUR 189.86"],
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "This sample has no figures yet."),
    };
}
