// source: structure of dotnet/corefx issue #5516 (the reader locks the map, the writer a lock object)
// class: A5
using System.Collections.Generic;

namespace Corpus.Own.R503;

public static class Switches
{
    private static readonly object SyncLock = new();
    private static readonly Dictionary<string, bool> SwitchMap = new();

    public static bool TryGet(string name, out bool isOn)
    {
        lock (SwitchMap)
        {
            if (SwitchMap.TryGetValue(name, out isOn)) // BUG: A5
                return true;
        }

        isOn = false;
        return false;
    }

    public static void Set(string name, bool isOn)
    {
        lock (SyncLock)
            SwitchMap[name] = isOn;
    }

    public static void Unset(string name)
    {
        lock (SyncLock)
            SwitchMap.Remove(name);
    }

    public static bool TryGetFixed(string name, out bool isOn)
    {
        lock (SyncLock)
            return SwitchMap.TryGetValue(name, out isOn);
    }
}
