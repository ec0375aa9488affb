// source: structure of payload builders with local iterators
// class: B1
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Own.R551;

public sealed class WebhookSender(HttpClient client)
{
    public async Task SendAsync(Uri target, object payload, CancellationToken token)
    {
        var fields = Collect(Members());
        fields["sent_at"] = DateTimeOffset.UtcNow.ToString("O");
        using var content = new FormUrlEncodedContent(fields);
        using var response = await client.PostAsync(target, content, token);
        response.EnsureSuccessStatusCode();

        IEnumerable<(string Name, object? Value)> Members()
        {
            foreach (var property in payload.GetType().GetProperties()) // MAY: B1
                yield return (property.Name, property.GetValue(payload)); // BUG: B1
        }

        static SortedDictionary<string, string> Collect(IEnumerable<(string Name, object? Value)> members)
        {
            var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, value) in members)
                if (value is not null)
                    sorted[name] = value.ToString()!;
            return sorted;
        }
    }

    public async Task SendFixedAsync(Uri target, SortedDictionary<string, string> fields, CancellationToken token)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var response = await client.PostAsync(target, content, token);
        response.EnsureSuccessStatusCode();
    }
}
