// source: structure of outbox processors
// class: A3
// note: the dictionary is a constructor parameter kept in a base class property
using System.Collections.Concurrent;
using System.Threading.Tasks;

namespace Corpus.Own.R722;

public abstract class Processor
{
    protected Processor(ConcurrentDictionary<long, bool> done) => Done = done;

    protected ConcurrentDictionary<long, bool> Done { get; }

    protected abstract Task SendAsync(long id);
}

public sealed class Outbox : Processor
{
    public Outbox(ConcurrentDictionary<long, bool> done)
        : base(done)
    {
    }

    public async Task ProcessAsync(long id)
    {
        if (Done.ContainsKey(id)) // MAY: A3
            return;
        await SendAsync(id);
        Done[id] = true; // BUG: A3
    }

    public async Task ProcessFixedAsync(long id)
    {
        if (!Done.TryAdd(id, true))
            return;
        await SendAsync(id);
    }

    protected override Task SendAsync(long id) => Task.CompletedTask;
}
