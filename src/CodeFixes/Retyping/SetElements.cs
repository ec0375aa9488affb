using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// How are the elements of a set taken out of the pairs of a dictionary that stands for it? Walking the pairs takes no lock, copies
/// nothing, and follows what is done meanwhile, as walking the set did.
/// </summary>
internal static class SetElements
{
    /// <summary>A sequence of the elements is wanted.</summary>
    public static bool Take(RetypedDocument document, IOperation map)
    {
        if (map is IConditionalAccessInstanceOperation
            || map.Syntax is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ParenthesizedExpressionSyntax) and not BaseObjectCreationExpressionSyntax { ArgumentList: not null })
        {
            return false;
        }

        var lambda = document.Language >= LanguageVersion.CSharp9 ? "static pair => pair.Key" : "pair => pair.Key";
        document.Require("System.Linq", map.Syntax);
        document.Edits.Append(map.Syntax.Span, $".Select({lambda})");
        return true;
    }

    /// <summary>A loop walks the elements: <c>foreach (var (element, _) in map)</c>.</summary>
    public static bool Walk(RetypedDocument document, IOperation map, IForEachLoopOperation loop)
    {
        if (loop.Syntax is ForEachStatementSyntax { Type: not RefTypeSyntax } written && loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: var variable }
            && map.Type is INamedTypeSymbol { TypeArguments: [var element] } && SymbolEqualityComparer.Default.Equals(variable.Type, element)
            && document.Language >= LanguageVersion.CSharp7 && HasDeconstruct(document.Facts.Types)
            && !written.Type.GetTrailingTrivia().Concat(written.Identifier.LeadingTrivia).Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
        {
            document.Edits.Replace(TextSpan.FromBounds(written.Type.SpanStart, written.Identifier.Span.End), $"var ({written.Identifier}, _)");
            return true;
        }

        return Take(document, map);
    }

    private static bool HasDeconstruct(KnownTypes types) =>
        types.ConcurrentDictionary?.AllInterfaces.Any(implemented => implemented.TypeArguments is [INamedTypeSymbol { TypeArguments.Length: 2 } pair] && !pair.GetMembers("Deconstruct").IsEmpty) is true;
}
