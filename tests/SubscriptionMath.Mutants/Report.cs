namespace SubscriptionMath.Mutants;

/// <summary>The table of folders, and the list of what no test notices.</summary>
internal static class Report
{
    internal static void Print(IReadOnlyList<Mutant> mutants, IReadOnlyDictionary<int, Fate> fates, TextWriter page)
    {
        page.WriteLine("| folder | mutants | reached | killed | killed of reached |");
        page.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var folder in mutants.GroupBy(mutant => mutant.Folder).OrderBy(folder => folder.Key, StringComparer.Ordinal))
            Row(folder.Key, [.. folder.Select(mutant => fates[mutant.Number])], page);
        Row("together", [.. fates.Values], page);
        foreach (var fate in (Fate[])[Fate.Survived, Fate.Unreached])
        {
            page.WriteLine($"\n{fate}:");
            foreach (var mutant in mutants.Where(mutant => fates[mutant.Number] == fate))
                page.WriteLine(mutant);
        }
    }

    private static void Row(string folder, List<Fate> fates, TextWriter page)
    {
        var reached = fates.Count(fate => fate != Fate.Unreached);
        var killed = fates.Count(fate => fate is Fate.Killed or Fate.TimedOut);
        var permille = reached == 0 ? 1000 : killed * 1000 / reached;
        page.WriteLine($"| {folder} | {fates.Count} | {reached} | {killed} | {permille / 10}.{permille % 10} % |");
    }
}
