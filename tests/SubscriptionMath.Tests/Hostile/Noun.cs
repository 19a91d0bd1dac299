using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SubscriptionMath.Scenarios;

namespace SubscriptionMath.Tests.Hostile;

/// <summary>A reader, with valid documents, and with all that can be done with a value that was read.</summary>
/// <param name="Name">The noun.</param>
/// <param name="Valid">Valid documents.</param>
/// <param name="Read">The reader.</param>
/// <param name="Use">Writes, checks and prices the value.</param>
internal sealed record Noun(string Name, IReadOnlyList<string> Valid, Func<string, object> Read, Action<object> Use)
{
    /// <summary>The most bytes that reading may take.</summary>
    private const long MostBytes = 10_000_000;

    /// <summary>The longest time that reading may take, asserted in a long run alone.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    internal static Noun Of<T>(string name, IEnumerable<T> values, Action<T>? use = null)
        where T : notnull => new(
            name,
            [.. values.Select(value => BillingJson.Write(value))],
            json => BillingJson.Read<T>(json),
            value =>
            {
                var again = BillingJson.Read<T>(BillingJson.Write((T)value));
                if (!again.Equals(value))
                    throw new InvalidOperationException($"Written and read again, it is {BillingJson.Write(again)}.");

                use?.Invoke((T)value);
            });

    /// <summary>The fault of the reader with a document, or null: a value that can be used, and an error with a path, are none.</summary>
    /// <param name="text">The document.</param>
    /// <param name="timed">Whether the time counts, too.</param>
    internal string? Fault(string text, bool timed)
    {
        var (before, began) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        var (value, fault) = Outcome(text);
        var (bytes, took) = (GC.GetAllocatedBytesForCurrentThread() - before, Stopwatch.GetElapsedTime(began));
        if (fault is null && bytes > MostBytes)
            fault = string.Create(CultureInfo.InvariantCulture, $"Reading took {bytes} bytes.");

        if (fault is null && timed && took > Longest && Shortest(text) > Longest)
            fault = string.Create(CultureInfo.InvariantCulture, $"Reading took {took.TotalMilliseconds} ms.");

        return fault ?? (value is null ? null : Used(value));
    }

    private (object? Value, string? Fault) Outcome(string text)
    {
#pragma warning disable CA1031 // Whatever else is thrown is the fault.
        try
        {
            return (Read(text), null);
        }
        catch (JsonException refused) when (Name != Nouns.Scenario)
        {
            return (null, refused.Path is { Length: > 0 } path && path[0] == '$' ? null : $"An error without a path: {refused}");
        }
        catch (ScenarioException refused)
        {
            return (null, refused.Path is { Length: > 0 } path && path[0] == '$' ? null : $"An error without a path: {refused}");
        }
        catch (Exception thrown)
        {
            return (null, $"Reading threw {thrown}");
        }
#pragma warning restore CA1031
    }

    private string? Used(object value)
    {
#pragma warning disable CA1031 // Whatever is thrown is the fault.
        try
        {
            Use(value);
            return null;
        }
        catch (OverflowException)
        {
            // An amount or a date beyond what there is: its message is its own.
            return null;
        }
        catch (Exception thrown)
        {
            return $"What was read threw {thrown}";
        }
#pragma warning restore CA1031
    }

    /// <summary>The best of ten: other programs of the machine take time as well.</summary>
    private TimeSpan Shortest(string text)
    {
        var shortest = TimeSpan.MaxValue;
        for (var tries = 0; tries < 10; tries++)
        {
            var began = Stopwatch.GetTimestamp();
            _ = Outcome(text);
            var took = Stopwatch.GetElapsedTime(began);
            shortest = took < shortest ? took : shortest;
        }

        return shortest;
    }

    public override string ToString() => Name;
}
