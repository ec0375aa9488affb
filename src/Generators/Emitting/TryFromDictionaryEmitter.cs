using DictionaryAnalyzers.Generators.Model;

namespace DictionaryAnalyzers.Generators.Emitting;

/// <summary>A method that makes an object of a dictionary, or says all that is wrong.</summary>
internal static class TryFromDictionaryEmitter
{
    public static void Body(CodeWriter writer, MethodModel method, HelperSet helpers)
    {
        var values = FromDictionaryEmitter.Values(writer, method);
        var prefix = EntriesEmitter.Prefix(method);
        var (reading, made) = (prefix + "reading", prefix + "made");
        writer.Line($"var {reading} = new global::DictionaryAnalyzers.DictionaryReading(true);");
        writer.Line($"var {made} = {helpers.ReadersFor(method).Object(0)}({values}, {reading});");
        if (method.Errors.Length > 0)
        {
            writer.Line($"{method.Errors} = {reading}.{(method.TellsErrors ? "Messages" : "Errors")};");
        }

        writer.Open($"if ({reading}.ErrorCount > 0)");
        writer.Line($"{method.Result} = default!;");
        writer.Line("return false;");
        writer.Close();
        writer.Line();
        writer.Line($"{method.Result} = {made};");
        writer.Line("return true;");
    }
}
