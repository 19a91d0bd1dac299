using System.Text.RegularExpressions;

namespace SubscriptionMath.Tests.Guards;

/// <summary>The folder of a test is its name: the namespace of each file is its folder, and the folders of the first level fit a screen.</summary>
public sealed partial class TestFolders
{
    private const int MostFolders = 16;

    private static readonly string Tests = Path.Combine(Repository.Root, "tests", "SubscriptionMath.Tests");

    [Fact]
    public void The_namespace_of_a_test_is_its_folder() => Assert.Empty(
        from file in Directory.EnumerateFiles(Tests, "*.cs", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(Tests, file)
        let declared = Namespace().Match(File.ReadAllText(file))
        where declared.Success && declared.Groups["name"].Value != NamespaceOf(name)
        select $"{name}: {declared.Groups["name"].Value}");

    [Fact]
    public void The_folders_of_the_tests_fit_a_screen() => Assert.InRange(Directory.GetDirectories(Tests).Length, 1, MostFolders);

    [Theory]
    [InlineData("Shop.cs", "SubscriptionMath.Tests")]
    [InlineData("Laws/LotLaws.cs", "SubscriptionMath.Tests.Laws")]
    [InlineData("Prices/Alone/SkippedDays.cs", "SubscriptionMath.Tests.Prices.Alone")]
    public void A_folder_within_a_folder_is_a_namespace_within_a_namespace(string file, string name) => Assert.Equal(name, NamespaceOf(file));

    private static string NamespaceOf(string file) => string.Join('.', ["SubscriptionMath", "Tests", .. file.Split('/', '\\')[..^1]]);

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
