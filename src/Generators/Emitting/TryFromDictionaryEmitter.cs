using DictionaryAnalyzers.Generators.Model;

namespace DictionaryAnalyzers.Generators.Emitting;

/// <summary>A method that makes an object of a dictionary, or says all that is wrong.</summary>
internal static class TryFromDictionaryEmitter
{
    public static void Body(CodeWriter writer, MethodModel method, HelperSet helpers)
    {
        var values = FromDictionaryEmitter.Values(writer, method);
        writer.Line("var __reading = new global::DictionaryAnalyzers.DictionaryReading(true);");
        writer.Line($"{method.Result} = {helpers.ReadersFor(method).Object(0)}({values}, __reading)!;");
        if (method.Errors.Length > 0)
        {
            writer.Line($"{method.Errors} = __reading.{(method.TellsErrors ? "Messages" : "Errors")};");
        }

        writer.Line("return __reading.ErrorCount == 0;");
    }
}
