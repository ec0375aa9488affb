using System.Collections.Generic;
using System.IO;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Generators;

/// <summary>Sources that a consumer gets as they are: they are files of the folders Attributes, which everyone gets, and Support, for who needs them.</summary>
internal static class ConsumerSources
{
    /// <summary>The exception for what lies too deep.</summary>
    public const string DepthException = "MappingDepthException";

    /// <summary>What stands in a method that cannot be generated.</summary>
    public const string NotGenerated = "MappingNotGenerated";

    /// <summary>What views derive from.</summary>
    public const string View = "DictionaryView";

    /// <summary>Small values as objects.</summary>
    public const string Boxes = "DictionaryBoxes";

    /// <summary>What the way back needs.</summary>
    public static readonly string[] Reading =
    [
        "DictionaryMappingError", "DictionaryMappingException", "DictionaryReader", "DictionaryReaderOfNested", "DictionaryReaderOfNulls", "DictionaryReaderOfNumbers",
        "DictionaryReaderOfScalars", "DictionaryReading", "DictionaryValues", "IDictionaryValueReader", "IDictionaryValues",
    ];

    /// <summary>What it needs for the types of dates that only newer frameworks have.</summary>
    public const string ReadingOfDates = "DictionaryReaderOfDates";

    /// <summary>What it needs for the types that parse themselves.</summary>
    public const string ReadingOfParsables = "DictionaryReaderOfParsables";

    private static readonly string[] Attributes =
    [
        "DictionaryMapperAttribute", "DictionaryMappingAttribute", "DictionaryKeyAttribute", "DictionaryIgnoreAttribute",
        "KeyNaming", "NestedObjects", "NullValues", "EnumValues", "DepthLimit",
    ];

    /// <summary>The attributes and what their options are made of, each with the name of its generated file.</summary>
    public static IEnumerable<(string HintName, SourceText Text)> AllAttributes()
    {
        foreach (var name in Attributes)
        {
            yield return (FileOf(name), TextOf(name));
        }
    }

    /// <summary>The name of the generated file.</summary>
    public static string FileOf(string type) => type + ".g.cs";

    /// <summary>The source of a type.</summary>
    public static SourceText TextOf(string type) => SourceText.From(Read(type + ".cs"), Encoding.UTF8);

    private static string Read(string resource)
    {
        using var stream = typeof(ConsumerSources).Assembly.GetManifestResourceStream(resource)
            ?? throw new FileNotFoundException(resource);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
