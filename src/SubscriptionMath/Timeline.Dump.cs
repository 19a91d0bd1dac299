using NodaTime;
using NodaTime.Text;

namespace SubscriptionMath;

/// <content>A timeline in LINQPad.</content>
public sealed partial record Timeline
{
    private const int Width = 48;

    /// <summary>A picture for LINQPad, which looks for this name: a row for each step, with a bar up to the next one.</summary>
    internal object ToDump()
    {
        if (Steps.IsEmpty)
        {
            return Subscription;
        }

        var (zone, start) = (Subscription.Zone, Steps[0].At);
        var end = Steps[^1].Subscription.Term is { } last && last.End > Steps[^1].At ? last.End : Steps[^1].At;
        return Steps.Select((step, index) => new
        {
            Day = LocalDatePattern.Iso.Format(step.At.InZone(zone).Date),
            What = (step.Answer as Quote)?.BillingReason.ToString() ?? ((Refused)step.Answer).Message,
            Due = (step.Answer as Quote)?.Totals.DueNow,
            step.Outcome,
            Plan = step.Subscription.Plan?.ProductId,
            step.Subscription.Status,
            Life = Bar(Column(step.At), Column(index + 1 < Steps.Count ? Steps[index + 1].At : end)),
        }).ToArray();

        int Column(Instant at) => end == start ? 0 : (int)((at - start).BclCompatibleTicks * Width / (end - start).BclCompatibleTicks);
    }

    private static string Bar(int from, int to) =>
        new string('·', from) + new string('█', Math.Max(1, to - from)) + new string('·', Math.Max(0, Width - Math.Max(from + 1, to)));
}
