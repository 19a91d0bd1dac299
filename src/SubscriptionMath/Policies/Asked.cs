namespace SubscriptionMath;

/// <summary>One item that a cart changes, as the rules are asked about it.</summary>
internal readonly record struct Asked(
    ChangeKinds Changes,
    Direction Direction,
    IntervalMove? Interval,
    bool InTrial,
    Status Status,
    PriceClass? From,
    PriceClass? To,
    bool InContract);
