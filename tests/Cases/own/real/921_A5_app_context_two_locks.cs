// source: dotnet/corefx issue #5516
// class: A5
// note: the reader locks the table, the writer another object; each only once
using System.Collections.Generic;

namespace Corpus.Own.R921;

public static class Switches
{
    private static readonly Dictionary<string, bool> s_switchMap = new();
    private static readonly object s_syncLock = new();

    public static bool TryGetSwitch(string name, out bool enabled)
    {
        lock (s_switchMap)
        {
            return s_switchMap.TryGetValue(name, out enabled); // BUG: A5
        }
    }

    public static void SetSwitch(string name, bool enabled)
    {
        lock (s_syncLock)
        {
            s_switchMap[name] = enabled; // MAY: A5
        }
    }
}

public static class SwitchesFixed
{
    private static readonly Dictionary<string, bool> s_switchMap = new();

    public static bool TryGetSwitch(string name, out bool enabled)
    {
        lock (s_switchMap)
            return s_switchMap.TryGetValue(name, out enabled);
    }

    public static void SetSwitch(string name, bool enabled)
    {
        lock (s_switchMap)
            s_switchMap[name] = enabled;
    }
}
