using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SubscriptionMath.Mutants;

/// <summary>The places of the code that can be changed behind a switch.</summary>
internal static class Places
{
    /// <summary>Code that is no code of a run (attributes, constants, defaults) or makes a message: nothing in it is changed.</summary>
    internal static bool IsClosed(SyntaxNode node) => node switch
    {
        AttributeListSyntax or EnumMemberDeclarationSyntax or ParameterSyntax { Default: not null } or CaseSwitchLabelSyntax or PatternSyntax => true,
        InterpolatedStringExpressionSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or TypeSyntax and not NameSyntax => true,
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        LocalDeclarationStatementSyntax local => local.IsConst,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } } => true,
        _ => false,
    };

    /// <summary>An expression that gives a value, of which a second can stand beside it.</summary>
    internal static bool MayChange(ExpressionSyntax node) =>
        !IsClosed(node)
        && !IsPartOfName(node)
        && node.Parent is not (ExpressionStatementSyntax or RefExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None })
        && !(node.Parent is AssignmentExpressionSyntax assignment && assignment.Left == node)
        && !BindsOutside(node);

    /// <summary>True if a variable is declared within: code that declares cannot stand twice.</summary>
    internal static bool Declares(SyntaxNode node) =>
        node.DescendantNodesAndSelf(inner => inner is not AnonymousFunctionExpressionSyntax).Any(inner => inner is SingleVariableDesignationSyntax);

    private static bool IsPartOfName(ExpressionSyntax node) =>
        node.Parent is NameColonSyntax or NameEqualsSyntax or QualifiedNameSyntax or MemberBindingExpressionSyntax or TypeArgumentListSyntax
        || (node.Parent is MemberAccessExpressionSyntax access && access.Name == node)
        || (node.Parent is InvocationExpressionSyntax call && call.Expression == node);

    /// <summary>True for a part of <c>a?.B.C</c> that has no value without <c>a</c>.</summary>
    private static bool BindsOutside(ExpressionSyntax node) => node
        .DescendantNodesAndSelf()
        .Where(inner => inner is MemberBindingExpressionSyntax or ElementBindingExpressionSyntax)
        .Any(inner => !node.Span.Contains(inner.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()!.Span));
}
