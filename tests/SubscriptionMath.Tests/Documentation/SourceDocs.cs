using System.Text.RegularExpressions;

namespace SubscriptionMath.Tests.Documentation;

/// <summary>The documentation comments of the library, read from its source as plain text: a reference is its name, a block of code is left out.</summary>
internal static partial class SourceDocs
{
    /// <summary>The source files that are read, by their paths from the library's folder.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Directory.EnumerateFiles(Library, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Library, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>All comments as one text.</summary>
    public static string Text { get; } = string.Join('\n', Files.SelectMany(Comments).Select(Plain));

    /// <summary>The summaries, each with its file.</summary>
    public static IReadOnlyList<(string File, string Text)> Summaries { get; } =
    [
        .. from file in Files
           from comment in Comments(file)
           from summary in Summary().Matches(comment)
           let text = Plain(summary.Groups["text"].Value)
           where text.Length > 0
           select (file, text),
    ];

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Library, file));

    private static string Library => Path.Combine(Repository.Root, "src", "SubscriptionMath");

    private static IEnumerable<string> Comments(string file) =>
        Block().Matches(File.ReadAllText(Path.Combine(Library, file)).ReplaceLineEndings("\n"))
            .Select(block => Slashes().Replace(block.Value, ""));

    private static string Plain(string comment) => Space().Replace(
        Tag().Replace(Name().Replace(Reference().Replace(Code().Replace(comment, " "), match => Last(match.Groups["name"].Value)), "${name}"), " "), " ").Trim();

    private static string Last(string reference) => reference.Split('(')[0].Split('.')[^1];

    [GeneratedRegex(@"(^[ \t]*///.*\n)+", RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("^[ \t]*/// ?", RegexOptions.Multiline)]
    private static partial Regex Slashes();

    [GeneratedRegex("<summary>(?<text>.*?)</summary>", RegexOptions.Singleline)]
    private static partial Regex Summary();

    [GeneratedRegex("<code>.*?</code>", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("<see(also)? (cref|langword|href)=\"(?<name>[^\"]*)\"\\s*/>")]
    private static partial Regex Reference();

    [GeneratedRegex("<(paramref|typeparamref) name=\"(?<name>[^\"]*)\"\\s*/>")]
    private static partial Regex Name();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
