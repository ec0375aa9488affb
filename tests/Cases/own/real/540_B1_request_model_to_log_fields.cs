// source: structure of request logging middlewares that take any model
// class: B1
using System.Collections.Generic;

namespace Corpus.Own.R540;

public sealed class RequestLog
{
    private readonly List<IDictionary<string, object?>> entries = new();

    public void Write(object model)
    {
        var fields = new Dictionary<string, object?>();
        foreach (var property in model.GetType().GetProperties()) // MAY: B1
        {
            fields[property.Name] = property.GetValue(model); // BUG: B1
        }

        entries.Add(fields);
    }

    public void WriteFixed(Request request) =>
        entries.Add(new Dictionary<string, object?>(2) { ["Path"] = request.Path, ["Length"] = request.Length });
}

public sealed record Request(string Path, long Length);
