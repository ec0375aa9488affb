using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>Where does the value go that a check gives, and who looks at it there?</summary>
internal static class CheckOutput
{
    /// <summary>Whether a check gives the value to a field or the like, which others look at.</summary>
    public static bool GivesElsewhere(this CheckThenActSite site, ExpressionSyntax check) =>
        Of(check) is { } output and not DeclarationExpressionSyntax and not IdentifierNameSyntax { Identifier.ValueText: "_" } && site.VariableOf(output) is null;

    /// <summary>The variable that a call of <c>TryGetValue</c> gives the value to.</summary>
    public static ISymbol? VariableGivenBy(this CheckThenActSite site, ExpressionSyntax check) => Of(check) switch
    {
        DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax designation } => site.Context.Model.GetDeclaredSymbol(designation, site.Context.CancellationToken),
        { } name => site.VariableOf(name),
        null => null,
    };

    /// <summary>Whether the value that the check gives is not looked at, other than in <paramref name="except"/>.</summary>
    public static bool IsOutputUnused(this CheckThenActSite site, params IEnumerable<SyntaxNode> except) =>
        site.Output switch
        {
            null or DeclarationExpressionSyntax { Designation: DiscardDesignationSyntax } or IdentifierNameSyntax { Identifier.ValueText: "_" } => true,
            DeclarationExpressionSyntax => site.OutputVariable is { } variable && !site.UsesOf(variable, except).Any(),
            _ => false,
        };

    /// <summary>The variable that an expression names; null where it names none.</summary>
    public static ISymbol? VariableOf(this CheckThenActSite site, ExpressionSyntax? expression) =>
        expression?.Bare() is IdentifierNameSyntax name && site.Context.Model.GetSymbolInfo(name, site.Context.CancellationToken).Symbol is { Kind: SymbolKind.Local or SymbolKind.Parameter } symbol ? symbol : null;

    /// <summary>The names of <paramref name="variable"/> in the body around the act, but for those within <paramref name="except"/>.</summary>
    public static IEnumerable<IdentifierNameSyntax> UsesOf(this CheckThenActSite site, ISymbol variable, params IEnumerable<SyntaxNode> except)
    {
        var body = site.Act.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) ?? (SyntaxNode)site.Context.Root;
        return body.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == variable.Name
            && !except.Any(part => part.Span.Contains(name.Span))
            && SymbolEqualityComparer.Default.Equals(site.Context.Model.GetSymbolInfo(name, site.Context.CancellationToken).Symbol, variable));
    }

    /// <summary>The expression that an indexer, call or name is given the value of by <c>out</c>; null where there is none.</summary>
    public static ExpressionSyntax? Of(ExpressionSyntax check) =>
        CheckThenActSite.NameOf(check) is "TryGetValue" && check is InvocationExpressionSyntax { ArgumentList.Arguments: [_, { Expression: var output, RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword }] } ? output : null;

    /// <summary>Where <paramref name="node"/> names <paramref name="variable"/>.</summary>
    public static IEnumerable<IdentifierNameSyntax> NamesIn(this CheckThenActSite site, SyntaxNode node, ISymbol variable) =>
        node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => SymbolEqualityComparer.Default.Equals(site.VariableOf(name), variable));
}
