namespace RenewalCluster;

/// <summary>A row of numbers drawn from a seed (SplitMix64), which needs no state but its own.</summary>
internal struct Draw(long seed, int number)
{
    private ulong _state = Mixed(unchecked((ulong)seed + ((ulong)number * 0x9E3779B97F4A7C15)));

    /// <summary>Draws a number from 0 up to, not including, a bound.</summary>
    public int Below(int bound)
    {
        _state = unchecked(_state + 0x9E3779B97F4A7C15);
        return (int)(Mixed(_state) % (ulong)bound);
    }

    /// <summary>Draws whether a case of so many percent is given.</summary>
    public bool InPercent(int percent) => Below(100) < percent;

    /// <summary>Draws one of several.</summary>
    public T OneOf<T>(IReadOnlyList<T> all) => all[Below(all.Count)];

    private static ulong Mixed(ulong bits)
    {
        unchecked
        {
            bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
            return bits ^ (bits >> 31);
        }
    }
}
