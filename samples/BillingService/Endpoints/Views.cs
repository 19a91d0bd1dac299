using BillingService.Settling;
using BillingService.Store;

namespace BillingService.Endpoints;

/// <summary>A subscription as a page shows it: the document, and the figures that a reader would have to derive.</summary>
internal sealed record SubscriptionView(
    string Id,
    string AccountId,
    string Vendor,
    string Card,
    Instant Now,
    Money Credit,
    Instant? NextDueAt,
    int Failures,
    IReadOnlyDictionary<string, decimal> UsageCredits,
    Cart? Cart,
    Subscription Subscription)
{
    internal static SubscriptionView Of(Holding holding, Instant now)
    {
        var subscription = holding.Subscription;
        return new SubscriptionView(
            holding.Row.Id,
            holding.Account.Id,
            holding.Row.Vendor,
            holding.Account.Card,
            now,
            holding.Account.Credit.LeftAt(now, subscription.Currency),
            holding.Row.NextDueAt,
            holding.Row.Failures,
            subscription.Grants.Select(grant => grant.Kind).Distinct(StringComparer.Ordinal)
                .ToDictionary(kind => kind, kind => CreditPool.Of(subscription, kind, now).Balance),
            subscription.Plan is null ? null : subscription.Cart(),
            subscription);
    }
}

/// <summary>A quote with its explanations, the invoice that its acceptance would issue, and the life that would follow.</summary>
internal sealed record Preview(Quote Quote, Invoice? Invoice, IReadOnlyList<Happening> Future);

/// <summary>One row of a comparison: the figures of a policy, or its refusal.</summary>
internal sealed record ComparedPolicy(
    string Policy, Money? DueNow, Money? OnNextInvoice, Money? Credit, Instant? TermEnd, Instant? PendingUntil, string? Refusal)
{
    internal static ComparedPolicy Of(PolicyAnswer row) => new(
        row.Policy, row.DueNow, row.OnNextInvoice, row.Credit, row.TermEnd, row.PendingUntil, row.Refusal?.Message);
}

/// <summary>One event in the life of a subscription, past or to come.</summary>
internal sealed record Happening(
    Instant At, BillingReason Reason, Outcome Outcome, Money Due, Money FromCredit, string? Plan, int Seats, Term? Term, Status Status)
{
    internal static Happening Of(BookingRow row) => Of(row.Quote, BillingJson.Read<Outcome>($"\"{row.Outcome}\""), row.Document);

    internal static Happening Of(TimelineStep step) => Of((Quote)step.Answer, step.Outcome, step.Subscription);

    internal static Happening Of(Quote quote) => Of(quote, Outcome.Accepted, quote.SubscriptionAfter);

    private static Happening Of(Quote quote, Outcome outcome, Subscription after) => new(
        quote.At,
        quote.BillingReason,
        outcome,
        quote.Totals.DueNow,
        quote.Totals.FromCredit,
        after.Plan?.ProductId,
        after.Plan?.Quantity ?? 0,
        after.Term,
        after.Status);
}

/// <summary>The life of a subscription: what was booked, and what will happen if nobody does anything.</summary>
internal sealed record Life(Instant Now, IReadOnlyList<Happening> Past, IReadOnlyList<Happening> Future);
