namespace BillingService.Endpoints;

/// <summary>The headers that requests carry.</summary>
internal static class Headers
{
    /// <summary>A key that the client makes for each request, and sends again with a retry of the same request.</summary>
    internal const string IdempotencyKey = "Idempotency-Key";
}
