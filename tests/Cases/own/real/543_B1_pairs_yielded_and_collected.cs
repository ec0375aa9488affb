// source: structure of API clients that turn a request object into a query string
// class: B1
// note: one helper yields the pairs, another collects them
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Corpus.Own.R543;

public sealed class ApiClient
{
    private readonly List<Dictionary<string, string>> sent = new();

    public void Send(object request) =>
        sent.Add(Parameters(request).Where(pair => pair.Value.Length > 0).ToDictionary(pair => pair.Name, pair => pair.Value));

    private static IEnumerable<(string Name, string Value)> Parameters(object request)
    {
        foreach (var property in request.GetType().GetProperties()) // MAY: B1
        {
            var value = property.GetValue(request); // BUG: B1
            if (value is null)
            {
                continue;
            }

            var name = char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1);
            yield return (name, string.Format(CultureInfo.InvariantCulture, "{0}", value)); // MAY: B1
        }
    }
}
