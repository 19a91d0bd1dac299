using System.Globalization;
using System.Text.RegularExpressions;
using SubscriptionMath.Vendors;

namespace SubscriptionMath.Scenarios;

/// <summary>One upgrade and one downgrade of a yearly plan, each as a table with a row for every policy.</summary>
internal static partial class CompareTable
{
    private const string Gap = "  ";
    private const string Nothing = "–";

    private static readonly string[] Headings = ["policy", "due now", "next invoice", "credit", "forfeited", "term ends", ""];
    private static readonly DateTimeZone Zone = DateTimeZone.Utc;
    private static readonly Instant Bought = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly Instant Changed = Instant.FromUtc(2026, 7, 2, 0, 0);

    private static readonly Catalog Sold = Catalog.Of(
        new Plan { Id = "personal", Name = "Personal", Rank = 1, Prices = [Price.Of(100m, "EUR", BillingInterval.Year)] },
        new Plan { Id = "company", Name = "Company", Rank = 2, Prices = [Price.Of(240m, "EUR", BillingInterval.Year)] });

    /// <summary>Some policies ask for the role of whoever asks, or for the members in use.</summary>
    private static readonly Facts Known = Facts.None with { AskedBy = Roles.Owner, MembersInUse = 1 };

    internal static void Print(BillingPolicy[] policies, TextWriter output)
    {
        var page = new Page(output);
        Print(page, "Upgrade", "personal", "company", policies);
        page.Empty();
        Print(page, "Downgrade", "company", "personal", policies);
    }

    private static void Print(Page page, string title, string from, string to, BillingPolicy[] policies)
    {
        var held = Billing.Price(
            Subscription.NotStarted("S-1", "EUR", Zone), Change.To(Cart.Of(from, BillingInterval.Year)), Known, Sold, WhaleBooks.Policy(), Bought)
            .OrThrow().SubscriptionAfter;
        page.Heading($"{title}: {Said(from)} to {Said(to)}", $"changed on {Words.Day(Changed, Zone)}");
        page.Remark($"The subscription was bought for {Words.Stretch(held.Term!.Value, Zone)}. Amounts in EUR.");
        page.Empty();

        string[][] cells = [Headings, .. Rows(held, Cart.Of(to, BillingInterval.Year), policies)];
        var widths = Enumerable.Range(0, Headings.Length).Select(column => cells.Max(row => row[column].Length)).ToArray();
        Row(page, cells[0], widths);
        Row(page, [.. widths.Select(width => new string('─', width))], widths);
        foreach (var row in cells.Skip(1))
        {
            Row(page, row, widths);
        }
    }

    /// <summary>A row for each policy; two if the customer has to choose the time.</summary>
    private static IEnumerable<string[]> Rows(Subscription held, Cart cart, BillingPolicy[] policies)
    {
        foreach (var row in Billing.Compare(held, Change.To(cart), Known, Sold, Changed, policies).AsEnumerable())
        {
            if (row.Refusal?.Code != RefusalCode.TimingNotStated)
            {
                yield return Cells(row, row.Policy);
                continue;
            }

            var policy = policies.First(one => one.Name == row.Policy);
            foreach (var (timing, when) in new[] { (RequestedTiming.Now, "now"), (RequestedTiming.AtPeriodEnd, "at the end") })
            {
                var chosen = Billing.Compare(held, new Change { Cart = cart, Timing = timing }, Known, Sold, Changed, policy)[0];
                if (chosen.Refusal?.Code != RefusalCode.TimingNotOffered)
                    yield return Cells(chosen, $"{row.Policy}, {when}");
            }

            var dated = Billing.Compare(held, new Change { Cart = cart, Date = Changed + Duration.FromDays(30) }, Known, Sold, Changed, policy)[0];
            if (policy.Rules.OfType<Rule.Treated>().Any(rule => rule.Then.Timing == Timing.OnDate))
                yield return Cells(dated, $"{row.Policy}, on 1 Aug");
        }
    }

    private static string[] Cells(PolicyAnswer row, string name) =>
    [
        name,
        Amount(row.DueNow),
        Amount(row.OnNextInvoice),
        Amount(row.Credit),
        Amount(row.Forfeited),
        row.TermEnd is { } end ? Words.Day(end, Zone) : "",
        row.Refusal is { } refusal ? $"refused: {Spoken(refusal.Code)}" : row.PendingUntil is { } from ? $"changes on {Words.Day(from, Zone)}" : "",
    ];

    /// <summary>An amount as people write it, a dash for none, nothing for a refusal.</summary>
    private static string Amount(Money? amount) => amount is not { } some ? "" : some.IsZero ? Nothing : LifeRow.Amount(some);

    private static string Said(string plan)
    {
        var price = Sold.Plan(plan).Prices[0];
        var amount = Money.Round(price.For(1), price.Currency, RoundingMode.HalfAwayFromZero).Amount;
        return $"{Sold.Plan(plan).Name} ({amount.ToString("N2", CultureInfo.InvariantCulture)} a year)";
    }

    /// <summary>"paid to free", for PaidToFree.</summary>
    private static string Spoken(RefusalCode code) =>
        Capital().Replace(JsonCursor.Small(code.ToString()), capital => $" {JsonCursor.Small(capital.Value)}");

    private static void Row(Page page, string[] cells, int[] widths) => page.Line(string.Join(
        Gap, cells.Select((cell, column) => column == 0 || column == cells.Length - 1 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))));

    [GeneratedRegex("[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();
}
