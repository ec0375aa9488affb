// source: own, after the description: a set of messages that were already logged
// class: A2
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R404;

public static class Once
{
    private static readonly HashSet<string> Seen = []; // MAY: A2
    private static readonly ConcurrentDictionary<string, byte> SeenFixed = new();

    public static void Warn(string message)
    {
        if (Seen.Add(message)) // BUG: A2
            Console.Error.WriteLine(message);
    }

    public static void WarnFixed(string message)
    {
        if (SeenFixed.TryAdd(message, 0))
            Console.Error.WriteLine(message);
    }
}
