using DictionaryAnalyzers.Generators.Model;

namespace DictionaryAnalyzers.Generators.Emitting;

/// <summary>What happens first: a source that is null, and a target that is.</summary>
internal static class SourceGuard
{
    /// <summary>Writes it, and says what the object is called that is read from.</summary>
    public static string Write(CodeWriter writer, MethodModel method, string whenNull)
    {
        var source = method.Source;
        if (source.IsReference || source.IsNullableStruct)
        {
            writer.Open($"if ({source.Name} is null)");
            writer.Line(source.AllowsNull ? whenNull : Throws(source.Name));
            writer.Close();
            writer.Line();
        }

        if (source.Target.Length > 0)
        {
            writer.Open($"if ({source.Target} is null)");
            writer.Line(Throws(source.Target));
            writer.Close();
            writer.Line();
        }

        return source.IsNullableStruct ? $"{source.Name}.GetValueOrDefault()" : source.Name;
    }

    private static string Throws(string parameter) => $"throw new global::System.ArgumentNullException(nameof({parameter}));";
}
