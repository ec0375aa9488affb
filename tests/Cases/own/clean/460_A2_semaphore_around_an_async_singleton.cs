// source: own, after the description: a semaphore with one place is held across the await
// class: A2
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Own.C460;

public sealed class Documents
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Dictionary<string, string> _texts = new();

    public static readonly Documents Shared = new();

    public async Task<string> TextAsync(string name)
    {
        await _one.WaitAsync().ConfigureAwait(false);
        try
        {
            if (!_texts.TryGetValue(name, out var text))
            {
                text = await Task.FromResult(name.ToUpperInvariant()).ConfigureAwait(false);
                _texts.Add(name, text);
            }

            return text;
        }
        finally
        {
            _one.Release();
        }
    }
}
