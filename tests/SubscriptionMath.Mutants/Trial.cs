using System.Diagnostics;
using System.Globalization;

namespace SubscriptionMath.Mutants;

/// <summary>The fate of a mutant: killed by a test or by its time, alive after all tests that reach it, or reached by none.</summary>
internal enum Fate
{
    Unreached,
    Survived,
    Killed,
    TimedOut,
}

/// <summary>Has all mutants tried by workers, one process at a time; a process that hangs or dies costs the mutant that it tried.</summary>
internal sealed class Trial(IReadOnlyList<Mutant> mutants, string arguments)
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);

    private readonly Dictionary<int, Fate> _fates = [];
    private int? _tried;

    internal IReadOnlyDictionary<int, Fate> Run()
    {
        while (_fates.Count < mutants.Count)
        {
            var before = _fates.Count;
            Work([.. mutants.Select(mutant => mutant.Number).Where(number => !_fates.ContainsKey(number))]);
            if (_tried is { } lost)
                Settle(lost, Fate.TimedOut);
            if (_fates.Count == before)
                throw new InvalidOperationException("The tests do not run.");
        }

        return _fates;
    }

    private void Work(int[] numbers)
    {
        _tried = null;
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var worker = Process.Start(start)!;
        worker.StandardInput.WriteLine(string.Join(' ', numbers));
        worker.StandardInput.Close();
        while (worker.StandardOutput.ReadLineAsync() is var line && line.Wait(Silence) && line.Result is { } said)
            Hear(said.Split(' '));
        if (!worker.HasExited)
            worker.Kill();
        worker.WaitForExit();
    }

    private void Hear(string[] words)
    {
        if (words[0] is "tests" or "without")
        {
            Console.WriteLine(string.Join(' ', words));
            return;
        }

        var number = int.Parse(words[1], CultureInfo.InvariantCulture);
        if (words[0] == "try")
            _tried = number;
        else
            Settle(number, words[0] switch { "killed" => Fate.Killed, "survived" => Fate.Survived, _ => Fate.Unreached });
    }

    private void Settle(int number, Fate fate)
    {
        _tried = null;
        _fates.Add(number, fate);
        if (fate is Fate.Survived or Fate.TimedOut)
            Console.WriteLine($"{_fates.Count}/{mutants.Count} {fate} {mutants.First(mutant => mutant.Number == number)}");
        else if (_fates.Count % 100 == 0)
            Console.WriteLine($"{_fates.Count}/{mutants.Count}");
    }
}
