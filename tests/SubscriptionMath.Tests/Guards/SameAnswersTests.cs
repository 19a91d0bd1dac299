using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SubscriptionMath.Tests.Guards;

/// <summary>
/// The bytes of all answers are those of a file: on both targets, in any process, from one thread and from eight. Lives are generated from a fixed
/// seed, and the JSON of each timeline is hashed by policy.
/// </summary>
/// <remarks>
/// <c>HASH_WRITE=1</c> writes the file anew, where figures were meant to change. <c>HASH_LIVES</c>, a number, plays as many lives of each policy, and
/// its file is among the artifacts: one target writes it, and the other reads it.
/// </remarks>
public sealed class SameAnswersTests
{
    private const int UsualLives = 4;
    private const int Size = 30;
    private const int Threads = 8;
    private const int EachOf = 5;

    /// <summary>The vendors, the values of their parameters, and made-up policies.</summary>
    /// <summary>The vendors, the values of their parameters, and made-up policies. Policies of one name are told apart by a number.</summary>
    private static readonly (string Label, Gen<NamedPolicy> Policies)[] Groups =
    [
        .. EveryVendor.Defaults.Concat(EveryVendor.Engines).GroupBy(named => named.Label).SelectMany(same => same.Select((named, place) =>
            (place == 0 ? same.Key : string.Create(CultureInfo.InvariantCulture, $"{same.Key}, {place + 1}"), Gen.Constant(named)))),
        .. EveryVendor.ByVendor.Select(vendor => ($"{vendor[0].Label.Split('(', '.')[0]}, any parameters", Gen.Elements(vendor.AsEnumerable()))),
        ("made up", LifePolicies.Any),
    ];

    private static int Lives => int.TryParse(Environment.GetEnvironmentVariable("HASH_LIVES"), NumberStyles.None, CultureInfo.InvariantCulture, out var lives) ? lives : UsualLives;

    private static string Answers => Lives == UsualLives
        ? Path.Combine(Repository.Root, "tests", "SubscriptionMath.Tests", "Guards", "answers.txt")
        : Path.Combine(Repository.Root, "artifacts", string.Create(CultureInfo.InvariantCulture, $"answers-{Lives}.txt"));

    [Fact]
    public void The_bytes_of_all_answers_are_those_of_the_file()
    {
        var lines = Hashes();
        if (Environment.GetEnvironmentVariable("HASH_WRITE") == "1")
            File.WriteAllLines(Answers, lines);

        var written = File.ReadAllLines(Answers);
        var differing = lines.Except(written).Select(line => line.Split(' ', 2)[1]).ToArray();
        Assert.True(differing.Length == 0, $"The answers are not those of {Answers} (HASH_WRITE=1 writes them): {string.Join("; ", differing)}.");
        Assert.Equal(written, lines);
    }

    /// <summary>Each life is played by all threads at one time, from the same policy and catalog: whatever these remember is shared.</summary>
    [Fact]
    public void Eight_threads_at_once_give_the_bytes_of_one()
    {
        (string Label, Life Life)[] lives = [.. Groups.Where((_, place) => place % EachOf == 0).Select(group => (group.Label, Drawn(group.Label, group.Policies, 2)[1]))];
        var alone = lives.Select(one => Bytes(one.Life)).ToArray();
        using var together = new Barrier(Threads);
        var played = new byte[Threads][][];
        var threads = Enumerable.Range(0, Threads).Select(thread => new Thread(() => played[thread] = [.. lives.Select(one =>
        {
            together.SignalAndWait();
            return BytesOrFault(one.Life);
        })])).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        var differing = from thread in Enumerable.Range(0, Threads)
                        from place in Enumerable.Range(0, lives.Length)
                        where !played[thread][place].SequenceEqual(alone[place])
                        select string.Create(CultureInfo.InvariantCulture, $"{lives[place].Label} in thread {thread}");
        Assert.Empty(differing);
    }

    /// <summary>A line for each group, and one for all of them before.</summary>
    private static string[] Hashes()
    {
        var hashes = Groups.AsParallel().AsOrdered().WithDegreeOfParallelism(Threads)
            .Select(group => $"{Hash(Drawn(group.Label, group.Policies, Lives))} {group.Label}").ToArray();
        return [$"{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', hashes))))} all", .. hashes];
    }

    private static string Hash(Life[] lives)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var life in lives)
            hash.AppendData(Bytes(life));

        return Hex(hash.GetHashAndReset());
    }

    private static byte[] Bytes(Life life) => Encoding.UTF8.GetBytes(BillingJson.Write(life.Play(), explained: true) + "\n");

    private static byte[] BytesOrFault(Life life)
    {
#pragma warning disable CA1031 // A fault of one thread is another answer, and must not end the process.
        try
        {
            return Bytes(life);
        }
        catch (Exception fault)
        {
            return Encoding.UTF8.GetBytes(fault.ToString());
        }
#pragma warning restore CA1031
    }

    private static Life[] Drawn(string label, Gen<NamedPolicy> policies, int count) => [.. WholeLives.Of(policies).DrawPinned($"{nameof(SameAnswersTests)} {label}", count, Size)];

    private static string Hex(byte[] hash) => Convert.ToHexString(hash)[..32];
}
