using System.Text.RegularExpressions;

namespace SubscriptionMath.Tests.Documentation;

/// <summary>A Markdown file of the repository: its fenced blocks, its links and its tables.</summary>
internal sealed partial record Document(string Name, string Text)
{
    public static Document Readme => Read("README.md");

    /// <summary>The pages at the root and all of docs, by their names from the root of the repository.</summary>
    public static IEnumerable<string> Names =>
    [
        "README.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "CODE_OF_CONDUCT.md",
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static Document Read(string name) =>
        new(name, File.ReadAllText(Path.Combine(Repository.Root, name)).ReplaceLineEndings("\n"));

    public IReadOnlyList<Block> Blocks =>
        [.. Fenced().Matches(Text).Select(match => new Block(match.Groups["language"].Value, match.Groups["text"].Value.TrimEnd('\n')))];

    /// <summary>The targets of the links to other files of the repository, without their anchors.</summary>
    public IEnumerable<string> FilesLinked =>
        from match in Link().Matches(Fenced().Replace(Text, ""))
        let target = match.Groups["target"].Value
        where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#')
        select target.Split('#')[0];

    /// <summary>The texts of the form `Type.Member`, without blocks.</summary>
    public IEnumerable<(string Type, string Member)> MembersNamed =>
        from match in Member().Matches(Fenced().Replace(Text, ""))
        select (match.Groups["type"].Value, match.Groups["member"].Value);

    /// <summary>The rows, cell by cell, of all tables whose first heading begins with a word.</summary>
    public IEnumerable<string[]> RowsUnder(string heading)
    {
        var table = "";
        foreach (var line in Fenced().Replace(Text, "").Split('\n'))
        {
            if (!line.StartsWith('|'))
                table = "";
            else if (table.Length == 0)
                table = line;
            else if (!line.StartsWith("|--", StringComparison.Ordinal) && table.StartsWith($"| {heading}", StringComparison.Ordinal))
                yield return [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
        }
    }

    /// <summary>
    /// The programs of the document: a block that begins with its usings begins one, the C# blocks below it continue it. Each part goes with
    /// what the text block right after it says is printed; nothing where there is none.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<(string Code, string Output)>> Programs
    {
        get
        {
            var programs = new List<IReadOnlyList<(string, string)>>();
            var parts = new List<(string, string)>();
            for (var i = 0; i < Blocks.Count; i++)
            {
                if (Blocks[i].Language != "csharp")
                    continue;
                if (Blocks[i].Text.StartsWith("using ", StringComparison.Ordinal))
                    programs.Add(parts = []);
                parts.Add((Blocks[i].Text, i + 1 < Blocks.Count && Blocks[i + 1].Language == "text" ? Blocks[i + 1].Text : ""));
            }

            return programs;
        }
    }

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<type>[A-Z]\w+)\.(?<member>[A-Z]\w+)`")]
    private static partial Regex Member();

    /// <summary>A fenced block: its language and its text without the fences.</summary>
    internal sealed record Block(string Language, string Text);
}
