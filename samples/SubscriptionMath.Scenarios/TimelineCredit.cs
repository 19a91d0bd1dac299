using System.Xml.Linq;
using static SubscriptionMath.Scenarios.SvgNodes;

namespace SubscriptionMath.Scenarios;

/// <summary>The money credit of the account over time, as steps.</summary>
internal sealed class TimelineCredit(RunOutcome run, TimelineScale scale)
{
    private const double Head = 20;

    internal IEnumerable<XElement> Draw(double top, double height)
    {
        (Instant At, Money Left)[] levels =
        [
            (scale.Start, run.Run.Credit.LeftAt(scale.Start, run.Run.Currency)),
            .. run.Life.Select(it => (it.At, it.CreditLeft)),
        ];
        var most = levels.Max(level => level.Left.Minor);
        double Y(Money left) => top + height - ((height - Head) * left.Minor / Math.Max(most, 1));

        var points = new List<(double X, double Y)>();
        foreach (var (at, left) in levels)
        {
            if (points is [.., var last])
            {
                points.Add((scale.X(at), last.Y));
            }

            points.Add((scale.X(at), Y(left)));
        }

        points.Add((scale.X(scale.End), points[^1].Y));
        var line = string.Join(' ', points.Select(point => $"{Number(point.X)},{Number(point.Y)}"));
        var (first, end, bottom) = (Number(points[0].X), Number(points[^1].X), Number(top + height));
        yield return Node("polygon", ("points", $"{first},{bottom} {line} {end},{bottom}"), ("class", "creditarea"));
        yield return Node("polyline", ("points", line), ("class", "creditline"));
        yield return Text(24, top + height - 4, "Credit left", "lane");
        for (var i = 1; i < levels.Length; i++)
        {
            if (levels[i].Left != levels[i - 1].Left && levels[i].Left.IsPositive)
            {
                yield return Text(scale.X(levels[i].At) + 4, Y(levels[i].Left) - 5, LifeRow.Amount(levels[i].Left), "credit");
            }
        }
    }
}
