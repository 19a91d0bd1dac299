using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;
using static Microsoft.CodeAnalysis.CSharp.SyntaxKind;

namespace SubscriptionMath.Mutants;

/// <summary>Comparisons at their boundary and turned round, logic, sums, and the two sides of a choice.</summary>
internal static class Operators
{
    private static readonly Dictionary<SyntaxKind, SyntaxKind[]> Others = new()
    {
        [LessThanExpression] = [LessThanOrEqualExpression, GreaterThanOrEqualExpression],
        [LessThanOrEqualExpression] = [LessThanExpression, GreaterThanExpression],
        [GreaterThanExpression] = [GreaterThanOrEqualExpression, LessThanOrEqualExpression],
        [GreaterThanOrEqualExpression] = [GreaterThanExpression, LessThanExpression],
        [EqualsExpression] = [NotEqualsExpression],
        [NotEqualsExpression] = [EqualsExpression],
        [LogicalAndExpression] = [LogicalOrExpression],
        [LogicalOrExpression] = [LogicalAndExpression],
        [AddExpression] = [SubtractExpression],
        [SubtractExpression] = [AddExpression],
        [MultiplyExpression] = [DivideExpression],
        [DivideExpression] = [MultiplyExpression],
        [ModuloExpression] = [MultiplyExpression],
    };

    private static readonly Dictionary<SyntaxKind, SyntaxKind> Tokens = new()
    {
        [LessThanExpression] = LessThanToken,
        [LessThanOrEqualExpression] = LessThanEqualsToken,
        [GreaterThanExpression] = GreaterThanToken,
        [GreaterThanOrEqualExpression] = GreaterThanEqualsToken,
        [EqualsExpression] = EqualsEqualsToken,
        [NotEqualsExpression] = ExclamationEqualsToken,
        [LogicalAndExpression] = AmpersandAmpersandToken,
        [LogicalOrExpression] = BarBarToken,
        [AddExpression] = PlusToken,
        [SubtractExpression] = MinusToken,
        [MultiplyExpression] = AsteriskToken,
        [DivideExpression] = SlashToken,
    };

    internal static IEnumerable<Change> Of(ExpressionSyntax node, SemanticModel model) => node switch
    {
        BinaryExpressionSyntax binary when Others.TryGetValue(binary.Kind(), out var others) && !IsText(binary, model) && !Places.Declares(binary) =>
            others.Select(other => Change.To(With(binary, other))),
        BinaryExpressionSyntax { RawKind: (int)CoalesceExpression, Right: not ThrowExpressionSyntax } choice when !Places.Declares(choice) =>
            [Change.To(choice.Right)],
        ConditionalExpressionSyntax choice when !Places.Declares(choice) =>
            [Change.To(choice.WithWhenTrue(choice.WhenFalse.WithoutTrivia()).WithWhenFalse(choice.WhenTrue.WithoutTrivia()))],
        PrefixUnaryExpressionSyntax { RawKind: (int)UnaryMinusExpression or (int)LogicalNotExpression } prefix when !Places.Declares(prefix) =>
            [Change.To(prefix.Operand)],
        _ => [],
    };

    /// <summary>The other operator: <c>+=</c> instead of <c>-=</c>, and the other way round.</summary>
    internal static ExpressionSyntax? Opposite(ExpressionSyntax node) => node switch
    {
        AssignmentExpressionSyntax { RawKind: (int)AddAssignmentExpression } sum => AssignmentExpression(SubtractAssignmentExpression, sum.Left, sum.Right),
        AssignmentExpressionSyntax { RawKind: (int)SubtractAssignmentExpression } sum => AssignmentExpression(AddAssignmentExpression, sum.Left, sum.Right),
        _ => null,
    };

    private static BinaryExpressionSyntax With(BinaryExpressionSyntax binary, SyntaxKind other) =>
        BinaryExpression(other, binary.Left, Token(binary.OperatorToken.LeadingTrivia, Tokens[other], binary.OperatorToken.TrailingTrivia), binary.Right);

    private static bool IsText(BinaryExpressionSyntax binary, SemanticModel model) =>
        binary.IsKind(AddExpression) && model.GetTypeInfo(binary).Type?.SpecialType == SpecialType.System_String;
}
