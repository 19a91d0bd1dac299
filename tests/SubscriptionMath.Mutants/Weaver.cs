using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SubscriptionMath.Mutants;

/// <summary>Puts every change of a file behind the switch, those left out aside.</summary>
internal sealed partial class Weaver(string file, SemanticModel model, Register register) : CSharpSyntaxRewriter
{
    /// <summary>The mark of the code that belongs to a mutant; its data is the number.</summary>
    internal const string Mark = "mutant";

    public override SyntaxNode? Visit(SyntaxNode? node) => node switch
    {
        null => null,
        _ when Places.IsClosed(node) => node,
        ExpressionSyntax expression when Places.MayChange(expression) => WithChanges(expression),
        _ => base.Visit(node),
    };

    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        if (Places.Declares(node))
            return base.VisitExpressionStatement(node);
        var woven = (StatementSyntax)base.VisitExpressionStatement(node)!;
        if (Operators.Opposite(node.Expression) is { } opposite && Number(node, opposite.ToString()) is { } turned)
            woven = Marked(IfStatement(Active(turned), ExpressionStatement(opposite), ElseClause(woven)), turned);
        return Removable(node, woven);
    }

    public override SyntaxNode? VisitContinueStatement(ContinueStatementSyntax node) => Removable(node, node);

    public override SyntaxNode? VisitYieldStatement(YieldStatementSyntax node) => Removable(node, (StatementSyntax)base.VisitYieldStatement(node)!);

    public override SyntaxNode? VisitSwitchExpressionArm(SwitchExpressionArmSyntax node)
    {
        var woven = (SwitchExpressionArmSyntax)base.VisitSwitchExpressionArm(node)!;
        if (node.Pattern is DiscardPatternSyntax || Number(node, $"no {node.Pattern}") is not { } number)
            return woven;
        var idle = PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, Active(number));
        ExpressionSyntax condition = woven.WhenClause is { } when
            ? BinaryExpression(SyntaxKind.LogicalAndExpression, ParenthesizedExpression(when.Condition), idle)
            : idle;
        return Marked(woven.WithWhenClause(WhenClause(condition)), number);
    }

    private ExpressionSyntax WithChanges(ExpressionSyntax node)
    {
        var changes = ChangesOf(node).DistinctBy(change => change.Now).ToList();
        var woven = (ExpressionSyntax)base.Visit(node)!;
        foreach (var change in changes)
        {
            if (Number(node, change.Now) is { } number)
                woven = Marked(ParenthesizedExpression(change.Woven(ParenthesizedExpression(woven.WithoutTrivia()), Active(number))), number);
        }

        return woven;
    }

    private IEnumerable<Change> ChangesOf(ExpressionSyntax node) =>
        [.. Operators.Of(node, model), .. Truths.Of(node, model), .. Constants.Of(node, model).Select(Change.To), .. Calls.Of(node)];

    private StatementSyntax Removable(StatementSyntax node, StatementSyntax woven) => Number(node, "nothing") is { } number
        ? Marked(IfStatement(PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, Active(number)), woven), number)
        : woven;

    private int? Number(SyntaxNode node, string now) =>
        register.Add(file, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, OneLine(node.ToString()), OneLine(now));

    private static TNode Marked<TNode>(TNode node, int number)
        where TNode : SyntaxNode => node.WithAdditionalAnnotations(new SyntaxAnnotation(Mark, number.ToString(CultureInfo.InvariantCulture)));

    private static InvocationExpressionSyntax Active(int number) => InvocationExpression(
        MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, IdentifierName("MutantSwitch"), IdentifierName("Is")),
        ArgumentList(SingletonSeparatedList(Argument(LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(number))))));

    private static string OneLine(string code) => Spaces().Replace(code, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
