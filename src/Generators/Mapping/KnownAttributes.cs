using System.Linq;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>The attributes that a mapper understands, known by name: whoever uses them has the package, this one needs none.</summary>
internal static class KnownAttributes
{
    public const string Mapper = "DictionaryAnalyzers.DictionaryMapperAttribute";
    public const string Mapping = "DictionaryAnalyzers.DictionaryMappingAttribute";
    public const string Key = "DictionaryAnalyzers.DictionaryKeyAttribute";
    public const string Ignore = "DictionaryAnalyzers.DictionaryIgnoreAttribute";
    public const string JsonName = "System.Text.Json.Serialization.JsonPropertyNameAttribute";
    public const string JsonIgnore = "System.Text.Json.Serialization.JsonIgnoreAttribute";
    public const string OtherJsonIgnore = "Newtonsoft.Json.JsonIgnoreAttribute";
    public const string JsonEnumName = "System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute";
    public const string EnumMember = "System.Runtime.Serialization.EnumMemberAttribute";
    public const string DataMember = "System.Runtime.Serialization.DataMemberAttribute";
    public const string IgnoreDataMember = "System.Runtime.Serialization.IgnoreDataMemberAttribute";
    public const string DataClassification = "Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute";
    public const string Experimental = "System.Diagnostics.CodeAnalysis.ExperimentalAttribute";
    public const string MaybeNull = "System.Diagnostics.CodeAnalysis.MaybeNullAttribute";
    public const string AllowNull = "System.Diagnostics.CodeAnalysis.AllowNullAttribute";
    public const string DisallowNull = "System.Diagnostics.CodeAnalysis.DisallowNullAttribute";
    public const string Obsolete = "System.ObsoleteAttribute";
    public const string GeneratedCode = "System.CodeDom.Compiler.GeneratedCodeAttribute";

    /// <summary>The first attribute of a symbol with this name.</summary>
    public static AttributeData? Find(ISymbol symbol, string fullName) =>
        symbol.GetAttributes().FirstOrDefault(attribute => TypeNames.Is(attribute.AttributeClass, fullName));

    /// <summary>The named argument of an attribute, when it is given.</summary>
    public static TypedConstant? Argument(AttributeData? attribute, string name)
    {
        if (attribute is not null)
        {
            foreach (var argument in attribute.NamedArguments)
            {
                if (argument.Key == name)
                {
                    return argument.Value;
                }
            }
        }

        return null;
    }
}
