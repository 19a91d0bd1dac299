using System.Globalization;

namespace SubscriptionMath.Tests;

#pragma warning disable xUnit3003 // FsCheck's base attribute takes no source location to pass on.

/// <summary>
/// A sentence that holds for all values of its parameters. <c>LAW_TESTS</c> sets how many are tried,
/// <c>LAW_REPLAY</c> (seed,gamma,size as a failure prints them) tries one run again.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LawAttribute : PropertyAttribute
{
    private const int UsualTests = 200;

    public LawAttribute()
    {
        MaxTest = int.TryParse(
            Environment.GetEnvironmentVariable("LAW_TESTS"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var tests)
            ? tests
            : UsualTests;
        Arbitrary = [typeof(Arbitraries)];
        QuietOnSuccess = true;
        Replay = Environment.GetEnvironmentVariable("LAW_REPLAY");
    }
}

#pragma warning restore xUnit3003
