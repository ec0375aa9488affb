using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Generators.Mapping;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Mapping;

/// <summary>
/// Answers what the options of System.Text.Json say of names and nulls, where they say nothing else that could show in a dictionary:
/// options that are made on the spot, or once in a field or local that nobody changes.
/// </summary>
internal sealed class JsonOptions(CompilationModel model)
{
    /// <summary>The options that <paramref name="argument"/> gives; null where they are not known, or say more.</summary>
    public (KeyCase Naming, bool OmitsNulls)? Of(IOperation argument)
    {
        argument = argument.Unwrapped();
        switch (argument)
        {
            case { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation:
                return (KeyCase.AsIs, false);
            case IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Default" or "Web" } property } when IsOptions(property.ContainingType):
                return (property.Name == "Web" ? KeyCase.CamelCase : KeyCase.AsIs, false);
            case ILocalReferenceOperation local when OwnValue.Of(local, model) is IObjectCreationOperation creation:
                return local.Root().Descendants().OfType<ILocalReferenceOperation>().Where(other => SymbolEqualityComparer.Default.Equals(other.Local, local.Local)).All(IsOnlyGiven) ? OfCreation(creation) : null;
            case IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true, DeclaredAccessibility: Accessibility.Private } field }
                when model.Members.WritesOf(field, default) is { AreComplete: true, Values: [IObjectCreationOperation creation] }:
                return model.Members.Of(field, default).All(IsOnlyGiven) ? OfCreation(creation) : null;
            case IObjectCreationOperation creation:
                return OfCreation(creation);
            default:
                return null;
        }
    }

    // Who only hands them to the serializer does not change them.
    private static bool IsOnlyGiven(IOperation reference) =>
        reference.Access() is AccessKind.Write || reference.Parent is IFieldInitializerOperation
        || (reference.Parent is IArgumentOperation { Parent: IInvocationOperation call } && call.TargetMethod.ContainingType.IsNamed("System.Text.Json", "JsonSerializer"));

    private static (KeyCase Naming, bool OmitsNulls)? OfCreation(IObjectCreationOperation creation)
    {
        if (!IsOptions(creation.Type))
        {
            return null;
        }

        var naming = KeyCase.AsIs;
        if (creation.Arguments is [{ Value: var defaults }])
        {
            if (defaults is not { Type.Name: "JsonSerializerDefaults", ConstantValue: { HasValue: true, Value: 0 or 1 } })
            {
                return null;
            }

            naming = defaults.ConstantValue.Value is 1 ? KeyCase.CamelCase : KeyCase.AsIs;
        }

        var omitsNulls = false;
        foreach (var initializer in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (initializer is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name }, Value: var value })
            {
                return null;
            }

            switch (name)
            {
                case "WriteIndented" or "PropertyNameCaseInsensitive" or "AllowTrailingCommas" or "ReadCommentHandling" or "Encoder" or "DefaultBufferSize":
                    break;
                case "PropertyNamingPolicy" when KeyTexts.NamingOf(value.Unwrapped()) is { } policy:
                    naming = policy;
                    break;
                case "DefaultIgnoreCondition" when value.ConstantValue is { HasValue: true, Value: 0 or 3 }:
                    omitsNulls = value.ConstantValue.Value is 3;
                    break;
                default:
                    return null;
            }
        }

        return (naming, omitsNulls);
    }

    private static bool IsOptions(ITypeSymbol? type) => type.IsNamed("System.Text.Json", "JsonSerializerOptions");
}
