using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SubscriptionMath.Mutants;

/// <summary>Another code for an expression, and how both stand side by side: from the expression and the question whether the mutant is active.</summary>
internal sealed record Change(string Now, Func<ExpressionSyntax, ExpressionSyntax, ExpressionSyntax> Woven)
{
    /// <summary>Another expression instead of this one.</summary>
    internal static Change To(ExpressionSyntax other) =>
        new(other.NormalizeWhitespace().ToString(), (was, active) => ConditionalExpression(active, ParenthesizedExpression(other.WithoutTrivia()), was));

    /// <summary>Never true; a variable declared where it is true stays assigned there.</summary>
    internal static Change ToFalse() =>
        new("false", (was, active) => BinaryExpression(SyntaxKind.LogicalAndExpression, was, PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, active)));

    /// <summary>Always true; a variable declared where it is false stays assigned there.</summary>
    internal static Change ToTrue() => new("true", (was, active) => BinaryExpression(SyntaxKind.LogicalOrExpression, was, active));
}
