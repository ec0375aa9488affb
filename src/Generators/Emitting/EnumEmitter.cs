using DictionaryAnalyzers.Generators.Model;

namespace DictionaryAnalyzers.Generators.Emitting;

/// <summary>The name of an enum value, from a switch: the runtime would look it up in the metadata, and make a string of what it finds.</summary>
internal static class EnumEmitter
{
    public static void NameOf(CodeWriter writer, string method, EnumModel model)
    {
        writer.Line();
        writer.Line(MapperEmitter.GeneratedCode);
        writer.Open($"private static string {method}({model.Type} value)");
        writer.Open("switch (value)");
        foreach (var member in model.Members)
        {
            writer.Line($"case {model.Type}.{member.Identifier}: return {Literals.String(member.Name)};");
        }

        writer.Line("default: return value.ToString();");
        writer.Close();
        writer.Close();
    }
}
