// source: structure of loggers that flatten nested objects without recursion
// class: B1
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Corpus.Own.R570;

public sealed class FlatLog
{
    public Dictionary<string, string> Flatten(object root)
    {
        var flat = new Dictionary<string, string>();
        var pending = new Stack<(string Path, object Node)>();
        pending.Push(("", root));
        while (pending.TryPop(out var entry))
        {
            foreach (var property in entry.Node.GetType().GetProperties().Where(p => p.CanRead && p.GetIndexParameters().Length == 0)) // MAY: B1
            {
                var value = property.GetValue(entry.Node); // BUG: B1
                var path = entry.Path.Length == 0 ? property.Name : $"{entry.Path}.{property.Name}";
                switch (value)
                {
                    case null:
                        break;
                    case IFormattable number:
                        flat[path] = number.ToString(null, CultureInfo.InvariantCulture);
                        break;
                    case string text:
                        flat[path] = text;
                        break;
                    default:
                        pending.Push((path, value));
                        break;
                }
            }
        }
        return flat;
    }

    public Dictionary<string, string> FlattenFixed(Session root) => new() { ["User.Name"] = root.UserName };
}

public sealed record Session(string UserName);
