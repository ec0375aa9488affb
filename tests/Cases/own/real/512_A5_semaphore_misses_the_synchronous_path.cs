// source: structure of a token cache with an asynchronous and a synchronous path
// class: A5
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Own.R512;

public sealed class TokenCache
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, string> _tokens = new();

    public async Task<string> GetAsync(string scope)
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            if (!_tokens.TryGetValue(scope, out var token))
            {
                token = await RequestAsync(scope).ConfigureAwait(false);
                _tokens[scope] = token;
            }

            return token;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Invalidate(string scope)
    {
        _tokens.Remove(scope); // BUG: A5
    }

    public void InvalidateFixed(string scope)
    {
        _gate.Wait();
        try
        {
            _tokens.Remove(scope);
        }
        finally
        {
            _gate.Release();
        }
    }

    private static async Task<string> RequestAsync(string scope)
    {
        await Task.Yield();
        return scope;
    }
}
