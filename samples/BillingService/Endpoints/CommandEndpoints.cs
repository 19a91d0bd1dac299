using BillingService.Settling;
using Microsoft.AspNetCore.Mvc;

namespace BillingService.Endpoints;

/// <summary>Changes a subscription. Each request carries an idempotency key, and a retry with the key gets the first answer.</summary>
internal static class CommandEndpoints
{
    private sealed record AcceptRequest(string QuoteId);

    private sealed record CancelRequest(RequestedTiming? Timing);

    private sealed record PauseRequest(Instant? Until);

    internal static void MapCommands(this IEndpointRouteBuilder routes)
    {
        var one = routes.MapGroup("/subscriptions/{id}").WithTags("Commands").AddEndpointFilter(RequireKeyAsync);
        one.MapPost("/accept", AcceptAsync).WithSummary("Accepts a quote: charges the card and books the change.")
            .Produces<BookedAnswer>().WithProblems();
        one.MapPost("/cancel", CancelAsync).WithSummary("Cancels, at the policy's time or at the time asked for.")
            .Produces<BookedAnswer>().WithProblems();
        one.MapPost("/pause", PauseAsync).WithSummary("Pauses, until an instant or until the customer resumes.")
            .Produces<BookedAnswer>().WithProblems();
        one.MapPost("/resume", ResumeAsync).WithSummary("Ends a pause, or takes back a cancellation.")
            .Produces<BookedAnswer>().WithProblems();
        one.MapPost("/usage", SpendAsync).WithSummary("Spends usage credits.").Produces<SpentAnswer>().WithProblems();
    }

    private static async Task<IResult> AcceptAsync(
        string id,
        AcceptRequest request,
        [FromHeader(Name = Headers.IdempotencyKey)] string? key,
        Opened opened,
        Quotes quotes,
        Orders orders) =>
        await quotes.FindAsync(request.QuoteId) is { } row && row.SubscriptionId == id
            ? await orders.AcceptAsync(id, row.Document, key!)
            : Problem.NotFound("quote", request.QuoteId).Result();

    private static async Task<IResult> CancelAsync(
        string id, CancelRequest request, [FromHeader(Name = Headers.IdempotencyKey)] string? key, Opened opened, Orders orders) =>
        await orders.ChangeAsync(id, _ => Change.Cancel(request.Timing), new Asked(key!, $"cancel {request.Timing}"));

    private static async Task<IResult> PauseAsync(
        string id, PauseRequest request, [FromHeader(Name = Headers.IdempotencyKey)] string? key, Opened opened, Orders orders) =>
        await orders.ChangeAsync(
            id,
            subscription => subscription.Plan is null ? null
                : Change.To(subscription.Cart() with { Paused = true, PausedUntil = request.Until }),
            new Asked(key!, $"pause {request.Until}"));

    private static async Task<IResult> ResumeAsync(
        string id, [FromHeader(Name = Headers.IdempotencyKey)] string? key, Opened opened, Orders orders) =>
        await orders.ChangeAsync(
            id,
            subscription => subscription is { Plan: not null, Status: Status.Paused or Status.NonRenewing }
                ? Change.To(subscription.Cart() with { Paused = false })
                : null,
            new Asked(key!, "resume"));

    private static async Task<IResult> SpendAsync(
        string id, Usage usage, [FromHeader(Name = Headers.IdempotencyKey)] string? key, Opened opened, Orders orders) =>
        string.IsNullOrWhiteSpace(usage.Kind) ? Problem.Invalid("kind", "Name a kind of usage credit.").Result()
        : usage.Units < 0 ? Problem.Invalid("units", "Units are zero or more.").Result()
        : await orders.SpendAsync(id, usage, key!);

    private static async ValueTask<object?> RequireKeyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        string.IsNullOrWhiteSpace(context.HttpContext.Request.Headers[Headers.IdempotencyKey])
            ? Problem.Invalid(Headers.IdempotencyKey, "Send a key of your own, and the same key with each retry of this request.").Result()
            : await next(context);

    private static RouteHandlerBuilder WithProblems(this RouteHandlerBuilder route)
    {
        foreach (var status in new[] { 400, 402, 404, 409, 422 })
        {
            route.Produces<Problem>(status, Problem.ContentType);
        }

        return route;
    }
}
