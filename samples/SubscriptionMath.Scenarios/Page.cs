using System.Text.RegularExpressions;

namespace SubscriptionMath.Scenarios;

/// <summary>Text in lines of at most 110 characters, the same in every culture.</summary>
internal sealed partial class Page(TextWriter output)
{
    internal const int Width = 110;
    internal const string Margin = "  ";
    internal const int LabelWidth = 15;

    internal void Empty() => output.Write('\n');

    internal void Line(string text) => output.Write($"{text.TrimEnd()}\n");

    /// <summary>A title with a remark at the right margin, underlined.</summary>
    internal void Heading(string title, string right)
    {
        Line(title.Length + right.Length + 2 <= Width
            ? title + right.PadLeft(Width - title.Length)
            : $"{title}\n{right.PadLeft(Width)}");
        Line(new string('─', Width));
    }

    internal void Fact(string label, string text) => Wrapped($"{Margin}{label.PadRight(LabelWidth)}", text);

    internal void Remark(string? text, int indent = 0)
    {
        if (text is not null)
        {
            Wrapped(Margin + new string(' ', indent), text);
        }
    }

    /// <summary>A text behind a lead; the overflow continues below, as far to the right. An amount stays with its currency.</summary>
    internal void Wrapped(string lead, string text)
    {
        var line = lead;
        foreach (var word in Unbroken().Split(text))
        {
            if (line.Length + word.Length > Width && line.TrimStart().Length > lead.TrimStart().Length)
            {
                Line(line);
                line = new string(' ', lead.Length);
            }

            line += word + " ";
        }

        Line(line);
    }

    [GeneratedRegex("(?<![A-Z]{3}) ", RegexOptions.CultureInvariant)]
    private static partial Regex Unbroken();
}
