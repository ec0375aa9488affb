// source: structure of handlers with a static table and a lock object that was not made static
// class: A5
// note: every object locks its own gate
using System.Collections.Generic;

namespace Corpus.Own.R925;

public sealed class SchemaReader
{
    private static readonly Dictionary<string, string> Schemas = new();
    private readonly object _gate = new();

    public string Read(string name)
    {
        lock (_gate)
        {
            if (!Schemas.TryGetValue(name, out var schema)) // MAY: A5
            {
                schema = name + ".xsd";
                Schemas.Add(name, schema); // BUG: A5
            }

            return schema;
        }
    }

    public void Forget(string name)
    {
        lock (_gate)
            Schemas.Remove(name); // MAY: A5
    }
}

public sealed class SchemaReaderFixed
{
    private static readonly Dictionary<string, string> Schemas = new();
    private static readonly object Gate = new();

    public string Read(string name)
    {
        lock (Gate)
        {
            if (!Schemas.TryGetValue(name, out var schema))
                Schemas.Add(name, schema = name + ".xsd");
            return schema;
        }
    }

    public void Forget(string name)
    {
        lock (Gate)
            Schemas.Remove(name);
    }
}
