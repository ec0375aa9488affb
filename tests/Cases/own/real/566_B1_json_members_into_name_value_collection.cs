// source: structure of clients that write query strings of JSON members
// class: B1
using System.Collections.Specialized;
using System.Text.Json;

namespace Corpus.Own.R566;

public sealed class QueryWriter
{
    public NameValueCollection Query(object filter)
    {
        var query = new NameValueCollection();
        using JsonDocument document = JsonSerializer.SerializeToDocument(filter);
        foreach (var member in document.RootElement.EnumerateObject()) // BUG: B1
        {
            if (member.Value.ValueKind == JsonValueKind.Null)
                continue;
            query.Add(member.Name, member.Value.ToString()); // MAY: B1
        }
        return query;
    }

    public NameValueCollection QueryFixed(Filter filter) => new NameValueCollection { { "text", filter.Text } };
}

public sealed record Filter(string Text);
