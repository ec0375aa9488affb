using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Testing.Running;

/// <summary>Proves that a repair repairs: the program is run before and after the code fix.</summary>
public static class Proof
{
    /// <summary>
    /// A proof by a program. Say what goes wrong before (<c>FaultsWith</c>..) and what is right after (<c>ThenPrints</c>..), then
    /// call <c>RunAsync</c>. Marks in the program are removed and mean nothing.
    /// </summary>
    public static RepairProof<TAnalyzer, TCodeFix> Of<TAnalyzer, TCodeFix>(string program)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TCodeFix : CodeFixProvider, new() => new(program);
}
