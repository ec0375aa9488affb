// source: structure of graph builders inside a factory
// class: A4
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;

namespace Corpus.Own.C812;

public sealed class Plans
{
    private readonly ConcurrentDictionary<Type, string[]> _plans = new();
    private readonly ConcurrentDictionary<string, byte[]> _blobs = new();

    public string[] For(Type type) => _plans.GetOrAdd(type, Build);

    public byte[] Blob(string text) => _blobs.GetOrAdd(text, static t =>
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(t);
        writer.Flush();
        return stream.ToArray();
    });

    private static string[] Build(Type type)
    {
        var seen = new HashSet<Type>();
        var queue = new Queue<Type>();
        var names = new List<string>();
        queue.Enqueue(type);
        while (queue.Count > 0)
        {
            var next = queue.Dequeue();
            if (!seen.Add(next))
                continue;
            names.Add(next.Name);
            foreach (var argument in next.GetGenericArguments())
                queue.Enqueue(argument);
        }

        return names.ToArray();
    }
}
