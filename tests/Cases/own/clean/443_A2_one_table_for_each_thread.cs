// source: own, after the description: thread-static, thread-local and async-local tables
// class: A2
using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Own.C443;

public static class Scratch
{
    [ThreadStatic]
    private static Dictionary<int, int>? _counts;

    private static readonly ThreadLocal<Dictionary<int, int>> Local = new(() => new Dictionary<int, int>());
    private static readonly AsyncLocal<Dictionary<string, object>> Flow = new();

    public static int Count(int x)
    {
        _counts ??= new Dictionary<int, int>();
        _counts.TryGetValue(x, out var n);
        _counts[x] = n + 1;
        Local.Value![x] = n;
        (Flow.Value ??= new Dictionary<string, object>())["last"] = x;
        return n;
    }
}
