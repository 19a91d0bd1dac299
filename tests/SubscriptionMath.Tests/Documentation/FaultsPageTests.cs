using System.Reflection;

namespace SubscriptionMath.Tests.Documentation;

/// <summary>docs/faults.md names a test for every kind of fault, and each of them exists.</summary>
public sealed class FaultsPageTests
{
    [Fact]
    public void Every_kind_has_tests_and_each_of_them_exists()
    {
        var tests = typeof(FaultsPageTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttributes().Any(attribute => attribute is FactAttribute)).Select(method => method.Name).ToHashSet();
        var rows = Document.Read("docs/faults.md").RowsUnder("kind").ToList();

        Assert.NotEmpty(rows);
        Assert.Equal(rows.Count, rows.Select(row => row[0]).Distinct().Count());
        Assert.All(rows, row => Assert.All(row[3].Split(", "), name => Assert.Contains(name.Trim('`'), tests)));
    }
}
