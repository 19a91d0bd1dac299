using System.Reflection;
using System.Text.RegularExpressions;

namespace SubscriptionMath.Tests.Laws;

/// <summary>docs/laws.md and the properties say the same.</summary>
public sealed partial class LawsDocumentTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "laws.md"));

    private static readonly MethodInfo[] Laws =
    [
        .. typeof(LawAttribute).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.IsDefined(typeof(LawAttribute))),
    ];

    [Fact]
    public void Every_property_that_the_page_names_exists()
    {
        var names = Named().Matches(Text).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Contains(Laws, law => law.Name == name));
    }

    [Theory]
    [InlineData(typeof(AnswerLaws))]
    [InlineData(typeof(LotLaws))]
    [InlineData(typeof(CreditLaws))]
    [InlineData(typeof(PoolLaws))]
    [InlineData(typeof(MetamorphicLaws))]
    [InlineData(typeof(OracleLaws))]
    [InlineData(typeof(TimelineLaws))]
    [InlineData(typeof(LifeLaws))]
    [InlineData(typeof(DeferredLaws))]
    [InlineData(typeof(GivenBackLaws))]
    [InlineData(typeof(SinceLaws))]
    [InlineData(typeof(PolicyLaws))]
    public void Every_law_is_on_the_page(Type suite) =>
        Assert.All(Laws.Where(law => law.DeclaringType == suite), law => Assert.Contains($"`{law.Name}`", Text, StringComparison.Ordinal));

    [Fact]
    public void Every_breach_is_on_the_page_and_no_other()
    {
        var rows = Text[Text.IndexOf("## Vendors' own rules", StringComparison.Ordinal)..].Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1);
        Assert.Equal(Broken.All.Select(breach => $"| {breach.Policy} | {breach.Rule} |"), rows);
    }

    [GeneratedRegex("`([A-Z][A-Za-z0-9_]*_[A-Za-z0-9_]*)`")]
    private static partial Regex Named();
}
