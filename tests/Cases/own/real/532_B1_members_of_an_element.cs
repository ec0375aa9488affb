// source: structure of languageforge-lexbox (LexAuthUser.GetClaims), with a dictionary as what is filled
// class: B1
// note: the members of the JSON are enumerated into the dictionary
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Corpus.Own.R532;

public sealed record Account(string Id, string Locale, bool MayCreate)
{
    public Dictionary<string, string> Claims()
    {
        var claims = new Dictionary<string, string>();
        var element = JsonSerializer.SerializeToElement(this); // MAY: B1
        foreach (var member in element.EnumerateObject()) // BUG: B1
        {
            claims[member.Name] = member.Value.ToString();
        }

        return claims;
    }

    public Dictionary<string, string> ClaimsAgain() => JsonSerializer.SerializeToNode(this)!.AsObject() // BUG: B1
        .ToDictionary(member => member.Key, member => member.Value?.ToString() ?? "");

    public Dictionary<string, string> ClaimsFixed() => new(3)
    {
        ["Id"] = Id,
        ["Locale"] = Locale,
        ["MayCreate"] = MayCreate ? "true" : "false",
    };
}
