namespace RenewalCluster;

/// <summary>The books outside the cluster, as a payment provider keeps them: one booking for each key, whatever arrives how often.</summary>
/// <param name="subscriptions">The number of subscriptions.</param>
public sealed class Books(int subscriptions)
{
    private readonly Booking[] _bookings = new Booking[subscriptions];
    private readonly Lock _gate = new();

    /// <summary>Gets the number of subscriptions.</summary>
    public int Subscriptions => subscriptions;

    /// <summary>Gets the number of subscriptions that are booked.</summary>
    public int Booked { get; private set; }

    /// <summary>Gets how often a booking arrived again with the same content; it was not booked again.</summary>
    public int Repeated { get; private set; }

    /// <summary>Gets how often a booking arrived again with another content: the fault that must not happen.</summary>
    public int Contradicted { get; private set; }

    /// <summary>Gets the number of entries.</summary>
    public long Entries { get; private set; }

    /// <summary>Gets the sum of all amounts to be paid, in cents.</summary>
    public long DueNow { get; private set; }

    /// <summary>Gets the sum of all contents modulo 2^128, which does not depend on the order.</summary>
    public UInt128 Checksum { get; private set; }

    /// <summary>Books what arrived.</summary>
    /// <param name="bookings">The bookings.</param>
    public void Take(IEnumerable<Booking> bookings)
    {
        lock (_gate)
        {
            foreach (var booking in bookings)
            {
                Take(booking);
            }
        }
    }

    /// <summary>Lists the subscriptions that differ from other books: missing in one, or with another content.</summary>
    /// <param name="other">The other books.</param>
    public IEnumerable<int> DifferencesTo(Books other) =>
        Enumerable.Range(0, subscriptions).Where(number => _bookings[number] != other._bookings[number]);

    private void Take(Booking booking)
    {
        ref var place = ref _bookings[booking.Number];
        if (place == default)
        {
            place = booking;
            Booked++;
            Entries += booking.Entries;
            DueNow += booking.DueNow;
            Checksum = unchecked(Checksum + booking.Content);
        }
        else if (place == booking)
        {
            Repeated++;
        }
        else
        {
            Contradicted++;
        }
    }
}
