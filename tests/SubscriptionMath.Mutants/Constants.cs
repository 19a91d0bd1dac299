using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;
using static Microsoft.CodeAnalysis.CSharp.SyntaxKind;

namespace SubscriptionMath.Mutants;

/// <summary>A whole number one more and one less, and the member of an enum beside the one that is named.</summary>
internal static class Constants
{
    internal static IEnumerable<ExpressionSyntax> Of(ExpressionSyntax node, SemanticModel model) => node switch
    {
        LiteralExpressionSyntax { Token.Value: int value } => Beside(value).Select(other => Number(other, Literal(Math.Abs(other)))),
        LiteralExpressionSyntax { Token.Value: long value } => Beside(value).Select(other => Number(other, Literal(Math.Abs(other)))),
        MemberAccessExpressionSyntax member when model.GetSymbolInfo(member).Symbol is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } field && IsOurs(field) =>
            Next(field) is { } next ? [member.WithName(IdentifierName(next))] : [],
        _ => [],
    };

    private static int[] Beside(int value) => value == int.MaxValue ? [value - 1] : [value + 1, value - 1];

    private static long[] Beside(long value) => value == long.MaxValue ? [value - 1] : [value + 1, value - 1];

    private static ExpressionSyntax Number(long value, SyntaxToken size)
    {
        var literal = LiteralExpression(NumericLiteralExpression, size);
        return value < 0 ? ParenthesizedExpression(PrefixUnaryExpression(UnaryMinusExpression, literal)) : literal;
    }

    /// <summary>Enums of the framework (how numbers are parsed, how texts are compared) say nothing of billing.</summary>
    private static bool IsOurs(IFieldSymbol field) => !field.ContainingNamespace.ToString()!.StartsWith("System", StringComparison.Ordinal);

    private static string? Next(IFieldSymbol field)
    {
        var members = field.ContainingType.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue).ToList();
        return members.Count < 2 ? null : members[(members.IndexOf(field) + 1) % members.Count].Name;
    }

}
