using System.Reflection;

namespace SubscriptionMath.Mutants;

/// <summary>The switch within the mutated library.</summary>
internal sealed class Switch(Assembly library)
{
    private const int None = -1;

    private readonly Type _type = library.GetType("MutantSwitch", throwOnError: true)!;

    internal bool[] Reached => (bool[])Field(nameof(Reached)).GetValue(null)!;

    /// <summary>Runs a test with one mutant active, or none, and gives whether it passed in at most so many steps, and the steps.</summary>
    internal (bool Passed, long Steps) Run(Test test, int mutant = None, long most = long.MaxValue)
    {
        Set("Active", mutant);
        Set("Steps", 0L);
        Set("MostSteps", most);
        var passed = test.Passes();
        var steps = (long)Field("Steps").GetValue(null)!;
        Set("Active", None);
        Set("MostSteps", long.MaxValue);
        return (passed && steps <= most, steps);
    }

    private void Set(string name, object value) => Field(name).SetValue(null, value);

    private FieldInfo Field(string name) => _type.GetField(name)!;
}
