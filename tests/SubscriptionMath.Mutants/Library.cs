using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SubscriptionMath.Mutants;

/// <summary>The library's source, and a build of it with all mutants behind a switch.</summary>
internal sealed class Library
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14);

    private readonly Dictionary<string, SyntaxTree> _sources;
    private readonly CSharpCompilation _plain;

    internal Library(Folders folders)
    {
        _sources = folders.Sources.ToDictionary(
            file => Path.GetRelativePath(folders.Source, file).Replace('\\', '/'),
            file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), Language, file),
            StringComparer.Ordinal);
        IEnumerable<SyntaxTree> made = folders.Made.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), Language, file));
        var trees = _sources.Values.Concat(made).Append(CSharpSyntaxTree.ParseText(Text("Switch"), Language));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true, deterministic: true)
            .WithNullableContextOptions(NullableContextOptions.Enable);
        _plain = CSharpCompilation.Create("SubscriptionMath", trees, References(folders), options);
    }

    /// <summary>Writes the library with the mutants of some files; changes that do not compile are left out.</summary>
    internal IReadOnlyList<Mutant> Build(Func<string, bool> isWanted, string target)
    {
        HashSet<int> leftOut = [];
        while (true)
        {
            var register = new Register(leftOut);
            var mutated = Generated(Mutated(isWanted, register));
            var errors = mutated.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error).ToList();
            if (errors.Count == 0)
            {
                var written = mutated.Emit(target);
                return written.Success ? register.Mutants : throw new InvalidOperationException(string.Join('\n', written.Diagnostics));
            }

            var guilty = errors.SelectMany(Guilty).ToHashSet();
            if (guilty.Count == 0)
                throw new InvalidOperationException(string.Join('\n', errors));
            leftOut.UnionWith(guilty);
        }
    }

    private CSharpCompilation Mutated(Func<string, bool> isWanted, Register register)
    {
        var mutated = _plain;
        foreach (var (file, tree) in _sources.Where(source => isWanted(source.Key)).OrderBy(source => source.Key, StringComparer.Ordinal))
        {
            var woven = new Weaver(file, _plain.GetSemanticModel(tree), register).Visit(tree.GetRoot())!;
            mutated = mutated.ReplaceSyntaxTree(tree, CSharpSyntaxTree.Create((CompilationUnitSyntax)woven, Language, tree.FilePath, tree.Encoding));
        }

        return mutated;
    }

    /// <summary>The mutants in whose code an error lies: the innermost around it, or else those in the code around it.</summary>
    private static IEnumerable<int> Guilty(Diagnostic error)
    {
        if (error.Location.SourceTree is not { } tree)
            return [];
        var around = tree.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true).AncestorsAndSelf().ToList();
        return around.Select(Numbers).FirstOrDefault(numbers => numbers.Count > 0)
            ?? around.Select(node => node.DescendantNodes().SelectMany(Numbers).ToList()).FirstOrDefault(numbers => numbers.Count > 0)
            ?? [];
    }

    private static List<int> Numbers(SyntaxNode node) =>
        [.. node.GetAnnotations(Weaver.Mark).Select(mark => int.Parse(mark.Data!, CultureInfo.InvariantCulture))];

    /// <summary>With the code that the framework writes for the JSON of the nouns.</summary>
    private static CSharpCompilation Generated(CSharpCompilation compilation)
    {
        var folder = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref");
        var generator = Directory.GetFiles(Path.GetFullPath(folder), "System.Text.Json.SourceGeneration.dll", SearchOption.AllDirectories).Max(StringComparer.Ordinal)!;
        var generators = new AnalyzerFileReference(generator, new Loader()).GetGenerators(LanguageNames.CSharp);
        CSharpGeneratorDriver.Create(generators, parseOptions: Language).RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _);
        return (CSharpCompilation)whole;
    }

    private static IEnumerable<MetadataReference> References(Folders folders) =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Append(Path.Combine(folders.Tests, "NodaTime.dll"))
            .Select(file => MetadataReference.CreateFromFile(file));

    private static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(Library).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public System.Reflection.Assembly LoadFromPath(string fullPath) => System.Reflection.Assembly.LoadFrom(fullPath);
    }
}
