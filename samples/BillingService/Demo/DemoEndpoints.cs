namespace BillingService.Demo;

/// <summary>Moves the clock of the demo.</summary>
internal static class DemoEndpoints
{
    private sealed record Travel(Instant To);

    private sealed record Now(Instant At);

    internal static void MapDemo(this IEndpointRouteBuilder routes)
    {
        var demo = routes.MapGroup("/demo").WithTags("Demo");
        demo.MapGet("/clock", (DemoClock clock) => new Now(clock.GetCurrentInstant())).WithSummary("Tells the time of the demo.");
        demo.MapPost("/clock", async (Travel travel, DemoClock clock, Journey journey) =>
        {
            await journey.ToAsync(travel.To);
            return new Now(clock.GetCurrentInstant());
        }).WithSummary("Moves the clock ahead; everything due on the way happens.");
    }
}
