using System.Globalization;

namespace SubscriptionMath.Tests.Hostile;

/// <summary>
/// Mutants of valid documents: each is read as a value that can be checked, written and priced, or is the reader's error with a path. No document of
/// 64 KiB takes 10 MB.
/// </summary>
/// <remarks>
/// <c>FUZZ</c>, a number, makes as many mutants with progress on the console; each must then be read within 100 ms as well. <c>FUZZ_SEED</c> makes others.
/// </remarks>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5394", Justification = "A fuzzer keeps no secret; it has to be the same for a seed.")]
public sealed class HostileInputTests
{
    private const int UsualMutants = 3_000;
    private const int MostShown = 10;
    private const int MostLetters = 3_000;

    [Fact]
    public void Every_valid_document_is_read() => Assert.Empty(
        from noun in Nouns.All
        from text in noun.Valid
        let fault = noun.Fault(text, timed: false)
        where fault is not null
        select $"{noun}: {fault}");

    [Fact]
    public void A_mutant_is_a_value_that_can_be_used_or_an_error_with_a_path()
    {
        var (wanted, seed) = (Number("FUZZ"), Number("FUZZ_SEED") ?? 1);
        var (faults, mutants) = (new List<string>(), wanted ?? UsualMutants);
        for (var i = 0; i < mutants && faults.Count < MostShown; i++)
        {
            var noun = Nouns.All[i % Nouns.All.Count];
            var text = new Mutator(new Random(unchecked((seed * 1_000_003) + i))).Mutant(noun.Valid);
            if (noun.Fault(text, timed: wanted is not null) is { } fault)
                Tell(faults, string.Create(CultureInfo.InvariantCulture, $"mutant {i} of seed {seed}, {noun}: {fault}\n{(text.Length > MostLetters ? text[..MostLetters] + "…" : text)}"));

            if (wanted is not null && (i + 1) % 10_000 == 0)
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i + 1} of {mutants} mutants, {faults.Count} faults"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>Keeps a fault, and tells it at once: a long run may end before its summary.</summary>
    private static void Tell(List<string> faults, string fault)
    {
        faults.Add(fault);
        Console.Error.WriteLine(fault);
    }

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
