namespace SubscriptionMath;

/// <summary>A plan or add-on as a cart wants it: resolved against the catalog, with the price at which it would be sold.</summary>
internal sealed record Wanted(
    string ProductId,
    string Name,
    Price Price,
    int Quantity,
    Sequence<Allowance> Allowances,
    Measure? Measure);
