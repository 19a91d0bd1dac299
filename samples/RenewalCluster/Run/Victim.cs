namespace RenewalCluster;

/// <summary>The silo that is killed in the middle of the run.</summary>
/// <param name="silo">The silo.</param>
/// <param name="after">The number of bookings after which it is killed.</param>
/// <param name="progress">The progress shown.</param>
internal sealed class Victim(SiloProcess silo, int after, Progress progress)
{
    private readonly Lock _gate = new();

    /// <summary>Gets the number of bookings when the silo was killed; null before.</summary>
    public int? KilledAt { get; private set; }

    /// <summary>Kills the silo if it is time, and only once.</summary>
    /// <param name="booked">The number of bookings by now.</param>
    public void KillOnce(int booked)
    {
        lock (_gate)
        {
            if (KilledAt is null && booked >= after)
            {
                KilledAt = booked;
                silo.Kill();
                progress.Say("The last silo was killed (SIGKILL). The others find out within seconds; its shards are asked again.");
            }
        }
    }
}
