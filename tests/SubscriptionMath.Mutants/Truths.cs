using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;
using static Microsoft.CodeAnalysis.CSharp.SyntaxKind;

namespace SubscriptionMath.Mutants;

/// <summary>Conditions turned round, patterns at their boundary, and <c>true</c> for <c>false</c>.</summary>
internal static class Truths
{
    internal static IEnumerable<Change> Of(ExpressionSyntax node, SemanticModel model)
    {
        if (node is LiteralExpressionSyntax { RawKind: (int)TrueLiteralExpression or (int)FalseLiteralExpression } literal)
            return [Change.To(LiteralExpression(literal.IsKind(TrueLiteralExpression) ? FalseLiteralExpression : TrueLiteralExpression))];
        if (!IsAsked(node) || HasOtherChanges(node) || model.GetTypeInfo(node).Type?.SpecialType != SpecialType.System_Boolean)
            return [];
        if (Places.Declares(node))
            return node is IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax } ? [Change.ToTrue()] : [Change.ToFalse()];
        var opposite = Change.To(PrefixUnaryExpression(LogicalNotExpression, ParenthesizedExpression(node.WithoutTrivia())));
        return node is IsPatternExpressionSyntax asked ? [opposite, .. Patterns(asked, model)] : [opposite];
    }

    /// <summary>A condition, a side of one, or all that a function gives.</summary>
    private static bool IsAsked(ExpressionSyntax node) => node.Parent switch
    {
        BinaryExpressionSyntax { RawKind: (int)LogicalAndExpression or (int)LogicalOrExpression } => true,
        IfStatementSyntax or WhileStatementSyntax or DoStatementSyntax or WhenClauseSyntax => true,
        ReturnStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax or WhereClauseSyntax or SwitchExpressionArmSyntax => true,
        ArgumentSyntax or AssignmentExpressionSyntax => true,
        ForStatementSyntax loop => loop.Condition == node,
        ConditionalExpressionSyntax choice => choice.Condition == node && Places.Declares(node),
        ParenthesizedExpressionSyntax parent => IsAsked(parent),
        _ => false,
    };

    private static bool HasOtherChanges(ExpressionSyntax node) =>
        node is LiteralExpressionSyntax or ParenthesizedExpressionSyntax or ConditionalExpressionSyntax or SwitchExpressionSyntax
        || (node is PrefixUnaryExpressionSyntax or BinaryExpressionSyntax && !Places.Declares(node));

    private static IEnumerable<Change> Patterns(IsPatternExpressionSyntax asked, SemanticModel model) =>
        from part in asked.Pattern.DescendantNodesAndSelf()
        from other in Other(part, model)
        select Change.To(asked.ReplaceNode(part, other));

    private static IEnumerable<SyntaxNode> Other(SyntaxNode part, SemanticModel model) => part switch
    {
        RelationalPatternSyntax relation => [relation.WithOperatorToken(Boundary(relation.OperatorToken))],
        BinaryPatternSyntax { RawKind: (int)OrPattern } or => [BinaryPattern(AndPattern, or.Left, or.Right), or.Left, or.Right],
        BinaryPatternSyntax { RawKind: (int)AndPattern } and => [and.Left, and.Right],
        ConstantPatternSyntax constant => Constants.Of(constant.Expression, model).Select(other => constant.WithExpression(other)),
        SubpatternSyntax { Parent: PropertyPatternClauseSyntax { Subpatterns.Count: > 1 } } member =>
            [member.WithPattern(VarPattern(DiscardDesignation()))],
        _ => [],
    };

    private static SyntaxToken Boundary(SyntaxToken relation) => Token(relation.LeadingTrivia, relation.Kind() switch
    {
        LessThanToken => LessThanEqualsToken,
        LessThanEqualsToken => LessThanToken,
        GreaterThanToken => GreaterThanEqualsToken,
        _ => GreaterThanToken,
    }, relation.TrailingTrivia);
}
