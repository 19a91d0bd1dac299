namespace RenewalCluster;

/// <summary>A renewal as the books keep it.</summary>
/// <param name="Number">The number of the subscription, the key of the booking: one renewal a night.</param>
/// <param name="Content">A hash of 128 bits of the subscription's id and version, and of each entry of the quote.</param>
/// <param name="Entries">The number of entries.</param>
/// <param name="DueNow">The amount to be paid, in cents.</param>
[GenerateSerializer]
[Immutable]
public readonly record struct Booking(
    [property: Id(0)] int Number,
    [property: Id(1)] UInt128 Content,
    [property: Id(2)] int Entries,
    [property: Id(3)] long DueNow);
