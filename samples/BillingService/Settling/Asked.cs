namespace BillingService.Settling;

/// <summary>A request with its idempotency key, and its content in a word: the same key with another content is a mistake.</summary>
internal sealed record Asked(string Key, string Request);

/// <summary>Usage credits that a customer uses.</summary>
internal sealed record Usage(string Kind, decimal Units);
