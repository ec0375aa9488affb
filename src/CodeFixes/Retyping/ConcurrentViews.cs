using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// <c>Keys</c> and <c>Values</c> of a Dictionary follow what is done to it; those of a ConcurrentDictionary are copies. Can anybody tell the
/// difference where the view is used?
/// </summary>
internal static class ConcurrentViews
{
    public static bool Read(RetypedDocument document, IPropertyReferenceOperation view)
    {
        IOperation used = view;
        while (used.Parent is IConversionOperation { IsImplicit: true } or IParenthesizedOperation)
        {
            used = used.Parent;
        }

        switch (used.Parent)
        {
            case IForEachLoopOperation loop when loop.Collection == used:
                return !Changes(document, view, loop.Body).Any(use => use.Verb is Verb.Clear || (use.Verb is Verb.Remove && !IsElementOf(use.Key, loop)));
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Syntax.Parent: VariableDeclarationSyntax declaration } }:
                return !Changes(document, view, view.Root()).Any() && (declaration.Type.IsVar || used != view || RewriteType(document, view, declaration));
            case IAssignmentOperation or IFieldInitializerOperation or IPropertyInitializerOperation or IVariableInitializerOperation:
                return false;
            default:
                return true;
        }
    }

    // 'Dictionary<K, V>.KeyCollection keys = d.Keys;'
    private static bool RewriteType(RetypedDocument document, IPropertyReferenceOperation view, VariableDeclarationSyntax declaration)
    {
        if (declaration.Variables.Count > 1 || view.Type is not INamedTypeSymbol { ContainingType.TypeArguments: [var key, var value] } old)
        {
            return false;
        }

        var element = old.AllInterfaces.Any(implemented => implemented.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_ICollection_T
            && SymbolEqualityComparer.Default.Equals(implemented.TypeArguments[0], key)) && view.Property.Name == "Keys" ? key : value;
        var name = document.NameOf("System.Collections.Generic", "ICollection", 1, declaration.Type);
        document.Edits.Replace(declaration.Type.Span, $"{name}<{document.TextOf(element, declaration.Type)}>");
        return true;
    }

    private static IEnumerable<DictionaryUse> Changes(RetypedDocument document, IPropertyReferenceOperation view, IOperation code)
    {
        var map = WrittenNames.DeclarationOf(view.Instance);
        return code.DescendantsAndSelf()
            .Select(operation => DictionaryUse.TryGet(operation, document.Facts.Types))
            .OfType<DictionaryUse>()
            .Where(use => use.Verb.Modifies() && SymbolEqualityComparer.Default.Equals(WrittenNames.DeclarationOf(use.Receiver), map));
    }

    private static bool IsElementOf(IOperation? key, IForEachLoopOperation loop) =>
        key?.Unwrapped() is ILocalReferenceOperation local && loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: var own }
        && SymbolEqualityComparer.Default.Equals(local.Local, own);
}
