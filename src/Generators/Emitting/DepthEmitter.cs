using DictionaryAnalyzers.Generators.Model;

namespace DictionaryAnalyzers.Generators.Emitting;

/// <summary>
/// The exception for what lies too deep. Nothing is kept of the way there while all goes well: when it is thrown, the filters that it passes
/// on its way up put the steps in front of it.
/// </summary>
internal static class DepthEmitter
{
    private const string Exception = "global::DictionaryAnalyzers.MappingDepthException";

    /// <summary>Whether a method can throw it, and its helpers say where.</summary>
    public static bool NamesPaths(MethodModel method) => method.ThrowsAtMaxDepth && method.MaxDepth > 0 && (method.CountsDepth || HasCut(method));

    public static string Throw(string path, int maxDepth) => $"throw new {Exception}({Literals.String(path)}, {maxDepth});";

    public static string ThrowExpression(string path, int maxDepth) => $"throw new {Exception}({Literals.String(path)}, {maxDepth})";

    /// <summary>The end of a try: the step is put in front of the path, and the exception goes on.</summary>
    public static void Catch(CodeWriter writer, string step)
    {
        writer.Open($"catch ({Exception} exception) when (exception.Passes({step}))");
        writer.Line("throw;");
        writer.Close();
    }

    private static bool HasCut(MethodModel method)
    {
        foreach (var model in method.Objects)
        {
            foreach (var entry in model.Entries)
            {
                if (HasCut(entry.Value))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool HasCut(ValueModel value)
    {
        if (value.Form == ValueForm.Cut || (value.Element is { } element && HasCut(element)))
        {
            return true;
        }

        foreach (var entry in value.Entries)
        {
            if (HasCut(entry.Value))
            {
                return true;
            }
        }

        return false;
    }
}
