using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SubscriptionMath.Tests.Documentation;

/// <summary>Compiles and runs a program of the documentation, with the usings of a file-based app, in this process.</summary>
internal static class SampleProgram
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        """;

    // It stands before System.Console, so that each program prints to a writer of its own and tests may run beside each other.
    private const string Printer = """
        internal static class Console
        {
            internal static readonly System.IO.StringWriter Output = new(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };

            internal static void WriteLine() => Output.WriteLine();

            internal static void WriteLine(object? value) => Output.WriteLine(value);
        }
        """;

    /// <summary>Runs the parts of a program one after the other and gives what each of them printed.</summary>
    public static IReadOnlyList<string> Run(IEnumerable<string> parts)
    {
        const string Mark = "\u001e";
        var program = string.Join("\nConsole.WriteLine(\"\\u001e\");\n", parts);
        var assembly = Compile(program);
        assembly.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        var output = assembly.GetType("Console")!.GetField("Output", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        return [.. output.ToString()!.Split(Mark + "\n").Select(text => text.TrimEnd('\n'))];
    }

    private static Assembly Compile(string program)
    {
        var compilation = CSharpCompilation.Create(
            "Documentation." + Guid.NewGuid().ToString("N"),
            new[] { Usings, Printer, program }.Select(text => CSharpSyntaxTree.ParseText(text)),
            Platform.References,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        return result.Success
            ? Assembly.Load(stream.ToArray())
            : throw new InvalidOperationException(
                string.Join('\n', result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error)) + "\n\n" + program);
    }
}
