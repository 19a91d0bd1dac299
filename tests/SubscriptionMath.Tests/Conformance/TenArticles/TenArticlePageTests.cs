namespace SubscriptionMath.Tests.Conformance.TenArticles;

/// <summary>docs/vendors.md has a row for each of the ten pages, with its figures counted and its missing answers named.</summary>
public sealed class TenArticlePageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "vendors.md"));

    [Fact]
    public void The_page_of_vendors_counts_the_figures_of_each() => Assert.All(
        ArticleFigures.All.GroupBy(figure => figure.Page),
        page => Assert.Contains(
            $"| {page.Key} | {page.Count(figure => figure.Missing is null)} | {page.Count(figure => figure.WithInput is not null)} "
                + $"| {page.Count(figure => figure.Missing is not null && figure.WithInput is null)} |",
            Page,
            StringComparison.Ordinal));

    [Fact]
    public void The_page_of_vendors_names_what_is_missing() =>
        Assert.All(ArticleFigures.All.Select(figure => figure.Missing).OfType<string>(), missing => Assert.Contains(missing, Page, StringComparison.Ordinal));
}
