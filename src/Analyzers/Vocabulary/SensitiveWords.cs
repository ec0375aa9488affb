using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>
/// Answers whether a member's name says that its values are secret. A name is a compound, and what stands last says what is
/// held: an <c>AccessToken</c> is a token and a <c>PasswordHash</c> is as good as the password, a <c>TokenType</c> is a type.
/// </summary>
internal sealed class SensitiveWords
{
    /// <summary>In a list of words this one stands for all of <see cref="DefaultWords"/>.</summary>
    public const string DefaultsWord = "default";

    private readonly HashSet<string> words;

    /// <summary>Creates the list; how the words are written does not matter.</summary>
    public SensitiveWords(IEnumerable<string> words)
    {
        this.words = new(
            words.Select(Normalized).SelectMany(word => word == DefaultsWord ? DefaultWords : [word]).Where(word => word.Length > 0), StringComparer.Ordinal);
    }

    /// <summary>The words without any configuration.</summary>
    public static ImmutableArray<string> DefaultWords { get; } =
        ["password", "secret", "token", "apikey", "credential", "ssn", "creditcard", "cvv", "privatekey", "connectionstring"];

    /// <summary>The list without any configuration.</summary>
    public static SensitiveWords Default { get; } = new(DefaultWords);

    /// <summary>The word by which <paramref name="name"/>, of a member with such values, says that they are secret; null where it does not.</summary>
    public string? In(string name, ValueNature nature)
    {
        if (nature is ValueNature.Plain || words.Count == 0)
        {
            return null;
        }

        var parts = NameParts.Of(name);
        for (var first = 0; first < parts.Count; first++)
        {
            var run = string.Empty;
            for (var last = first; last < parts.Count; last++)
            {
                run += parts[last];
                if (WordOf(run) is { } word && !IsHarmless(word, parts, first) && IsHeld(nature, isPlural: word.Length < run.Length, parts, last + 1))
                {
                    return word;
                }
            }
        }

        return null;
    }

    private static string Normalized(string word) => new([.. word.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    private string? WordOf(string run) =>
        words.Contains(run) ? run
        : run.EndsWith("s", StringComparison.Ordinal) && words.Contains(run.Substring(0, run.Length - 1)) ? run.Substring(0, run.Length - 1)
        : null;

    private static bool IsHarmless(string word, List<string> parts, int first) =>
        first > 0 && (parts[first - 1] == "public" || (first > 1 && parts[first - 1] == "key" && parts[first - 2] == "public")
            || (word == "token" && IsHarmlessToken(parts[first - 1])));

    private static bool IsHeld(ValueNature nature, bool isPlural, List<string> parts, int tail)
    {
        var end = parts.Count;
        while (end > tail && char.IsDigit(parts[end - 1][0]))
        {
            end--;
        }

        // Of several the number is a count: 'MaxTokens'.
        if (end == tail || IsPreposition(parts[tail]))
        {
            return nature is not ValueNature.Number || !isPlural;
        }

        bool IsOne(string part) => nature is ValueNature.Number ? IsNumberForm(part) : IsForm(part);
        for (var i = tail; i < end - 1; i++)
        {
            if (!IsOne(parts[i]) && !IsLink(parts[i]) && !char.IsDigit(parts[i][0]))
            {
                return false;
            }
        }

        return IsOne(parts[end - 1]);
    }

    // What is said of a secret and still is one: another form of it, or one of several.
    private static bool IsForm(string part) =>
        part is "again" or "answer" or "base" or "blob" or "bytes" or "cipher" or "ciphertext" or "code" or "confirm" or "confirmation" or "confirmed" or "content"
            or "contents" or "current" or "data" or "default" or "digest" or "digits" or "encoded" or "encrypted" or "hash" or "hashed" or "hex" or "initial" or "input"
            or "json" or "jwt" or "key" or "keys" or "new" or "no" or "number" or "old" or "original" or "passphrase" or "password" or "payload" or "pem" or "phrase"
            or "pin" or "plain" or "plaintext" or "prev" or "previous" or "primary" or "raw" or "repeat" or "repeated" or "retype" or "salt" or "secondary" or "secret"
            or "string" or "temp" or "temporary" or "text" or "token" or "v" or "value" or "values" or "verification" or "verify" or "xml";

    // What may stand between a secret and its form: 'SecretAccessKey', 'PasswordResetCode'.
    private static bool IsLink(string part) =>
        part is "access" or "admin" or "and" or "client" or "recovery" or "refresh" or "reset" or "sign" or "signing" or "user";

    // The secret is what stands before these: 'PasswordForAdmin'.
    private static bool IsPreposition(string part) =>
        part is "as" or "for" or "from" or "in" or "of" or "with";

    // A number that is called so is no count.
    private static bool IsNumberForm(string part) =>
        part is "code" or "digits" or "new" or "no" or "number" or "old" or "pin" or "raw" or "value";

    // Tokens that open nothing: they say where to go on, what has changed, or are a piece of a text.
    private static bool IsHarmlessToken(string part) =>
        part is "cancellation" or "change" or "concurrency" or "continuation" or "cursor" or "delta" or "keyword" or "next" or "operator" or "page" or "pagination"
            or "paging" or "placeholder" or "punctuation" or "resume" or "skip" or "stop" or "sync" or "syntax";
}
