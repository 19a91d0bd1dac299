using System.Xml.Linq;
using static SubscriptionMath.Scenarios.SvgNodes;

namespace SubscriptionMath.Scenarios;

/// <summary>Draws the life of a subscription: the events above, the plans on lanes, the credit left below, over one time axis.</summary>
internal sealed class TimelineSvg
{
    private const double Width = 1200;
    private const double Left = 120;
    private const double Right = 104;
    private const double Top = 86;
    private const double LaneHeight = 44;
    private const double BarHeight = 30;
    private const double CreditHeight = 84;
    private const double BoldCharacter = 8.4;

    private const string Style = """
        text { font-family: "Segoe UI", "Helvetica Neue", Helvetica, Arial, "DejaVu Sans", sans-serif; fill: #1f2933; }
        .title { font-size: 21px; font-weight: 600; }
        .subtitle { font-size: 13px; fill: #616e7c; }
        .lane { font-size: 14px; font-weight: 600; }
        .bar { font-size: 13px; font-weight: 600; fill: #ffffff; }
        .what { font-size: 12px; }
        .day { font-size: 11px; fill: #616e7c; }
        .due { font-size: 13px; font-weight: 700; }
        .free { font-size: 12px; fill: #7b8794; }
        .wrong { font-size: 12px; font-weight: 700; fill: #c62828; }
        .credit { font-size: 11px; fill: #1b6e4a; }
        .tick { font-size: 11px; fill: #52606d; }
        .year { font-size: 12px; font-weight: 600; fill: #323f4b; }
        .grid { stroke: #e4e7eb; stroke-width: 1; }
        .axis { stroke: #9aa5b1; stroke-width: 1; }
        .stem { stroke: #9aa5b1; stroke-width: 1; stroke-dasharray: 2 3; }
        .creditline { fill: none; stroke: #2f9e6e; stroke-width: 2; }
        .creditarea { fill: #2f9e6e; fill-opacity: 0.14; stroke: none; }
        """;

    private static readonly string[] Palette = ["#3b6fb6", "#c7641e", "#7a4fa3", "#2a8c82", "#a83860", "#6b7a1f"];

    private readonly RunOutcome _run;
    private readonly IReadOnlyList<LifeBar> _bars;
    private readonly IReadOnlyList<Plan> _lanes;
    private readonly TimelineScale _scale;
    private readonly XElement _svg = Node("svg");

    private TimelineSvg(RunOutcome run)
    {
        _run = run;
        _bars = LifeBar.Of(run);
        _lanes = [.. run.Run.Catalog.Plans.Where(plan => _bars.Any(bar => bar.PlanId == plan.Id)).OrderByDescending(plan => plan.Rank)];
        _scale = TimelineScale.Of(run, _bars, Left, Width - Left - Right);
    }

    internal static string Draw(Scenario scenario, RunOutcome run) => new TimelineSvg(run).Picture(scenario);

    private string Picture(Scenario scenario)
    {
        var marks = TimelineMarks.Of(_run, _scale, Width - 8);
        var lanes = Top + marks.Height;
        var credit = lanes + (_lanes.Count * LaneHeight) + 26;
        var axis = HasCredit ? credit + CreditHeight : lanes + (_lanes.Count * LaneHeight) + 6;
        Grid(lanes, axis);
        marks.Stems(_svg, Top, lanes, plan => Middle(lanes, plan));
        Lanes(lanes);
        marks.Draw(_svg, Top, plan => Middle(lanes, plan));
        if (HasCredit)
        {
            _svg.Add(new TimelineCredit(_run, _scale).Draw(credit, CreditHeight));
        }

        var height = axis + 52;
        _svg.SetAttributeValue("viewBox", $"0 0 {Number(Width)} {Number(height)}");
        _svg.SetAttributeValue("width", Number(Width));
        _svg.SetAttributeValue("height", Number(height));
        _svg.SetAttributeValue("role", "img");
        _svg.AddFirst(
            new XElement(Namespace + "title", scenario.TitleOf(_run.Run)),
            new XElement(Namespace + "style", Style),
            new XElement(Namespace + "defs", Hatch()),
            Node("rect", ("width", Width), ("height", height), ("fill", "#ffffff")),
            Text(24, 36, scenario.TitleOf(_run.Run), "title"),
            Text(24, 58, $"{_run.Run.PolicyLabel}; amounts in {_run.Run.Currency.Code}, dates in {_run.Run.Zone.Id}", "subtitle"));
        return new XDocument(_svg).ToString() + "\n";
    }

    private bool HasCredit => _run.Life.Any(it => it.CreditLeft.IsPositive || it.CreditBefore.LeftAt(it.At, _run.Run.Currency).IsPositive);

    private double Middle(double lanes, string? planId)
    {
        var lane = _lanes.ToList().FindIndex(plan => plan.Id == planId);
        return lane < 0 ? lanes + (_lanes.Count * LaneHeight) : lanes + ((lane + 0.5) * LaneHeight);
    }

    private static string Colour(Plan plan, IReadOnlyList<Plan> all) => plan.Prices.All(price => price.IsFree)
        ? "#8a96a3"
        : Palette[all.ToList().FindIndex(one => one.Id == plan.Id) % Palette.Length];

    private string Colour(Plan plan) => Colour(plan, [.. _run.Run.Catalog.Plans.Where(one => one.Prices.Any(price => !price.IsFree)).OrderBy(one => one.Rank)]);

    private static XElement Hatch()
    {
        var pattern = Node("pattern", ("id", "hatch"), ("width", 8), ("height", 8), ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)"));
        pattern.Add(Node("rect", ("width", 4), ("height", 8), ("fill", "#ffffff"), ("fill-opacity", "0.38")));
        return pattern;
    }

    private void Grid(double lanes, double axis)
    {
        foreach (var (at, label, below) in _scale.Ticks())
        {
            var x = _scale.X(at);
            _svg.Add(Line(x, lanes, x, axis, "grid"), Text(x + 3, axis + 17, label, "tick"));
            if (below.Length > 0)
            {
                _svg.Add(Text(x + 3, axis + 34, below, "year"));
            }
        }

        _svg.Add(Line(Left, axis, Width - Right, axis, "axis"));
    }

    private void Lanes(double lanes)
    {
        foreach (var plan in _lanes)
        {
            _svg.Add(Text(24, Middle(lanes, plan.Id) + 5, plan.Name, "lane"));
        }

        foreach (var bar in _bars.Where(bar => bar.Start < _scale.End))
        {
            Bar(bar, Middle(lanes, bar.PlanId) - (BarHeight / 2));
        }
    }

    private void Bar(LifeBar bar, double y)
    {
        var plan = _run.Run.Catalog.Plan(bar.PlanId);
        var (x, width) = (_scale.X(bar.Start), Math.Max(_scale.X(bar.End) - _scale.X(bar.Start) - 1.5, 1));
        var opacity = bar.Kind is LifeBarKind.Canceled ? "0.55" : bar.Kind is LifeBarKind.Paused ? "0.3" : "1";
        var words = bar.InWords;
        _svg.Add(Node("rect", ("x", x), ("y", y), ("width", width), ("height", BarHeight), ("rx", 4), ("fill", Colour(plan)), ("fill-opacity", opacity))
            .Titled($"{plan.Name}{words}, {Words.Stretch(bar.Term, _run.Run.Zone)}"));
        if (bar.Kind is LifeBarKind.Trial or LifeBarKind.Owed)
        {
            _svg.Add(Node("rect", ("x", x), ("y", y), ("width", width), ("height", BarHeight), ("rx", 4), ("fill", "url(#hatch)")));
        }

        string[] labels = [plan.Name + words, words.TrimStart(',', ' '), plan.Name];
        if (Array.Find(labels, one => one.Length > 0 && TimelineMarks.WidthOf(one, BoldCharacter) + 14 < width) is { } label)
        {
            _svg.Add(Text(x + 8, y + (BarHeight / 2) + 4.5, label, "bar"));
        }

        if (bar.End > _scale.End)
        {
            _svg.Add(Text(Width - Right + 4, y + (BarHeight / 2) + 4.5, $"→ {Words.Day(bar.End, _run.Run.Zone)}", "day"));
        }
    }
}
