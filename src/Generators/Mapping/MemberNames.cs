using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>What do the attributes of a member say about its key, and about whether it is mapped at all?</summary>
internal sealed class MemberNames
{
    private const string NotLogged = "NotLoggedAttribute";
    private const string NoClassification = "NoDataClassificationAttribute";

    private MemberNames(IReadOnlyList<AttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            var type = attribute.AttributeClass;
            if (TypeNames.Is(type, KnownAttributes.Key))
            {
                OwnKey = attribute;
            }
            else if (TypeNames.Is(type, KnownAttributes.Ignore))
            {
                OwnIgnore = attribute;
                IsIgnored = true;
            }
            else if (TypeNames.Is(type, KnownAttributes.IgnoreDataMember)
                || type is { Name: NotLogged } || (DerivesFrom(type, KnownAttributes.DataClassification) && type is not { Name: NoClassification }))
            {
                IsIgnored = true;
            }
            else if (TypeNames.Is(type, KnownAttributes.JsonIgnore) || TypeNames.Is(type, KnownAttributes.OtherJsonIgnore))
            {
                // JsonIgnoreCondition: Never, Always, WhenWritingDefault, WhenWritingNull, WhenWriting, WhenReading.
                var condition = KnownAttributes.Argument(attribute, "Condition")?.Value as int? ?? 1;
                IsIgnored |= condition is 1 or 4;
                IsIgnoredWhenRead |= condition is 1 or 5;
                OmitsNull |= condition is 2 or 3;
            }
            else if (TypeNames.Is(type, KnownAttributes.JsonName))
            {
                JsonKey = attribute;
            }
            else if (TypeNames.Is(type, KnownAttributes.DataMember) && KnownAttributes.Argument(attribute, "Name") is not null)
            {
                DataMemberKey = attribute;
            }
        }

        IsIgnoredWhenRead |= IsIgnored && !attributes.Any(attribute => TypeNames.Is(attribute.AttributeClass, KnownAttributes.JsonIgnore) || TypeNames.Is(attribute.AttributeClass, KnownAttributes.OtherJsonIgnore));
    }

    /// <summary>[DictionaryKey]: says the key, and that the member is meant to be mapped.</summary>
    public AttributeData? OwnKey { get; }

    /// <summary>[DictionaryIgnore].</summary>
    public AttributeData? OwnIgnore { get; }

    public AttributeData? JsonKey { get; }

    public AttributeData? DataMemberKey { get; }

    /// <summary>Whether an attribute leaves the member out, unless it is listed or has a key of its own.</summary>
    public bool IsIgnored { get; }

    /// <summary>The same, on the way back.</summary>
    public bool IsIgnoredWhenRead { get; }

    /// <summary>Whether the member has no entry when it is null.</summary>
    public bool OmitsNull { get; }

    public static MemberNames Of(ISymbol member) => new([.. AttributesOf(member)]);

    /// <summary>The key that the attributes give, and the attribute that does; null where none does.</summary>
    public (string? Key, AttributeData Attribute)? Given()
    {
        if (OwnKey is not null)
        {
            // No key at all is not what anybody means.
            return (OwnKey.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive, IsNull: true }] ? "" : Text(OwnKey), OwnKey);
        }

        if (JsonKey is not null && !string.IsNullOrEmpty(Text(JsonKey)))
        {
            return (Text(JsonKey), JsonKey);
        }

        return DataMemberKey is not null && !string.IsNullOrEmpty(Text(DataMemberKey)) ? (Text(DataMemberKey), DataMemberKey) : null;
    }

    /// <summary>What is wrong with the naming attributes.</summary>
    public IEnumerable<MappingProblem> Problems(ISymbol subject, ISymbol member)
    {
        foreach (var attribute in new[] { JsonKey, DataMemberKey })
        {
            if (attribute is not null && string.IsNullOrEmpty(Text(attribute)))
            {
                yield return new MappingProblem(MappingProblemKind.MalformedName, subject) { Member = member, Attribute = attribute, Text = Text(attribute) ?? "" };
            }
        }

        if (OwnKey is null && JsonKey is not null && DataMemberKey is not null
            && Text(JsonKey) is { Length: > 0 } json && Text(DataMemberKey) is { Length: > 0 } data && json != data)
        {
            yield return new MappingProblem(MappingProblemKind.ConflictingNames, subject) { Member = member, Attribute = JsonKey, Text = json, Name = data };
        }
    }

    /// <summary>What is wrong where no list decides: one attribute maps the member, the other leaves it out.</summary>
    public MappingProblem? Contradiction(ISymbol subject, ISymbol member) => OwnKey is not null && OwnIgnore is not null
        ? new MappingProblem(MappingProblemKind.ConflictingNames, subject) { Member = member, Attribute = OwnIgnore, Text = Text(OwnKey) ?? "" }
        : null;

    private static string? Text(AttributeData attribute) =>
        (TypeNames.Is(attribute.AttributeClass, KnownAttributes.DataMember)
            ? KnownAttributes.Argument(attribute, "Name")?.Value
            : attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive } key] ? key.Value : null) as string;

    /// <summary>The attributes of a member, of what it overrides, and of the parameter that declares it in a record.</summary>
    private static IEnumerable<AttributeData> AttributesOf(ISymbol member)
    {
        IEnumerable<AttributeData> attributes = member.GetAttributes();
        for (var overridden = (member as IPropertySymbol)?.OverriddenProperty; overridden is not null; overridden = overridden.OverriddenProperty)
        {
            // The nearest declaration wins.
            attributes = overridden.GetAttributes().Concat(attributes);
        }

        if (member is IPropertySymbol { ContainingType: { IsRecord: true } record })
        {
            var parameter = record.InstanceConstructors.SelectMany(constructor => constructor.Parameters).FirstOrDefault(
                parameter => parameter.Name == member.Name && parameter.GetAttributes().Length > 0 && SymbolEqualityComparer.Default.Equals(parameter.Type, ((IPropertySymbol)member).Type));
            attributes = (parameter?.GetAttributes() ?? []).Concat(attributes);
        }

        return attributes;
    }

    private static bool DerivesFrom(INamedTypeSymbol? type, string fullName)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (TypeNames.Is(type, fullName))
            {
                return true;
            }
        }

        return false;
    }
}
