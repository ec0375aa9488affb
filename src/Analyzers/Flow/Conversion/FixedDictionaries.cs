using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether a dictionary is used as an object with fixed members: all its keys are constants, it is filled where it is
/// made, it is read by the same constants, and it goes nowhere where something else could be done with it.
/// </summary>
internal sealed class FixedDictionaries(CompilationModel model)
{
    // A dictionary of one entry is a variable, and nobody writes it as one.
    private const int FewestMembers = 2;

    private readonly ClosedMethods methods = new(model);

    /// <summary>Whether <paramref name="creation"/> makes a dictionary of names and anything, empty or of listed entries.</summary>
    public static bool IsCandidate(IOperation creation) =>
        creation is IObjectCreationOperation { Type: INamedTypeSymbol type } made && IsMap(type) && type.Name is "Dictionary" && ComparerOf(made) is not null;

    /// <summary>The dictionary that <paramref name="creation"/> makes, where it is used as an object with fixed members; told once, at the first place where it is made.</summary>
    public FixedDictionary? Of(IObjectCreationOperation creation, CancellationToken cancellationToken)
    {
        // Most dictionaries go somewhere at once.
        if (!StaysHere(creation) || new FixedDictionarySearch(model, methods, cancellationToken).Of(creation) is not { } found)
        {
            return null;
        }

        var first = found.Creations.OrderBy(made => made.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(made => made.Syntax.SpanStart).First();
        return first.Syntax == creation.Syntax && IsUsedAsObject(found) ? found : null;
    }

    private static bool IsUsedAsObject(FixedDictionary found)
    {
        var set = new HashSet<string>(found.Uses.Where(use => use.Kind is FixedUseKind.Fill or FixedUseKind.Write).Select(use => use.Key), found.Comparer);
        var filled = found.Uses.Where(use => use.Kind is FixedUseKind.Fill).Select(use => use.Key).Distinct(found.Comparer).Count();
        var reads = found.Uses.Where(use => use.Kind is not (FixedUseKind.Fill or FixedUseKind.Write)).ToArray();
        return filled >= FewestMembers && reads.Any(use => use.Kind is FixedUseKind.Read or FixedUseKind.TryRead or FixedUseKind.ReadOrDefault)
            && reads.All(use => set.Contains(use.Key)) && found.Nested.Values.All(inner => inner.Uses.Where(use => use.Kind is not (FixedUseKind.Fill or FixedUseKind.Write)).All(use => inner.Keys.Contains(use.Key, inner.Comparer)));
    }

    private static bool StaysHere(IOperation creation)
    {
        var parent = creation.Parent;
        while (parent is IConversionOperation)
        {
            parent = parent.Parent;
        }

        return parent is IVariableInitializerOperation or IReturnOperation or ISimpleAssignmentOperation { Target: ILocalReferenceOperation } or IArgumentOperation or IConditionalOperation;
    }

    /// <summary>Whether <paramref name="type"/> is a dictionary of names and anything.</summary>
    public static bool IsMap(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Dictionary" or "IDictionary" or "IReadOnlyDictionary", TypeArguments: [{ SpecialType: SpecialType.System_String }, var value] }
        && type.IsNamed("System.Collections.Generic", type.Name) && (value.SpecialType is SpecialType.System_Object || value.TypeKind is TypeKind.Dynamic);

    /// <summary>What compares the names; null where the dictionary is made of something else, or compares in a way of its own.</summary>
    public static StringComparer? ComparerOf(IObjectCreationOperation creation)
    {
        var comparer = StringComparer.Ordinal;
        foreach (var argument in creation.Arguments)
        {
            switch (argument.Value.Unwrapped())
            {
                case { Type.SpecialType: SpecialType.System_Int32 }:
                    break;
                case IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Ordinal" or "OrdinalIgnoreCase" } property } when property.ContainingType.IsNamed("System", "StringComparer"):
                    comparer = property.Name is "Ordinal" ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
                    break;
                default:
                    return null;
            }
        }

        return comparer;
    }
}
