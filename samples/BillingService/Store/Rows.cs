namespace BillingService.Store;

/// <summary>A customer: whoever holds the money credit and the card.</summary>
internal sealed record AccountRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Zone { get; init; }

    public required string Card { get; init; }

    public required int Members { get; init; }

    public required MoneyCredit Credit { get; init; }

    public string? Claim { get; init; }

    public string? ClaimKey { get; init; }

    public string? ClaimRequest { get; init; }

    public Instant? ClaimedAt { get; init; }
}

/// <summary>A subscription: its document, and the columns copied out of it.</summary>
internal sealed record SubscriptionRow
{
    public required string Id { get; init; }

    public required string AccountId { get; init; }

    public required string Vendor { get; init; }

    public required long Version { get; init; }

    public required string Status { get; init; }

    public Instant? NextDueAt { get; init; }

    public int Failures { get; init; }

    public Instant? RetryAt { get; init; }

    public required Subscription Document { get; init; }
}

/// <summary>A quote that was shown to somebody, or that an event made.</summary>
internal sealed record QuoteRow
{
    public required string Id { get; init; }

    public required string SubscriptionId { get; init; }

    public int Attempts { get; init; }

    public required Quote Document { get; init; }
}

/// <summary>A quote that was accepted, in the order of the subscription's life.</summary>
internal sealed record BookingRow
{
    public required string QuoteId { get; init; }

    public required long Sequence { get; init; }

    public required Instant BookedAt { get; init; }

    public required string Outcome { get; init; }

    public required Quote Quote { get; init; }

    public required Subscription Document { get; init; }
}

/// <summary>An issued invoice; its document is the answer of the service.</summary>
internal sealed record InvoiceRow
{
    public required long Number { get; init; }

    public required bool Paid { get; init; }

    public required string Document { get; init; }
}

/// <summary>The first answer to a request with an idempotency key.</summary>
internal sealed record AnswerRow
{
    public required string Request { get; init; }

    public required int Status { get; init; }

    public required string Body { get; init; }
}
