namespace SubscriptionMath.Tests.Conformance.TenArticles;

/// <summary>Ten pages that the library met last: each figure as printed, and those that it does not give with the answer that is missing.</summary>
public sealed class TenArticleTests
{
    public static TheoryData<string> Given => [.. ArticleFigures.All.Where(figure => figure.Missing is null).Select(Name)];

    public static TheoryData<string> NotGiven => [.. ArticleFigures.All.Where(figure => figure.Missing is not null).Select(Name)];

    [Theory]
    [MemberData(nameof(Given))]
    public void A_figure_is_given_as_printed(string name)
    {
        var figure = ArticleFigures.All.Single(figure => Name(figure) == name);
        Assert.Equal(figure.Printed, figure.Answer());
    }

    /// <summary>A row that is given one day moves to the others.</summary>
    [Theory]
    [MemberData(nameof(NotGiven))]
    public void A_figure_whose_answer_is_missing_is_another(string name)
    {
        var figure = ArticleFigures.All.Single(figure => Name(figure) == name);
        Assert.NotEqual(figure.Printed, figure.Answer());
    }

    [Fact]
    public void Where_an_input_of_the_caller_stands_in_the_figure_is_as_printed() => Assert.All(
        ArticleFigures.All.Where(figure => figure.WithInput is not null), figure => Assert.Equal(figure.Printed, figure.WithInput!()));

    [Fact]
    public void Ten_pages_are_read() => Assert.Equal(10, ArticleFigures.All.Select(figure => figure.Page).Distinct().Count());

    private static string Name(ArticleFigure figure) => $"{figure.Page}: {figure.Asked}";
}
