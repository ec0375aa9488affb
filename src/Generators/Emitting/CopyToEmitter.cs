using DictionaryAnalyzers.Generators.Model;

namespace DictionaryAnalyzers.Generators.Emitting;

/// <summary>A method that writes into a dictionary that is there, over what it has.</summary>
internal static class CopyToEmitter
{
    public static void Body(CodeWriter writer, MethodModel method, HelperSet helpers)
    {
        var source = SourceGuard.Write(writer, method, "return;");
        new EntriesEmitter(writer, method, helpers, helpers.For(method), depth: null, source).ToTarget(method.Objects[0].Entries, method.Source.Target);
    }
}
