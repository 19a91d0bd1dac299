#if NET10_0_OR_GREATER
using System.Globalization;
using System.Runtime.CompilerServices;

#endif
namespace SubscriptionMath.Tests;

/// <summary>
/// A sentence that holds for all values of its parameters, tried on one target only: the other gets the examples and the published numbers.
/// The values are the same at each run. <c>LAW_TESTS</c> sets how many are tried, <c>LAW_SEED</c> (a number) tries others,
/// <c>LAW_REPLAY</c> (seed,gamma,size as a failure prints them) tries one run again.
/// </summary>
#if NET10_0_OR_GREATER
#pragma warning disable xUnit3003 // FsCheck's base attribute takes no source location to pass on.
[AttributeUsage(AttributeTargets.Method)]
public sealed class LawAttribute : PropertyAttribute
{
    private const int UsualTests = 200;

    public LawAttribute([CallerMemberName] string name = "")
    {
        Name = name;
        MaxTest = int.TryParse(
            Environment.GetEnvironmentVariable("LAW_TESTS"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var tests)
            ? tests
            : UsualTests;
        Arbitrary = [typeof(Arbitraries)];
        QuietOnSuccess = true;
        Replay = Environment.GetEnvironmentVariable("LAW_REPLAY") ?? Seed.Replay(name);
    }

    public string Name { get; }
}
#pragma warning restore xUnit3003
#else
[AttributeUsage(AttributeTargets.Method)]
public sealed class LawAttribute : Attribute;
#endif
