// source: dotnet/roslyn PR #34715, dotnet/runtime issue #45846
// class: A4
using System.Collections.Concurrent;

namespace Corpus.Own.R378;

public sealed class Diagnostics
{
    private readonly ConcurrentDictionary<string, int> _severities = new();

    public void Set(string id, int severity) => _severities.AddOrUpdate(id, severity, (_, _) => severity); // BUG: A4

    public void SetFixed(string id, int severity) => _severities[id] = severity;
}
