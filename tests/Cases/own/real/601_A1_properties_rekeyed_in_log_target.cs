// source: NLog/NLog issue #426
// class: A1
// note: the dictionary is an interface-typed lazy property of the event; rekeying adds
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R601;

public sealed class LogEvent
{
    private IDictionary<string, object?>? _properties;

    public string Message { get; init; } = "";

    public IDictionary<string, object?> Properties => _properties ??= new Dictionary<string, object?>();
}

public sealed class PrefixTarget
{
    private readonly string _prefix = "ctx.";

    public void Merge(LogEvent logEvent)
    {
        foreach (var property in logEvent.Properties) // MAY: A1
        {
            if (property.Key.StartsWith(_prefix))
                continue;
            logEvent.Properties.Remove(property.Key); // MAY: A1
            logEvent.Properties.Add(_prefix + property.Key, property.Value); // BUG: A1
        }
    }

    public void MergeFixed(LogEvent logEvent)
    {
        foreach (var property in logEvent.Properties.ToArray())
        {
            if (property.Key.StartsWith(_prefix))
                continue;
            logEvent.Properties.Remove(property.Key);
            logEvent.Properties.Add(_prefix + property.Key, property.Value);
        }
    }
}
