using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>
/// The table of what JSON libraries do: which call writes an object, which only passes JSON on in another form, and which
/// makes an object of it.
/// </summary>
internal static class JsonCalls
{
    /// <summary>The object that <paramref name="call"/> writes as JSON; null where it writes none.</summary>
    public static IOperation? Written(IInvocationOperation call) => Writes(call.TargetMethod) ? ValueOf(call) : null;

    /// <summary>The stream, writer or buffer into which <paramref name="call"/> writes JSON; null where it gives the JSON as its result.</summary>
    public static IOperation? Target(IInvocationOperation call) =>
        Writes(call.TargetMethod) && (call.TargetMethod.ReturnsVoid || call.TargetMethod.Name is "SerializeAsync") && ValueOf(call) is { } value
            ? call.Arguments.Select(argument => argument.Value).FirstOrDefault(argument => argument != value && IsBuffer(argument.Unwrapped().Type))
            : null;

    /// <summary>The JSON that <paramref name="operation"/> gives in another form: parsed, encoded, as a part of a document, as a stream.</summary>
    public static IOperation? PassedOn(IOperation operation) => operation switch
    {
        IInvocationOperation call when Passes(call.TargetMethod) => call.TargetMethod.Name is "GetBytes" or "GetString" ? call.Argument(0) : call.Receiver() ?? call.Argument(0),
        IInvocationOperation call when ReadType(call) is { } type && IsDocument(type) => ReadText(call),
        IPropertyReferenceOperation { Property.Name: "RootElement" or "Root" or "Span" or "Memory" or "WrittenSpan" or "WrittenMemory", Instance: { } instance } => instance,
        IObjectCreationOperation { Arguments: [{ Value: var source }, ..] } creation when IsReader(creation.Type) => source,
        _ => null,
    };

    /// <summary>The JSON from which <paramref name="call"/> makes an object; null where it makes none.</summary>
    public static IOperation? ReadText(IInvocationOperation call) => ReadType(call) is null ? null : call.Instance is { } instance && !IsSerializer(call.TargetMethod.ContainingType) ? instance : call.Argument(0);

    /// <summary>The type of the object that <paramref name="call"/> makes of JSON; null where it makes none, or of a type that is not known.</summary>
    public static ITypeSymbol? ReadType(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!Reads(method))
        {
            return null;
        }

        if (method.Name == "PopulateObject")
        {
            return call.Argument(1)?.Unwrapped().Type;
        }

        if (method.TypeArguments is [var made])
        {
            return made;
        }

        return call.Arguments.Select(argument => argument.Value.Unwrapped()).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand;
    }

    /// <summary>The members of a JSON object that <paramref name="operation"/> enumerates: the object; null where it is none.</summary>
    public static IOperation? Enumerated(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "EnumerateObject" or "Properties" or "PropertyValues" } method, Instance: { } instance } when IsDocument(method.ContainingType) => instance,
        { Type: { } type } when IsMap(type) => operation,
        _ => null,
    };

    /// <summary>Whether <paramref name="type"/> is JSON itself: a document, an element, a token.</summary>
    public static bool IsDocument(ITypeSymbol? type) => type switch
    {
        { Name: "JsonElement" or "JsonDocument" or "JsonProperty" } => type.IsNamed("System.Text.Json", type.Name),
        { Name: "JsonNode" or "JsonObject" or "JsonArray" or "JsonValue" } => type.IsOrDerivesFrom("System.Text.Json.Nodes", "JsonNode"),
        { Name: "JToken" or "JObject" or "JArray" or "JValue" or "JProperty" or "JContainer" or "JRaw" } => type.IsOrDerivesFrom("Newtonsoft.Json.Linq", "JToken"),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } => IsDocument(value),
        _ => false,
    };

    /// <summary>Whether <paramref name="method"/> only looks at JSON, and leaves it where it is: a test of its kind, the start of a stream.</summary>
    public static bool IsOnlyLook(IMethodSymbol method) => method.Name switch
    {
        "IsNullOrEmpty" or "IsNullOrWhiteSpace" => method.ContainingType.SpecialType is SpecialType.System_String,
        "ThrowIfNull" => method.ContainingType.IsNamed("System", "ArgumentNullException"),
        "ThrowIfNullOrEmpty" or "ThrowIfNullOrWhiteSpace" => method.ContainingType.IsNamed("System", "ArgumentException"),
        "Seek" or "Flush" or "FlushAsync" or "Dispose" or "DisposeAsync" or "Close" => IsBuffer(method.ContainingType),
        _ => false,
    };

    /// <summary>Whether <paramref name="property"/> only says something of JSON.</summary>
    public static bool IsOnlyLook(IPropertySymbol property) =>
        property.Name is "ValueKind" or "HasValues" or "Position" || (property.Name == "Type" && IsDocument(property.ContainingType));

    /// <summary>Whether <paramref name="member"/> says something of a member of a JSON object, but not its value: its name, its kind, how much it holds.</summary>
    public static bool SaysOnlyOf(ISymbol member) => member.Name switch
    {
        "Name" => member.ContainingType.Name is "JsonProperty" or "JProperty" && IsDocument(member.ContainingType),
        "Key" => member.ContainingType.IsNamed("System.Collections.Generic", "KeyValuePair"),
        "ValueKind" or "Type" or "HasValues" or "Path" or "GetArrayLength" or "GetPropertyCount" or "GetValueKind" => IsDocument(member.ContainingType),
        "Count" or "Length" or "Any" => member.ContainingType.ContainingNamespace is { Name: "System" or "Linq" or "Generic" or "Nodes" },
        _ => false,
    };

    /// <summary>Whether an attribute of <paramref name="type"/> names what writes it as JSON.</summary>
    public static bool HasConverter(ITypeSymbol type) =>
        type.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "JsonConverterAttribute" } converter && IsInLibrary(converter));

    private static bool IsInLibrary(INamedTypeSymbol type)
    {
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.Name == "Json" && space.ContainingNamespace is { Name: "Newtonsoft" } or { Name: "Text", ContainingNamespace.Name: "System" })
            {
                return true;
            }
        }

        return false;
    }

    private static bool Writes(IMethodSymbol method) => method.Name switch
    {
        "Serialize" => IsSerializer(method.ContainingType) || method.ContainingType.IsNamed("Jil", "JSON"),
        "SerializeAsync" or "SerializeToUtf8Bytes" or "SerializeToElement" or "SerializeToNode" or "SerializeToDocument" => method.ContainingType.IsNamed("System.Text.Json", "JsonSerializer"),
        "SerializeObject" => method.ContainingType.IsNamed("Newtonsoft.Json", "JsonConvert"),
        "FromObject" => IsDocument(method.ContainingType),
        "ToJsonString" => method.ContainingType.IsNamed("Utf8Json", "JsonSerializer"),
        "SerializeToString" => method.ContainingType.IsNamed("ServiceStack.Text", "JsonSerializer"),
        "ToJson" => method.ContainingType.IsNamed("ServiceStack", "StringExtensions") || method.ContainingType.IsNamed("ServiceStack.Text", "StringExtensions"),
        _ => false,
    };

    private static bool Reads(IMethodSymbol method) => method.Name switch
    {
        "Deserialize" => IsSerializer(method.ContainingType) || method.ContainingType.IsNamed("Jil", "JSON"),
        "DeserializeAsync" => method.ContainingType.IsNamed("System.Text.Json", "JsonSerializer"),
        "DeserializeObject" or "DeserializeAnonymousType" or "PopulateObject" => method.ContainingType.IsNamed("Newtonsoft.Json", "JsonConvert"),
        "ToObject" => IsDocument(method.ContainingType),
        "DeserializeFromString" => method.ContainingType.IsNamed("ServiceStack.Text", "JsonSerializer"),
        "FromJson" => method.ContainingType.IsNamed("ServiceStack", "StringExtensions") || method.ContainingType.IsNamed("ServiceStack.Text", "StringExtensions"),
        _ => false,
    };

    private static bool IsSerializer(INamedTypeSymbol type) => type.Name switch
    {
        "JsonSerializer" => type.IsNamed("System.Text.Json", "JsonSerializer") || type.IsNamed("Newtonsoft.Json", "JsonSerializer") || type.IsNamed("Utf8Json", "JsonSerializer"),
        "JavaScriptSerializer" => type.IsNamed("System.Web.Script.Serialization", "JavaScriptSerializer"),
        _ => false,
    };

    private static bool Passes(IMethodSymbol method) => method.Name switch
    {
        "Parse" => IsDocument(method.ContainingType),
        "Clone" or "DeepClone" or "GetRawText" or "ToJsonString" or "AsObject" => IsDocument(method.ContainingType),
        "ToString" => IsDocument(method.ContainingType) || method.ContainingType.SpecialType is SpecialType.System_String || method.ContainingType.IsOrDerivesFrom("System.IO", "TextWriter")
            || method.ContainingType.SpecialType is SpecialType.System_Object,
        "Create" => method.ContainingType.IsNamed("System.Text.Json.Nodes", "JsonObject"),
        "GetBytes" or "GetString" => method.ContainingType.IsNamed("System.Text", "Encoding"),
        "Trim" => method.ContainingType.SpecialType is SpecialType.System_String,
        "AsSpan" or "AsMemory" => method.ContainingType.IsNamed("System", "MemoryExtensions"),
        "ToArray" or "GetBuffer" => IsBuffer(method.ContainingType) || method.ContainingType.IsNamed("System", "ReadOnlySpan") || method.ContainingType.IsNamed("System", "ReadOnlyMemory"),
        "ReadToEnd" or "ReadToEndAsync" => method.ContainingType.IsOrDerivesFrom("System.IO", "TextReader"),
        "ConfigureAwait" => true,
        _ => false,
    };

    private static bool IsReader(ITypeSymbol? type) => type switch
    {
        { Name: "MemoryStream" or "StringReader" or "StreamReader" } => type.IsNamed("System.IO", type.Name),
        { Name: "JsonTextReader" } => type.IsNamed("Newtonsoft.Json", "JsonTextReader"),
        { Name: "JTokenReader" } => type.IsNamed("Newtonsoft.Json.Linq", "JTokenReader"),
        { Name: "Utf8JsonReader" } => type.IsNamed("System.Text.Json", "Utf8JsonReader"),
        _ => false,
    };

    /// <summary>Whether <paramref name="type"/> collects what is written into it, to be read afterwards.</summary>
    public static bool IsBuffer(ITypeSymbol? type) => type switch
    {
        { Name: "MemoryStream" or "Stream" or "StringWriter" } => type.IsNamed("System.IO", type.Name),
        { Name: "ArrayBufferWriter" } => type.IsNamed("System.Buffers", "ArrayBufferWriter"),
        _ => false,
    };

    private static bool IsMap(ITypeSymbol type) => type switch
    {
        { Name: "JsonObject" } => type.IsNamed("System.Text.Json.Nodes", "JsonObject"),
        { Name: "JObject" } => type.IsNamed("Newtonsoft.Json.Linq", "JObject"),
        _ => false,
    };

    // The libraries have their own names for it.
    private static IOperation? ValueOf(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is "value" or "o" or "obj" or "data")?.Value
        ?? (call.Arguments is [var only, ..] && !IsBuffer(only.Value.Unwrapped().Type) ? only.Value : null);
}
