namespace DictionaryAnalyzers.Generators.Model;

/// <summary>A class whose methods are generated: all that the generated file is made of.</summary>
internal sealed record MapperModel
{
    /// <summary>The name of the generated file, without its ending: the metadata name of the class. Two can differ by case only.</summary>
    public string HintName { get; init; } = "";

    /// <summary>The namespace, empty when there is none.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The headers of the types around the methods, from the outermost to the mapper: <c>partial class Outer&lt;T&gt;</c>.</summary>
    public EquatableArray<string> TypeHeaders { get; init; }

    /// <summary>What is generated, in the order of declaration.</summary>
    public EquatableArray<MethodModel> Methods { get; init; }

    /// <summary>The methods for which nothing can be generated, and which have to be implemented all the same for the analyzers to come to say why.</summary>
    public EquatableArray<SignatureModel> Refused { get; init; }

    /// <summary>The ids of experimental members that the methods read, which would be reported again in the generated code.</summary>
    public EquatableArray<string> Suppressed { get; init; }
}
