using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SubscriptionMath.Mutants;

/// <summary>Another function of the same shape (the last for the first), or none; a member or an element left out.</summary>
internal static class Calls
{
    private static readonly Dictionary<string, string> Twins = new(StringComparer.Ordinal)
    {
        ["First"] = "Last",
        ["Last"] = "First",
        ["FirstOrDefault"] = "LastOrDefault",
        ["LastOrDefault"] = "FirstOrDefault",
        ["Any"] = "All",
        ["All"] = "Any",
        ["Min"] = "Max",
        ["Max"] = "Min",
        ["MinBy"] = "MaxBy",
        ["MaxBy"] = "MinBy",
        ["Take"] = "Skip",
        ["Skip"] = "Take",
        ["TakeWhile"] = "SkipWhile",
        ["SkipWhile"] = "TakeWhile",
        ["OrderBy"] = "OrderByDescending",
        ["OrderByDescending"] = "OrderBy",
        ["ThenBy"] = "ThenByDescending",
        ["ThenByDescending"] = "ThenBy",
        ["Floor"] = "Ceiling",
        ["Ceiling"] = "Floor",
    };

    private static readonly HashSet<string> Filters = new(StringComparer.Ordinal)
    {
        "Where", "Concat", "Reverse", "Distinct", "Append", "Prepend", "Take", "Skip", "TakeWhile", "SkipWhile", "OrderBy", "ThenBy", "Abs", "Negate",
    };

    internal static IEnumerable<Change> Of(ExpressionSyntax node) => Places.Declares(node) ? [] : node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call => OfCall(call, member),
        WithExpressionSyntax with => Without(with.Initializer.Expressions).Select(rest => Change.To(with.WithInitializer(with.Initializer.WithExpressions(rest)))),
        BaseObjectCreationExpressionSyntax { Initializer: { } members } made when members.Expressions.All(member => member is AssignmentExpressionSyntax) =>
            Without(members.Expressions).Select(rest => Change.To(made.WithInitializer(members.WithExpressions(rest)))),
        CollectionExpressionSyntax list => Without(list.Elements).Select(rest => Change.To(list.WithElements(rest))),
        _ => [],
    };

    private static IEnumerable<Change> OfCall(InvocationExpressionSyntax call, MemberAccessExpressionSyntax member)
    {
        var name = member.Name.Identifier.Text;
        if (Twins.TryGetValue(name, out var twin) && (twin != "All" || call.ArgumentList.Arguments.Count == 1))
            yield return Change.To(call.WithExpression(member.WithName(IdentifierName(twin))));
        if (Filters.Contains(name))
            yield return Change.To(member.Expression);
    }

    private static IEnumerable<SeparatedSyntaxList<T>> Without<T>(SeparatedSyntaxList<T> all)
        where T : SyntaxNode => all.Select((_, place) => all.RemoveAt(place));
}
