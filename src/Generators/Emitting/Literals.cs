using Microsoft.CodeAnalysis.CSharp;

namespace DictionaryAnalyzers.Generators.Emitting;

/// <summary>Values as literals of the language.</summary>
internal static class Literals
{
    /// <summary>A string in quotes, with everything escaped that could end it or the line.</summary>
    public static string String(string value) => SymbolDisplay.FormatLiteral(value, quote: true);
}
