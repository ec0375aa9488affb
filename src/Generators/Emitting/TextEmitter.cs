using DictionaryAnalyzers.Generators.Model;

namespace DictionaryAnalyzers.Generators.Emitting;

/// <summary>How is a value written as text that reads back to the same value, in every culture?</summary>
internal static class TextEmitter
{
    private const string Invariant = "global::System.Globalization.CultureInfo.InvariantCulture";

    /// <summary>The text of a value that is not null. An enum is not written here.</summary>
    /// <param name="value">What the value is.</param>
    /// <param name="read">The value.</param>
    /// <param name="allowsNull">Whether the text may be null, which some values give for theirs.</param>
    public static string Text(ValueModel value, string read, bool allowsNull)
    {
        var orEmpty = allowsNull ? "" : " ?? \"\"";
        return value.Scalar switch
        {
            ScalarKind.String => read,
            ScalarKind.Boolean => $"({read} ? \"True\" : \"False\")",
            ScalarKind.Char => $"{read}.ToString()",
            ScalarKind.Single or ScalarKind.Double => $"{read}.ToString(\"R\", {Invariant})",
            ScalarKind.DateTime or ScalarKind.DateTimeOffset or ScalarKind.DateOnly or ScalarKind.TimeOnly => $"{read}.ToString(\"O\", {Invariant})",
            ScalarKind.TimeSpan => $"{read}.ToString(\"c\", {Invariant})",
            ScalarKind.Guid => $"{read}.ToString(\"D\")",
            ScalarKind.NativeInt => $"((long){read}).ToString({Invariant})",
            ScalarKind.NativeUInt => $"((ulong){read}).ToString({Invariant})",
            ScalarKind.Uri => $"{read}.OriginalString",
            ScalarKind.Version => $"{read}.ToString()",
            ScalarKind.Bytes => $"global::System.Convert.ToBase64String({read})",
            ScalarKind.Any => $"(global::System.Convert.ToString((object){read}, {Invariant}){orEmpty})",
            ScalarKind.Formattable => $"(((global::System.IFormattable){read}).ToString(null, {Invariant}){orEmpty})",
            ScalarKind.Printable => $"({read}.ToString(){orEmpty})",
            _ => $"{read}.ToString({Invariant})",
        };
    }
}
