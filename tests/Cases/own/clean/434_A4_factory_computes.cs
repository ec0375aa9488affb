// source: own, after the description: pure factories: reflection, a regular expression, text
// class: A4
using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Text.RegularExpressions;

namespace Corpus.Own.C434;

public static class Pure
{
    private static readonly ConcurrentDictionary<Type, string[]> s_members = new();
    private static readonly ConcurrentDictionary<string, Regex> s_patterns = new();
    private static readonly ConcurrentDictionary<(string, int), string> s_padded = new();

    public static string[] MembersOf(Type type) =>
        s_members.GetOrAdd(type, static key => key.GetProperties().Select(property => property.Name).ToArray());

    public static bool Matches(string pattern, string text) =>
        s_patterns.GetOrAdd(pattern, static key => new Regex(key, RegexOptions.CultureInvariant)).IsMatch(text);

    public static string Pad(string text, int width) => s_padded.GetOrAdd((text, width), static key => key.Item1.PadLeft(key.Item2));
}
