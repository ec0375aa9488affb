using DictionaryAnalyzers.Generators.Model;

namespace DictionaryAnalyzers.Generators.Emitting;

/// <summary>
/// The name of an enum value, from a switch: the runtime would look it up in the metadata, and make a string of what it finds.
/// And a small enum value as an object, which is made once.
/// </summary>
internal static class EnumEmitter
{
    /// <summary>The name of a value.</summary>
    public static string Named(EnumModel model, string read, MethodModel method, HelperSet helpers) =>
        $"{helpers.NameOf(model, IsOfMethod(model, method) ? method.Signature : null)}({read})";

    /// <summary>A value as an object.</summary>
    public static string Boxed(EnumModel model, string read, MethodModel method, HelperSet helpers) =>
        IsOfMethod(model, method) ? read : $"{helpers.BoxOf(model)}({read})";

    /// <summary>The method that gives a value its name.</summary>
    /// <param name="writer">Where it is written to.</param>
    /// <param name="method">What it is called, with its type parameters.</param>
    /// <param name="constraints">The constraints of those.</param>
    /// <param name="model">The enum.</param>
    public static void NameOf(CodeWriter writer, string method, EquatableArray<string> constraints, EnumModel model)
    {
        writer.Line();
        writer.Line(MapperEmitter.GeneratedCode);
        writer.Line($"private static string {method}({model.Type} value)");
        foreach (var constraint in constraints)
        {
            writer.Line("    " + constraint);
        }

        writer.Open();
        if (model.Members.Count > 0)
        {
            writer.Open("switch (value)");
            foreach (var member in model.Members)
            {
                writer.Line($"case {model.Type}.{member.Identifier}: return {Literals.String(member.Name)};");
            }

            writer.Close();
            writer.Line();
        }

        if (model.UnderlyingType is "sbyte" or "short" or "int" or "long")
        {
            // What has no name is a number, and that has the minus sign of the culture.
            var number = $"(({model.UnderlyingType})value)";
            writer.Line("var text = value.ToString();");
            writer.Line($"return {number} >= 0 || char.IsLetter(text[0]) || text[0] == '_' ? text : {number}.ToString(global::System.Globalization.CultureInfo.InvariantCulture);");
        }
        else
        {
            writer.Line("return value.ToString();");
        }

        writer.Close();
    }

    public static void BoxOf(CodeWriter writer, string method, EnumModel model, string nullable)
    {
        writer.Line();
        writer.Line(MapperEmitter.GeneratedCode);
        writer.Line($"private static readonly object{nullable}[] {method}Values = new object{nullable}[64];");
        writer.Line();
        writer.Line(MapperEmitter.GeneratedCode);
        writer.Open($"private static object {method}({model.Type} value)");
        writer.Line("var place = unchecked((ulong)value);");
        writer.Line($"return place < 64 ? {method}Values[place] ?? ({method}Values[place] = value) : value;");
        writer.Close();
    }

    /// <summary>Whether an enum stands in a generic type and may be one of a type parameter of the method, which its own methods know nothing of.</summary>
    private static bool IsOfMethod(EnumModel model, MethodModel method) =>
        ViewEmitter.TypeParameters(method).Length > 0 && model.Type.IndexOf('<') >= 0;
}
