// source: structure of ZeBobo5/Vlc.DotNet PR #486 (a static registry of handles), with the diagnostics that such registries have
// class: A5
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R508;

public static class HandleRegistry
{
    private static readonly object Gate = new();
    private static readonly Dictionary<IntPtr, string> Handles = new();

    public static int Count => Handles.Count; // BUG: A5

    public static void Register(IntPtr handle, string owner)
    {
        lock (Gate)
        {
            Handles.Add(handle, owner);
        }
    }

    public static void Unregister(IntPtr handle)
    {
        lock (Gate)
        {
            Handles.Remove(handle);
        }
    }

    public static string Dump() =>
        string.Join(", ", Handles.Select(pair => pair.Key + "=" + pair.Value)); // BUG: A5

    public static string DumpFixed()
    {
        lock (Gate)
            return string.Join(", ", Handles.Select(pair => pair.Key + "=" + pair.Value));
    }
}
