using System.Globalization;
using System.Text.RegularExpressions;

namespace SubscriptionMath.Scenarios;

/// <summary>Prints what came of a scenario as somebody reads it who wants to know what is paid, and why.</summary>
public static partial class ScenarioPrinter
{
    private const int Width = 110;
    private const string Margin = "  ";
    private const int LabelWidth = 15;

    /// <summary>Prints a scenario with its variants, in lines of at most 110 characters; the same in every culture.</summary>
    /// <param name="outcome">What came of it.</param>
    /// <param name="output">Where it is written.</param>
    public static void Print(ScenarioOutcome outcome, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(output);
        foreach (var run in outcome.Runs)
        {
            Heading(outcome.Scenario, run.Run, output);
            foreach (var step in run.Steps)
            {
                output.Write('\n');
                Step(step, output);
            }

            output.Write('\n');
        }
    }

    private static void Heading(Scenario scenario, ScenarioRun run, TextWriter output)
    {
        var title = $"{scenario.Id}  {scenario.Title}";
        Line(output, title.Length + run.PolicyLabel.Length + 2 <= Width
            ? title + run.PolicyLabel.PadLeft(Width - title.Length)
            : $"{title}\n{run.PolicyLabel.PadLeft(Width)}");
        Line(output, new string('─', Width));
        Remark(run.Variant is { } name ? $"Variant: {name}" : null, output);
        Remark(run.Note, output);
    }

    private static void Step(StepOutcome step, TextWriter output)
    {
        Wrapped(output, Words.Day(step.Step.On, step.Run.Zone).PadRight(Margin.Length + LabelWidth), Words.Asked(step));
        Remark(Known(step), output, LabelWidth);
        Remark(step.Step.Note, output, LabelWidth);
        output.Write('\n');
        if (step.Answer is Quote quote)
        {
            Entries(quote, output);
            Summary(step, quote, output);
        }
        else
        {
            var refused = (Refused)step.Answer;
            Wrapped(output, $"{Margin}{"Refused".PadRight(LabelWidth)}", $"{JsonCursor.Small(refused.Code.ToString())}: {refused.Sentence}");
        }

        Figures(step, output);
    }

    private static void Entries(Quote quote, TextWriter output)
    {
        if (quote.Entries.IsEmpty)
        {
            Line(output, $"{Margin}Nothing is paid and nothing is credited.");
            return;
        }

        var amounts = quote.Entries.Select(entry => Scenarios.Figures.Signed(entry.Amount)).ToArray();
        var width = amounts.Max(amount => amount.Length);
        for (var i = 0; i < amounts.Length; i++)
        {
            var account = Spaced(quote.Entries[i].Account.ToString()).PadRight(LabelWidth);
            Wrapped(output, $"{Margin}{account}{amounts[i].PadLeft(width)}  ", Why(quote, i));
        }
    }

    /// <summary>The words of an entry without the amount at their end: it stands beside them.</summary>
    private static string Why(Quote quote, int index)
    {
        var (words, amount) = (Explanation.Of(quote, index), $" = {quote.Entries[index].Amount.Abs()}");
        return words.EndsWith(amount, StringComparison.Ordinal) ? words[..^amount.Length] : words;
    }

    private static void Summary(StepOutcome step, Quote quote, TextWriter output)
    {
        var (totals, run, after) = (quote.Totals, step.Run, quote.SubscriptionAfter);
        output.Write('\n');
        Fact(output, "Due now", $"{totals.DueNow}{(step.Step.PaymentFails ? ", and the payment fails: nothing has changed" : "")}");
        if (!totals.OnNextInvoice.IsZero)
        {
            Fact(output, "Next invoice", $"{totals.OnNextInvoice} {(totals.OnNextInvoice.IsPositive ? "more" : "less")}");
        }

        if (!totals.Refunded.IsZero)
        {
            Fact(output, "Refunded", totals.Refunded.ToString());
        }

        if (step.Step.PaymentFails)
        {
            return;
        }

        Fact(output, "Term", Term(quote, run));
        if (totals.DaysGranted > 0)
        {
            Fact(output, "Days granted", string.Create(CultureInfo.InvariantCulture, $"{totals.DaysGranted}, worth {totals.TimeBought}"));
        }

        var credit = step.CreditAfter.LeftAt(step.Step.On, run.Currency);
        if (!credit.IsZero || !step.CreditBefore.LeftAt(step.Step.On, run.Currency).IsZero)
        {
            Fact(output, "Credit left", credit.ToString());
        }

        if (!after.Grants.IsEmpty)
        {
            Fact(output, "Usage credits", string.Join(", ", Scenarios.Figures.UsageLeft(after, step.Step.On).Select(one => $"{one.Units} {one.Kind}")));
        }

        if (!quote.EndedAddOns.IsEmpty)
        {
            Fact(output, "Add-ons ended", string.Join(", ", quote.EndedAddOns.Select(id => Words.AddOnName(id, run.Catalog))));
        }

        if (after.Pending is { } pending)
        {
            var day = Words.Day(pending.EffectiveAt, run.Zone);
            Fact(output, "Pending", pending.Cart is { } cart ? $"{Words.Held(cart, run.Catalog)}, from {day} on" : $"it ends on {day}");
        }
    }

    private static string Term(Quote quote, ScenarioRun run)
    {
        if (quote.TermAfter is not { } term)
        {
            return "none";
        }

        var trial = quote.SubscriptionAfter.InTrial(quote.At) ? ", in trial" : "";
        var how = quote.TermBefore is not { } before ? "" : before == term ? ", as before" : $", was to {Words.Day(before.End, run.Zone)}";
        return Words.Stretch(term, run.Zone) + trial + how;
    }

    /// <summary>What the file says of the world at that moment.</summary>
    private static string? Known(StepOutcome step)
    {
        var known = step.Step.Used.Select(used => $"{Scenarios.Figures.Units(used.Units)} {used.Kind} used by then").ToList();
        if (step.Step.Members is { } members and > 0)
        {
            known.Add(members == 1 ? "1 member" : string.Create(CultureInfo.InvariantCulture, $"{members} members"));
        }

        if (step.Step.AskedBy is { } role)
        {
            known.Add($"asked by {JsonCursor.Small(role.ToString())}");
        }

        return known.Count == 0 ? null : string.Join(", ", known);
    }

    private static void Figures(StepOutcome step, TextWriter output)
    {
        var expected = step.Step.Expected.Count;
        if (expected == 0)
        {
            return;
        }

        output.Write('\n');
        if (step.Mismatches.Count == 0)
        {
            Line(output, string.Create(CultureInfo.InvariantCulture, $"{Margin}✓ {expected} figure{(expected == 1 ? "" : "s")} as expected"));
        }

        foreach (var mismatch in step.Mismatches)
        {
            Wrapped(output, $"{Margin}✗ ", $"{mismatch.Expected.Path}: expected {mismatch.Expected.Text}, actual {mismatch.Actual}");
        }
    }

    private static void Fact(TextWriter output, string label, string text) =>
        Wrapped(output, $"{Margin}{label.PadRight(LabelWidth)}", text);

    private static void Remark(string? text, TextWriter output, int indent = 0)
    {
        if (text is not null)
        {
            Wrapped(output, Margin + new string(' ', indent), text);
        }
    }

    private static string Spaced(string name) => string.Concat(name.Select((letter, i) => i > 0 && char.IsUpper(letter)
        ? $" {char.ToLowerInvariant(letter)}"
        : letter.ToString()));

    /// <summary>A text behind a lead; what does not fit goes on below it, as far to the right. An amount stays with its currency.</summary>
    private static void Wrapped(TextWriter output, string lead, string text)
    {
        var line = lead;
        foreach (var word in Unbroken().Split(text))
        {
            if (line.Length + word.Length > Width && line.TrimStart().Length > lead.TrimStart().Length)
            {
                Line(output, line);
                line = new string(' ', lead.Length);
            }

            line += word + " ";
        }

        Line(output, line);
    }

    private static void Line(TextWriter output, string text) => output.Write($"{text.TrimEnd()}\n");

    [GeneratedRegex("(?<![A-Z]{3}) ", RegexOptions.CultureInvariant)]
    private static partial Regex Unbroken();
}
