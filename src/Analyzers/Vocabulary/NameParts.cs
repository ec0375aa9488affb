using System.Collections.Generic;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>The words that an identifier is made of, in lower case: <c>APIKey</c>, <c>apiKey</c> and <c>api_key</c> are "api" and "key".</summary>
internal static class NameParts
{
    public static List<string> Of(string name)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && char.IsLetterOrDigit(name[i]) && !BeginsPart(name, start, i))
            {
                continue;
            }

            if (i > start)
            {
                parts.Add(name.Substring(start, i - start).ToLowerInvariant());
            }

            start = i < name.Length && char.IsLetterOrDigit(name[i]) ? i : i + 1;
        }

        return parts;
    }

    private static bool BeginsPart(string name, int start, int i) =>
        i > start && (char.IsDigit(name[i]) != char.IsDigit(name[i - 1]) || (char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || EndsAcronym(name, i))));

    // 'APIKey' is API and Key, but 'SSNs' are several.
    private static bool EndsAcronym(string name, int i) =>
        IsLower(name, i + 1) && !(name[i + 1] == 's' && !IsLower(name, i + 2));

    private static bool IsLower(string name, int i) => i < name.Length && char.IsLower(name[i]);
}
