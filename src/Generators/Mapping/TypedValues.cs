using System.Linq;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>Does a value fit into a dictionary whose values are all of one type, so that nothing has to be made of it?</summary>
internal sealed class TypedValues(SourceMembers sourceMembers, ITypeSymbol? valueType)
{
    public bool Fit(ITypeSymbol type) =>
        (valueType is not null && sourceMembers.IsSame(type, valueType))
        || (valueType is { IsReferenceType: true } && type.IsReferenceType && (type.AllInterfaces.Contains(valueType, SymbolEqualityComparer.Default) || DerivesFrom(type, valueType)))
        || (valueType is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && SymbolEqualityComparer.Default.Equals(nullable.TypeArguments[0], type));

    private static bool DerivesFrom(ITypeSymbol type, ITypeSymbol other)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, other))
            {
                return true;
            }
        }

        return false;
    }
}
