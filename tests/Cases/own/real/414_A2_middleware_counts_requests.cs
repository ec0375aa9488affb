// source: own, after the description: a middleware by convention is one object for all requests
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace Microsoft.AspNetCore.Http
{
    public class HttpContext
    {
        public string Path { get; set; } = "";
    }

    public delegate Task RequestDelegate(HttpContext context);
}

namespace Corpus.Own.R414
{
    public sealed class RequestCounter(RequestDelegate next)
    {
        private readonly Dictionary<string, int> _counts = new(); // MAY: A2
        private readonly ConcurrentDictionary<string, int> _countsFixed = new();

        public async Task InvokeAsync(HttpContext context)
        {
            if (_counts.ContainsKey(context.Path)) // MAY: A2
                _counts[context.Path] += 1; // BUG: A2
            else
                _counts[context.Path] = 1; // MAY: A2
            _countsFixed.AddOrUpdate(context.Path, 1, static (_, old) => old + 1);
            await next(context);
        }
    }
}
