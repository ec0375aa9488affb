// source: structure of SpecterOps/SharpHound PR #196 (after the change): the object that loses is garbage, handler and all
// class: A4
using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Own.C436;

public sealed class Processor(string domain)
{
    public string Domain { get; } = domain;

    public event Action<string>? Failed;

    public void Fail() => Failed?.Invoke(Domain);
}

public sealed class Processors
{
    private readonly ConcurrentDictionary<string, Processor> _processors = new();
    private int _failures;

    public Processor Of(string domain) => _processors.GetOrAdd(domain, key =>
    {
        var processor = new Processor(key);
        processor.Failed += OnFailed;
        return processor;
    });

    private void OnFailed(string domain) => Interlocked.Increment(ref _failures);
}
