namespace SubscriptionMath.Mutants;

/// <summary>One change of one place of the library.</summary>
/// <param name="Number">The number behind which the build has the change.</param>
/// <param name="File">The file, from the library's folder: <c>Proration/Share.cs</c>.</param>
/// <param name="Line">The line, from one.</param>
/// <param name="Was">The code that is changed.</param>
/// <param name="Now">The code instead of it.</param>
internal sealed record Mutant(int Number, string File, int Line, string Was, string Now)
{
    private const string Root = "(root)";

    /// <summary>The folder of the first level, or the root.</summary>
    internal string Folder => FolderOf(File);

    internal static string FolderOf(string file) => file.IndexOf('/', StringComparison.Ordinal) is var end and > 0 ? file[..end] : Root;

    public override string ToString() => $"{File}:{Line}  {Was}  ->  {Now}";
}
