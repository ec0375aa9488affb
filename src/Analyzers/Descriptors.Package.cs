using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers;

public static partial class Descriptors
{
    /// <summary>DICT001: an option of this package has a key or a value that it does not understand.</summary>
    public static readonly DiagnosticDescriptor DICT001InvalidOption = Create(
        "DICT001",
        "An option of DictionaryAnalyzers is not understood",
        "Option '{0}' has the value '{1}', which is not understood and has no effect: {2}",
        RuleCategories.Package,
        RuleLevel.Defect,
        "A misspelt option would silently mean the default. The message says what was found and what is allowed.");
}
