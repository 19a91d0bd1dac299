namespace SubscriptionMath;

/// <content>A subscription in LINQPad.</content>
public sealed partial record Subscription
{
    /// <summary>The parts with the zone as its text, for LINQPad, which looks for this name.</summary>
    internal object ToDump() => new
    {
        Id,
        Version,
        Status,
        Zone = Zone.Id,
        Term,
        Plan,
        AddOns,
        Trial,
        Pending,
        Pause,
        Discounts,
        NextInvoice,
        Grants,
    };
}
