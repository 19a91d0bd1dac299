using System.Text.RegularExpressions;

namespace SubscriptionMath.Tests.Documentation;

/// <summary>
/// The documentation begins with its subject, says one thing in a sentence and names its nouns. The bounds are what was reached; a text that breaks one
/// is written anew, and the bound stays.
/// </summary>
public sealed partial class EnglishTests
{
    private const int MostWords = 28;

    private static readonly string[] WithoutSubject = ["What", "Where", "It", "They", "That"];

    [Fact]
    public void No_summary_begins_before_its_subject() => Assert.Empty(
        SourceDocs.Summaries.Where(summary => WithoutSubject.Contains(Word().Match(summary.Text).Value)).Select(Told));

    [Fact]
    public void No_sentence_of_a_summary_is_long() => Assert.Empty(
        SourceDocs.Summaries.Where(summary => Sentences(summary.Text).Any(sentence => Word().Count(sentence) > MostWords)).Select(Told));

    /// <summary>Words for a thousand: Noda Time has 0.1, 0.8 and 3.6.</summary>
    [Theory]
    [InlineData("what", 1.0)]
    [InlineData("where", 0.5)]
    [InlineData("it", 8.0)]
    public void Words_that_stand_for_a_noun_are_rare(string word, double most)
    {
        var words = Word().Matches(SourceDocs.Text);
        var rate = 1000.0 * words.Count(one => one.Value.Equals(word, StringComparison.OrdinalIgnoreCase)) / words.Count;

        Assert.True(words.Count > 10_000);
        Assert.InRange(rate, 0.0, most);
    }

    private static string[] Sentences(string text) => EndOfSentence().Split(text);

    private static string Told((string File, string Text) summary) => $"{summary.File}: {summary.Text}";

    [GeneratedRegex(@"[A-Za-z0-9][\w'.,-]*(?<![.,])")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=[.!?])\s+")]
    private static partial Regex EndOfSentence();
}
