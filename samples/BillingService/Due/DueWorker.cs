namespace BillingService.Due;

/// <summary>Runs in the background: whenever something is due, batch after batch until nothing is, and then rests for a second.</summary>
internal sealed class DueWorker(DueRun run, IConfiguration settings, ILogger<DueWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var size = settings.GetValue("Due:BatchSize", 100);
        var patience = Duration.FromSeconds(settings.GetValue("Due:PatienceSeconds", 60));
        using var rest = new PeriodicTimer(TimeSpan.FromSeconds(1));
        do
        {
            try
            {
                await run.ResumeAsync(patience);
                while (!stoppingToken.IsCancellationRequested && await run.RunBatchAsync(size) > 0)
                {
                }
            }
#pragma warning disable CA1031 // Whatever fails here must not end the worker.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Log.Failed(log, fault);
            }
        }
        while (await rest.WaitForNextTickAsync(stoppingToken));
    }
}
