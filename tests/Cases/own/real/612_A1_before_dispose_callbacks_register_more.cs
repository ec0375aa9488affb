// source: OrchardCMS/OrchardCore issue #17930
// class: A1
// note: async callbacks kept in a set; one that the scope itself registers adds another while they run
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Corpus.Own.R612;

public sealed class ShellScope
{
    private readonly HashSet<Func<ShellScope, Task>> _beforeDispose = new();

    public ShellScope() => BeforeDispose(scope =>
    {
        scope.BeforeDispose(_ => Task.CompletedTask);
        return Task.CompletedTask;
    });

    public void BeforeDispose(Func<ShellScope, Task> callback) => _beforeDispose.Add(callback);

    public async Task TerminateAsync()
    {
        foreach (var callback in _beforeDispose) // MAY: A1
            await callback(this); // BUG: A1
    }

    public async Task TerminateFixedAsync()
    {
        foreach (var callback in _beforeDispose.ToArray())
            await callback(this);
    }
}
