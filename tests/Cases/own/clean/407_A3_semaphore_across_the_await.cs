// source: own, after the description: a semaphore of one is held from the second check to the insert
// class: A3
using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Own.C407;

public sealed class TokenSource(Func<string, Task<string>> request)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ConcurrentDictionary<string, string> _tokens = new();

    public async Task<string> GetAsync(string scope)
    {
        if (_tokens.TryGetValue(scope, out var token))
            return token;

        await _gate.WaitAsync();
        try
        {
            if (!_tokens.TryGetValue(scope, out token))
            {
                token = await request(scope);
                _tokens[scope] = token;
            }

            return token;
        }
        finally
        {
            _gate.Release();
        }
    }
}
