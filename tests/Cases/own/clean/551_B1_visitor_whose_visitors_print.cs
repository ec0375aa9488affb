// source: structure of dump helpers with a callback
// class: B1
using System;

namespace Corpus.Own.C551;

public static class Dumper
{
    public static void Each(object target, Action<string, object?> action)
    {
        foreach (var property in target.GetType().GetProperties())
            action(property.Name, property.GetValue(target));
    }
}

public sealed class ConsoleDump
{
    public void Write(object target) => Dumper.Each(target, (name, value) => Console.WriteLine($"{name}: {value}"));

    public int Count(object target)
    {
        var count = 0;
        Dumper.Each(target, (_, value) => count += value is null ? 0 : 1);
        return count;
    }
}
