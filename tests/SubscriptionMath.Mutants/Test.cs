using System.Globalization;
using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace SubscriptionMath.Mutants;

/// <summary>An example: a method of a test class, with one row of its values.</summary>
internal sealed record Test(MethodInfo Method, object?[] Values)
{
    /// <summary>Tests of the source, the pages and the package; laws; and searches that take longer than all others together.</summary>
    private static readonly string[] LeftOut =
        [".Guards.", ".Documentation.", ".Generators.", "Laws.BreachTests", "SinceLaws", "InputTests", "MovedThenPausedTests", "DirectionExamples"];

    /// <summary>Rows are kept for the whole run, and none of them holds what has to be disposed of.</summary>
    private static readonly DisposalTracker Tracker = new();

    internal string Name => $"{Method.DeclaringType!.Name}.{Method.Name}";

    /// <summary>Every example of an assembly, rows of data one by one, those left out aside.</summary>
    internal static IEnumerable<Test> All(Assembly tests) =>
        from type in tests.GetExportedTypes()
        where !type.IsAbstract && type.GetConstructor([]) is not null && !LeftOut.Any(part => type.FullName!.Contains(part, StringComparison.Ordinal))
        orderby type.FullName
        from method in type.GetMethods().OrderBy(method => method.Name, StringComparer.Ordinal)
        let kind = method.GetCustomAttributes<FactAttribute>().FirstOrDefault()?.GetType()
        where kind == typeof(FactAttribute) || kind == typeof(TheoryAttribute)
        from values in Rows(method)
        select new Test(method, values);

    /// <summary>Runs the example in a new object; true if it passes.</summary>
    internal bool Passes()
    {
        try
        {
            var instance = Method.IsStatic ? null : Activator.CreateInstance(Method.DeclaringType!);
            if (Method.Invoke(instance, Values) is Task task)
                task.GetAwaiter().GetResult();
            (instance as IDisposable)?.Dispose();
            return true;
        }
#pragma warning disable CA1031 // Whatever a test throws, it has failed.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    private static IEnumerable<object?[]> Rows(MethodInfo method)
    {
        if (method.GetParameters().Length == 0)
            return [[]];
        return method.GetCustomAttributes()
            .OfType<IDataAttribute>()
            .SelectMany(source => source.GetData(method, Tracker).AsTask().GetAwaiter().GetResult())
            .Select(row => Whole(method, row.GetData()));
    }

    /// <summary>The values of all parameters: defaults for those that the row leaves out, the rest of the row for a list at the end.</summary>
    private static object?[] Whole(MethodInfo method, object?[] given) =>
        [.. method.GetParameters().Select((parameter, place) => parameter.IsDefined(typeof(ParamArrayAttribute)) && !(place < given.Length && given[place] is Array)
            ? given[place..].Cast<string>().ToArray()
            : place >= given.Length ? parameter.DefaultValue : As(parameter.ParameterType, given[place]))];

    /// <summary>An attribute cannot hold a decimal number; a row gives another kind of number for it.</summary>
    private static object? As(Type type, object? value) =>
        value is double or int && type == typeof(decimal) ? Convert.ToDecimal(value, CultureInfo.InvariantCulture) : value;
}
