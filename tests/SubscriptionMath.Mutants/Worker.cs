using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;

namespace SubscriptionMath.Mutants;

/// <summary>Tries mutants one after the other, in a process that may be lost. It says on its output what it tries and what became of it.</summary>
internal sealed class Worker(Folders folders, TextWriter says)
{
    /// <summary>A test of more steps (a search over many policies) is not one of the fast ones.</summary>
    private const long MostStepsOfTest = 3_000_000;

    /// <summary>An active mutant may take so many times the steps of the library, and some more.</summary>
    private const long Patience = 20;
    private const long Grace = 100_000;

    private sealed record Example(Test Test, long Steps, HashSet<int> Reaches);

    internal void Run(IReadOnlyList<int> mutants)
    {
        Directory.SetCurrentDirectory(folders.Tests);
        AssemblyLoadContext.Default.Resolving += (context, name) => Beside(context, name);
        var door = new Switch(AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(folders.Written, "SubscriptionMath.dll")));
        var tests = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(folders.Tests, "SubscriptionMath.Tests.dll"));
        var examples = Examples(door, [.. Test.All(tests)]);
        Say($"tests {examples.Count}");
        foreach (var mutant in mutants)
        {
            var reaching = examples.Where(example => example.Reaches.Contains(mutant)).ToList();
            Say($"try {mutant}");
            var killer = reaching.Find(example => !door.Run(example.Test, mutant, (example.Steps * Patience) + Grace).Passed);
            Say(reaching.Count == 0 ? $"unreached {mutant}" : killer is null ? $"survived {mutant}" : $"killed {mutant} {killer.Test.Name}");

            // A mutant may spoil what a type keeps from its start; the others need a new process then.
            if (killer is not null && !door.Run(killer.Test).Passed)
                return;
        }
    }

    /// <summary>The tests that pass, with what each reaches, those of the fewest steps first. The first run fills what types keep from their start.</summary>
    private List<Example> Examples(Switch door, List<Test> all)
    {
        List<Example> examples = [];
        var ready = all.Where(test => door.Run(test) is { Passed: true, Steps: <= MostStepsOfTest }).ToList();
        foreach (var test in ready)
        {
            Array.Clear(door.Reached);
            var (passed, steps) = door.Run(test);
            if (passed)
                examples.Add(new(test, steps, [.. Enumerable.Range(0, door.Reached.Length).Where(mutant => door.Reached[mutant])]));
        }

        foreach (var lost in all.Except(examples.Select(example => example.Test)).Select(test => test.Name).Distinct())
            Say($"without {lost}");
        return [.. examples.OrderBy(example => example.Steps)];
    }

    private Assembly? Beside(AssemblyLoadContext context, AssemblyName name)
    {
        var file = Path.Combine(folders.Tests, $"{name.Name}.dll");
        return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
    }

    private void Say(string line)
    {
        says.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line}"));
        says.Flush();
    }
}
