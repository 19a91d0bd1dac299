namespace SubscriptionMath.Scenarios;

/// <summary>Prints the life of a subscription as a table that can be followed at a glance.</summary>
internal static class TimelineTable
{
    private const string Gap = "  ";
    private const string Nothing = "–";
    private const string Bullet = "· ";

    private static readonly string[] Headings = ["date", "what happened", "due", "credit left", "valid until"];

    internal static void Print(Scenario scenario, RunOutcome run, TextWriter output)
    {
        var page = new Page(output);
        var rows = LifeRow.Of(run);
        page.Heading($"{scenario.Id}  {scenario.Title}", run.Run.PolicyLabel);
        page.Remark(run.Run.Variant is { } variant ? $"Variant: {variant}" : null);
        page.Remark(run.Run.Note);
        page.Remark($"Amounts in {run.Run.Currency.Code}, dates in {run.Run.Zone.Id}.");
        page.Empty();

        string[][] cells = [Headings, .. rows.Select(row => Cells(row, run.Run)), Paid(rows, run.Run)];
        var widths = Enumerable.Range(0, Headings.Length).Select(column => cells.Max(row => row[column].Length)).ToArray();
        widths[1] = Math.Min(
            Math.Max(widths[1], rows.SelectMany(row => row.Details).Select(detail => detail.Length + Bullet.Length).DefaultIfEmpty().Max()),
            Page.Width - widths[0] - widths[2] - widths[3] - widths[4] - (4 * Gap.Length));
        Row(page, Headings, widths);
        Rule(page, widths);
        for (var i = 0; i < rows.Count; i++)
        {
            Row(page, cells[i + 1], widths);
            foreach (var detail in rows[i].Details)
            {
                Row(page, ["", Bullet + detail, "", "", ""], widths);
            }
        }

        Rule(page, widths);
        Row(page, cells[^1], widths);
    }

    private static string[] Cells(LifeRow row, ScenarioRun run) =>
    [
        Words.Day(row.It.At, run.Zone),
        row.What,
        Amount(row.Due),
        Amount(row.It.CreditLeft),
        row.ValidUntil is not { } until ? Nothing : row.It.After.Status == Status.Paused ? "paused" : Words.Day(until, run.Zone),
    ];

    private static string[] Paid(IReadOnlyList<LifeRow> rows, ScenarioRun run) =>
        ["", "paid in all", LifeRow.Amount(rows.Aggregate(Money.Zero(run.Currency), (sum, row) => sum + row.Due)), "", ""];

    private static string Amount(Money amount) => amount.IsZero ? Nothing : LifeRow.Amount(amount);

    private static void Rule(Page page, int[] widths) => page.Line(string.Join(Gap, widths.Select(width => new string('─', width))));

    /// <summary>A row; a text too long for its column continues below.</summary>
    private static void Row(Page page, string[] cells, int[] widths)
    {
        var lines = Folded(cells[1], widths[1]).ToArray();
        for (var i = 0; i < lines.Length; i++)
        {
            string[] shown = i == 0 ? [cells[0], lines[0], cells[2], cells[3], cells[4]] : ["", lines[i], "", "", ""];
            page.Line(string.Join(Gap, shown.Select((cell, column) => column == 1 ? cell.PadRight(widths[1]) : cell.PadLeft(widths[column]))));
        }
    }

    private static IEnumerable<string> Folded(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = new string(' ', Bullet.Length) + word;
            }
            else
            {
                line += line.Length == 0 ? word : $" {word}";
            }
        }

        yield return line;
    }
}
