namespace SubscriptionMath;

/// <summary>One item as held and as wanted: kept, changed, ended or added.</summary>
internal sealed record Thing(
    Item? Before, string? NameBefore, Measure? MeasureBefore, Wanted? After, ChangeKinds Changes, Direction Direction)
{
    /// <summary>Whether the item is an add-on that ends with the plan, since the wanted plan includes it or does not offer it.</summary>
    internal bool EndsWithThePlan { get; init; }

    internal int Added => Math.Max(0, (After?.Quantity ?? 0) - (Before?.Quantity ?? 0));

    internal int Removed => Math.Max(0, (Before?.Quantity ?? 0) - (After?.Quantity ?? 0));

    /// <summary>The catalog's measure of the item's unused or remaining time, or null for the policy's.</summary>
    internal Measure? OwnMeasure => MeasureBefore ?? After?.Measure;
}
