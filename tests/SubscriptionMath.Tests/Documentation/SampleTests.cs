namespace SubscriptionMath.Tests.Documentation;

/// <summary>The samples that are programs of one file: those that need nothing but the library are compiled and run.</summary>
public sealed class SampleTests
{
    [Fact]
    public void A_year_of_usage_credits_is_told_in_full()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "samples", "credits.cs")).Where(line => !line.StartsWith('#'));
        var told = Assert.Single(SampleProgram.Run([string.Join('\n', lines)])).Split('\n');

        Assert.StartsWith("A year of usage credits under Kaspr's policy.", told[0], StringComparison.Ordinal);
        Assert.Equal(3, told.Count(line => line.EndsWith("granted = used + lapsed + left", StringComparison.Ordinal)));
    }
}
