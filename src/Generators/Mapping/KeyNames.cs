using System.Text;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>The key that a naming makes of a name. The rules are those of System.Text.Json, so that a dictionary and a document have the same keys.</summary>
internal static class KeyNames
{
    public static string Apply(KeyCase naming, string name) => naming switch
    {
        KeyCase.CamelCase => CamelCase(name),
        KeyCase.SnakeCase => Separated(name, '_'),
        KeyCase.KebabCase => Separated(name, '-'),
        _ => name,
    };

    private static string CamelCase(string name)
    {
        if (name.Length == 0 || !char.IsUpper(name[0]))
        {
            return name;
        }

        var characters = name.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (i == 1 && !char.IsUpper(characters[i]))
            {
                break;
            }

            var hasNext = i + 1 < characters.Length;
            if (i > 0 && hasNext && !char.IsUpper(characters[i + 1]))
            {
                break;
            }

            characters[i] = char.ToLowerInvariant(characters[i]);
        }

        return new string(characters);
    }

    /// <summary>Words end before a capital that a small letter or digit stands before, and before the last capital of several that a small letter follows. What is neither letter nor digit stays.</summary>
    private static string Separated(string name, char separator)
    {
        var key = new StringBuilder(name.Length + 8);
        var previous = Kind.Start;
        for (var i = 0; i < name.Length; i++)
        {
            var character = name[i];
            if (char.IsUpper(character))
            {
                var startsWord = previous is Kind.Small or Kind.Digit || (previous is Kind.Capital && i + 1 < name.Length && char.IsLower(name[i + 1]));
                if (startsWord)
                {
                    key.Append(separator);
                }

                key.Append(char.ToLowerInvariant(character));
                previous = Kind.Capital;
            }
            else if (char.IsLower(character) || char.IsDigit(character))
            {
                key.Append(character);
                previous = char.IsDigit(character) ? Kind.Digit : Kind.Small;
            }
            else
            {
                key.Append(character);
                previous = Kind.Start;
            }
        }

        return key.ToString();
    }

    private enum Kind
    {
        Start,
        Small,
        Capital,
        Digit,
    }
}
