namespace SubscriptionMath.Scenarios;

/// <summary>Takes figures from the events and commands of a run.</summary>
internal static class FigureTaker
{
    internal static string Entries(Sequence<Entry> entries) => Spelling.Entries(entries
        .GroupBy(entry => entry.Account, entry => entry.Amount)
        .OrderBy(account => account.Key)
        .Select(account => (account.Key, account.AsEnumerable())));

    /// <summary>The usage credits left, by kind.</summary>
    internal static IEnumerable<(string Kind, string Units)> UsageLeft(Subscription subscription, Instant at) => subscription.Grants
        .Select(grant => grant.Kind).Distinct().Order(StringComparer.Ordinal)
        .Select(kind => (kind, Spelling.Units(CreditExpiry.LeftAt(subscription.Grants, kind, at))));

    /// <summary>The usage credits left, by the plan or add-on that brought them, then by kind.</summary>
    internal static string UsageOfProducts(Subscription subscription, Instant at) => Spelling.List(subscription.Grants
        .GroupBy(grant => (grant.ProductId, grant.Kind), grant => grant.LeftAt(at))
        .OrderBy(grants => grants.Key.ProductId, StringComparer.Ordinal).ThenBy(grants => grants.Key.Kind, StringComparer.Ordinal)
        .Select(grants => $"{grants.Key.ProductId} {grants.Key.Kind} {Spelling.Units(grants.Sum())}"));

    internal static string UsageMoved(Quote quote, GrantEffectKind kind) => Spelling.List(Moved(quote, kind).Select(one => $"{one.Kind} {Spelling.Units(one.Units)}"));

    /// <summary>The usage credits that a quote grants, carries or lets lapse, by kind; those of which there are any.</summary>
    internal static IEnumerable<(string Kind, decimal Units)> Moved(Quote quote, GrantEffectKind kind) => quote.Grants
        .Where(effect => effect.Kind == kind)
        .GroupBy(effect => effect.Credit, effect => effect.Units)
        .OrderBy(effects => effects.Key, StringComparer.Ordinal)
        .Select(effects => (effects.Key, effects.Sum()))
        .Where(one => one.Item2 > 0m);
}
