using System.Globalization;

namespace SubscriptionMath.Tests;

/// <summary>
/// The seed of all random values: fixed by name, so that a test that passes once passes every time. <c>LAW_SEED</c>, a number, draws other
/// values; the same number draws the same ones again.
/// </summary>
internal static class Seed
{
    // FNV-1a, 64 bits: string.GetHashCode differs from process to process.
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The increment of the generator, odd, as FsCheck itself uses where only a seed is given.</summary>
    private const ulong Gamma = 0x9e3779b97f4a7c15;

    /// <summary>The seed of a name, as FsCheck prints it and reads it.</summary>
    internal static string Replay(string name) => string.Create(CultureInfo.InvariantCulture, $"{Of(name)},{Gamma}");

    /// <summary>As many values of a size as wanted, the same ones at each run.</summary>
    internal static IEnumerable<T> Draw<T>(this Gen<T> generator, string name, int count, int size) => generator.Sample(count, new Rnd(Of(name), Gamma), size);

    /// <summary>The same, whatever <c>LAW_SEED</c> says.</summary>
    internal static IEnumerable<T> DrawPinned<T>(this Gen<T> generator, string name, int count, int size) => generator.Sample(count, new Rnd(Hash(name), Gamma), size);

    private static ulong Of(string name) => Hash(name + Environment.GetEnvironmentVariable("LAW_SEED"));

    private static ulong Hash(string text)
    {
        var hash = Basis;
        foreach (var letter in text)
            hash = unchecked((hash ^ letter) * Prime);
        return hash;
    }
}
