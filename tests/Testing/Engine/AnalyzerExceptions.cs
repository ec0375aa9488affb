using System;
using System.Collections.Concurrent;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>Did an analyzer throw? Asked of Roslyn directly, because a pragma or an option can suppress the diagnostic AD0001.</summary>
internal sealed class AnalyzerExceptions(IVerifier verifier)
{
    private readonly ConcurrentQueue<string> _exceptions = new();

    public void Add(Exception exception, DiagnosticAnalyzer analyzer, Diagnostic diagnostic) => _exceptions.Enqueue($"{analyzer.GetType().Name} threw {exception}");

    public void Verify()
    {
        if (!_exceptions.IsEmpty)
        {
            verifier.Fail(
                "An analyzer threw an exception (AD0001). Repair the analyzer: it has to survive every code, wrong code too.\n"
                + string.Join("\n", _exceptions.Distinct()));
        }
    }
}
