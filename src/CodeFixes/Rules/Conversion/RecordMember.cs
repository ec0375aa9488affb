using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>A member of the record that takes a dictionary's place.</summary>
/// <param name="Key">The name under which the dictionary had it.</param>
/// <param name="Name">The name of the property.</param>
/// <param name="Type">The type of all values that are stored in it; null where they differ or cannot be named, and <c>object</c> remains.</param>
/// <param name="MayBeNull">Whether null is stored, or nothing.</param>
/// <param name="IsSetAtOnce">Whether each creation of the dictionary sets it.</param>
/// <param name="IsSetLater">Whether it is set again.</param>
/// <param name="Nested">The record that the values become, where they are such dictionaries too.</param>
internal sealed record RecordMember(string Key, string Name, ITypeSymbol? Type, bool MayBeNull, bool IsSetAtOnce, bool IsSetLater, RecordShape? Nested)
{
    /// <summary>Whether its values are boxed in the dictionary.</summary>
    public bool IsValueType => Nested is null && Type is { IsValueType: true };

    /// <summary>The property's type as it is written at <paramref name="position"/>.</summary>
    public string TypeText(SemanticModel model, int position)
    {
        var type = Nested?.Name ?? Type?.WithNullableAnnotation(Type.IsValueType ? Type.NullableAnnotation : NullableAnnotation.None).ToMinimalDisplayString(model, position) ?? "object";
        var isAnnotated = MayBeNull && (IsValueType ? !IsNullableValue(Type) : model.GetNullableContext(position).AnnotationsEnabled());
        return isAnnotated ? type + "?" : type;
    }

    /// <summary>Whether <paramref name="type"/> is <c>int?</c> and the like.</summary>
    public static bool IsNullableValue(ITypeSymbol? type) => type?.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T;
}
