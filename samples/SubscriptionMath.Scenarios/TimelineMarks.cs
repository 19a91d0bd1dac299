using System.Xml.Linq;
using static SubscriptionMath.Scenarios.SvgNodes;

namespace SubscriptionMath.Scenarios;

/// <summary>The labels of the events, above the lanes: each as low as possible without touching another.</summary>
internal sealed class TimelineMarks
{
    private const double Level = 50;
    private const double Gap = 10;

    private readonly IReadOnlyList<Mark> _marks;

    private TimelineMarks(IReadOnlyList<Mark> marks) => _marks = marks;

    internal double Height => (_marks.Select(mark => mark.Level).DefaultIfEmpty().Max() + 1) * Level;

    internal static TimelineMarks Of(RunOutcome run, TimelineScale scale, double right)
    {
        var marks = new List<Mark>();
        foreach (var row in LifeRow.Of(run).Where(row => row.It.Step is not { Kind: StepKind.Use }))
        {
            var lines = LinesOf(row);
            var width = lines.Max(line => WidthOf(line.Text));
            var at = scale.X(row.It.At);
            var x = Math.Min(at, right - width);
            marks.Add(new Mark(row, lines, at, x, width, 0));
        }

        // From the last to the first: a stem then never crosses a label that stands to its right on a lower level.
        for (var i = marks.Count - 1; i >= 0; i--)
        {
            var mark = marks[i];
            var level = 0;
            while (marks.Skip(i + 1).Any(other => other.Level >= level && other.X < mark.X + mark.Width + Gap))
            {
                level++;
            }

            marks[i] = mark with { Level = level };
        }

        return new TimelineMarks(marks);
    }

    /// <summary>About how wide a text is; fonts differ, and this is on the safe side of the usual ones.</summary>
    internal static double WidthOf(string text, double character = 6.9) => text.Length * character;

    internal void Stems(XElement svg, double top, double lanes, Func<string?, double> middle)
    {
        foreach (var mark in _marks)
        {
            var y = Bottom(mark, top);
            svg.Add(Line(mark.At, y + 4, mark.At, Math.Max(lanes, middle(mark.PlanId)), "stem"));
        }
    }

    internal void Draw(XElement svg, double top, Func<string?, double> middle)
    {
        foreach (var mark in _marks)
        {
            var y = Bottom(mark, top) - 30;
            foreach (var (text, style) in mark.Lines)
            {
                svg.Add(Text(mark.X, y, text, style));
                y += 14;
            }

            var details = string.Join(", ", mark.Row.Details);
            svg.Add(Node("circle", ("cx", mark.At), ("cy", middle(mark.PlanId)), ("r", 5), ("fill", "#ffffff"), ("stroke", mark.IsWrong ? "#c62828" : "#1f2933"), ("stroke-width", 2))
                .Titled(details.Length > 0 ? $"{mark.Row.What}: {details}" : mark.Row.What));
        }
    }

    private static (string Text, string Style)[] LinesOf(LifeRow row) =>
    [
        row.It.Outcome is Outcome.Refused ? ("refused", "wrong")
            : row.It.Outcome is Outcome.NotPaid or Outcome.AcceptedAndOwed ? ("not paid", "wrong")
            : row.Due.IsZero ? ("nothing due", "free") : (LifeRow.Amount(row.Due), "due"),
        (Words.Short(row.It), "what"),
        (Words.Day(row.It.At, row.It.Run.Zone), "day"),
    ];

    private double Bottom(Mark mark, double top) => top + Height - (mark.Level * Level) - 8;

    /// <summary>A label.</summary>
    /// <param name="Row">The row of the label.</param>
    /// <param name="Lines">Its lines, each with its style.</param>
    /// <param name="At">The place of its moment.</param>
    /// <param name="X">Its left edge.</param>
    /// <param name="Width">Its width.</param>
    /// <param name="Level">Its level, from 0.</param>
    private sealed record Mark(LifeRow Row, (string Text, string Style)[] Lines, double At, double X, double Width, int Level)
    {
        internal string? PlanId => (Row.It.After.Plan ?? Row.It.Before.Plan)?.ProductId;

        internal bool IsWrong => Row.It.Outcome is Outcome.Refused or Outcome.NotPaid or Outcome.AcceptedAndOwed;
    }
}
