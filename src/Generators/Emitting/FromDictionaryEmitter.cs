using DictionaryAnalyzers.Generators.Model;

namespace DictionaryAnalyzers.Generators.Emitting;

/// <summary>A method that makes an object of a dictionary, or throws what is wrong first.</summary>
internal static class FromDictionaryEmitter
{
    public static void Body(CodeWriter writer, MethodModel method, HelperSet helpers)
    {
        var values = Values(writer, method);
        writer.Line($"return {helpers.ReadersFor(method).Object(0)}({values}, {(method.CountsDepth ? "new global::DictionaryAnalyzers.DictionaryReading(false)" : "null")});");
    }

    /// <summary>Looks whether there are values, and says what they are called.</summary>
    public static string Values(CodeWriter writer, MethodModel method)
    {
        var values = SourceGuard.Write(writer, method, "return null;");
        if (!method.CopiesValues)
        {
            return values + "!";
        }

        const string Space = "global::System.Collections.Generic.";
        var types = $"<string, {method.Dictionary.ValueType}>";
        return $"({values} as {Space}IReadOnlyDictionary{types} ?? new {Space}Dictionary{types}({values}))!";
    }
}
