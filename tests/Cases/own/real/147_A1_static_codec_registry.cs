// source: own, after the description: a static dictionary, every access under one lock that the same thread enters again
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R147;

public static class CodecRegistry
{
    private static readonly object Gate = new();
    private static readonly Dictionary<string, string> Codecs = new(StringComparer.Ordinal);

    public static void Register(string extension, string codec)
    {
        lock (Gate)
        {
            Codecs[extension] = codec;
        }
    }

    public static void RegisterUpperCase()
    {
        lock (Gate)
        {
            foreach (var (extension, codec) in Codecs) // MAY: A1
                Register(extension.ToUpperInvariant(), codec); // BUG: A1
        }
    }

    public static void RegisterUpperCaseFixed()
    {
        lock (Gate)
        {
            foreach (var (extension, codec) in Codecs.ToArray())
                Register(extension.ToUpperInvariant(), codec);
        }
    }
}
