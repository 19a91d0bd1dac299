using BillingService.Settling;
using BillingService.Shop;
using BillingService.Store;

namespace BillingService.Endpoints;

/// <summary>Looks at a subscription: its state, its life and its invoices, and what a change would cost.</summary>
internal static class SubscriptionEndpoints
{
    internal static void MapSubscriptions(this IEndpointRouteBuilder routes)
    {
        var one = routes.MapGroup("/subscriptions/{id}").WithTags("Subscriptions");
        one.MapGet("", Show).WithSummary("Shows a subscription.").Produces<SubscriptionView>();
        one.MapPost("/preview", PreviewAsync).WithSummary("Prices a change. Nothing happens until the quote is accepted.")
            .Produces<Preview>().Produces<Problem>(422, Problem.ContentType);
        one.MapPost("/compare", Compare).WithSummary("Prices a change under every policy.").Produces<IReadOnlyList<ComparedPolicy>>();
        one.MapGet("/timeline", TimelineAsync).WithSummary("Shows the booked past and the foreseen future.").Produces<Life>();
        one.MapGet("/invoices", InvoicesAsync).WithSummary("Lists the invoices, newest first.").Produces<IReadOnlyList<Invoice>>();
    }

    private static SubscriptionView Show(string id, Opened opened, IClock clock) =>
        SubscriptionView.Of(opened.Holding, clock.GetCurrentInstant());

    private static async Task<IResult> PreviewAsync(string id, Change change, Opened opened, Orders orders) =>
        await orders.PreviewAsync(opened.Holding, change) switch
        {
            Quote quote => Results.Ok(new Preview(
                quote, Invoice.Of(quote), [Happening.Of(quote), .. Foreseen(opened.Holding.After(quote), quote.At)])),
            var refused => Problem.Of((Refused)refused).Result(),
        };

    private static IReadOnlyList<ComparedPolicy> Compare(string id, Change change, Opened opened, IClock clock) =>
        [.. opened.Holding.Compare(change, clock.GetCurrentInstant(), Vendors.All).Select(ComparedPolicy.Of)];

    private static async Task<Life> TimelineAsync(string id, Opened opened, Database database, IClock clock, int days = 365)
    {
        var now = clock.GetCurrentInstant();
        var bookings = await database.ListAsync<BookingRow>(
            """
            select b.quote_id, b.sequence, b.booked_at, b.outcome, b.document, q.document as quote
            from bookings b join quotes q on q.id = b.quote_id
            where b.subscription_id = @id order by b.sequence
            """,
            new { id });
        return new Life(now, [.. bookings.Select(Happening.Of)], [.. Foreseen(opened.Holding, now, days)]);
    }

    private static IEnumerable<Happening> Foreseen(Holding holding, Instant from, int days = 365) =>
        holding.Foresee(from + Duration.FromDays(Math.Clamp(days, 0, 3660))).Steps.Select(Happening.Of);

    private static async Task<IReadOnlyList<Invoice>> InvoicesAsync(string id, Opened opened, Database database)
    {
        var rows = await database.ListAsync<InvoiceRow>(
            "select number, paid, document from invoices where subscription_id = @id order by number desc", new { id });
        return [.. rows.Select(row => Answers.Read<Invoice>(row.Document) with { Paid = row.Paid })];
    }
}
