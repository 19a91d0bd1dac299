using BillingService.Due;
using BillingService.Store;

namespace BillingService.Demo;

/// <summary>Travels through time: the clock stops at every due instant, and the worker's run does there what is due.</summary>
internal sealed class Journey(Database database, DemoClock clock, DueRun run)
{
    private const int Batch = 100;
    private const int MostStops = 10_000;

    internal async Task ToAsync(Instant target)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            var due = await database.FindInstantAsync(
                "select min(next_due_at) from subscriptions where next_due_at <= @target", new { target });
            if (due is null)
            {
                break;
            }

            if (due > clock.GetCurrentInstant())
            {
                clock.MoveTo(due.Value);
            }

            await run.RunBatchAsync(Batch);
        }

        if (target > clock.GetCurrentInstant())
        {
            clock.MoveTo(target);
        }
    }
}
