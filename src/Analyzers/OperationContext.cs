using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers;

/// <summary>An operation that a rule looks at, in whose code it stands, and how to report what is found.</summary>
internal readonly struct OperationContext(IOperation operation, OperationBlockAnalysisContext block)
{
    public IOperation Operation => operation;

    /// <summary>The member in whose code the operation stands.</summary>
    public ISymbol ContainingSymbol => block.OwningSymbol;

    public Compilation Compilation => block.Compilation;

    public AnalyzerOptions Options => block.Options;

    public CancellationToken CancellationToken => block.CancellationToken;

    public void ReportDiagnostic(Diagnostic diagnostic) => block.ReportDiagnostic(diagnostic);
}
