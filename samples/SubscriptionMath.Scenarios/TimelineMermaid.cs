using System.Globalization;
using System.Text;
using NodaTime.Text;

namespace SubscriptionMath.Scenarios;

/// <summary>Draws the life of a subscription as a Mermaid Gantt diagram: a section for each plan, and one for the events.</summary>
internal static class TimelineMermaid
{
    internal static string Draw(Scenario scenario, RunOutcome run)
    {
        var (zone, bars) = (run.Run.Zone, LifeBar.Of(run));
        var text = new StringBuilder();
        text.Append("gantt\n    title ").Append(Plain(scenario.TitleOf(run.Run))).Append("\n    dateFormat YYYY-MM-DD\n    axisFormat %b %Y\n");
        foreach (var plan in run.Run.Catalog.Plans.Where(plan => bars.Any(bar => bar.PlanId == plan.Id)).OrderByDescending(plan => plan.Rank))
        {
            text.Append("    section ").Append(Plain(plan.Name)).Append('\n');
            foreach (var bar in bars.Where(bar => bar.PlanId == plan.Id))
            {
                text.Append(CultureInfo.InvariantCulture, $"    {Plain(plan.Name)}{bar.InWords} :{Style(bar.Kind)}{Date(bar.Start, zone)}, {Date(bar.End, zone)}\n");
            }
        }

        text.Append("    section What happened\n");
        foreach (var row in LifeRow.Of(run))
        {
            var due = row.Due.IsZero ? "" : $", {LifeRow.Amount(row.Due)}";
            var style = row.It.Outcome is Outcome.Refused or Outcome.NotPaid ? "crit, " : "";
            text.Append(CultureInfo.InvariantCulture, $"    {Plain(row.What + due)} :{style}milestone, {Date(row.It.At, zone)}, 0d\n");
        }

        return text.ToString();
    }

    private static string Style(LifeBarKind kind) => kind switch
    {
        LifeBarKind.Trial => "active, ",
        LifeBarKind.Canceled or LifeBarKind.Paused => "done, ",
        LifeBarKind.Owed => "crit, ",
        _ => "",
    };

    /// <summary>A colon would end the title of a task, a hash or a semicolon the line.</summary>
    private static string Plain(string text) =>
        text.Replace(':', ',').Replace(';', ',').Replace('#', ' ').ReplaceLineEndings(" ");

    private static string Date(Instant instant, DateTimeZone zone) => LocalDatePattern.Iso.Format(instant.InZone(zone).Date);
}
