// source: structure of reflection and expression caches
// class: A4
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;

namespace Corpus.Own.C807;

public static class Accessors
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();
    private static readonly ConcurrentDictionary<Type, Func<object>> Creators = new();
    private static readonly ConcurrentDictionary<string, string> Slugs = new();

    public static PropertyInfo[] Of(Type type) => Properties.GetOrAdd(type, static t => t.GetProperties());

    public static object Create(Type type) =>
        Creators.GetOrAdd(type, static t => Expression.Lambda<Func<object>>(Expression.New(t)).Compile())();

    public static string Slug(string title) => Slugs.GetOrAdd(title, static t =>
    {
        var parts = new List<string>();
        var builder = new StringBuilder();
        foreach (var c in t)
        {
            if (char.IsLetterOrDigit(c))
            {
                builder.Append(char.ToLowerInvariant(c));
            }
            else if (builder.Length > 0)
            {
                parts.Add(builder.ToString());
                builder.Clear();
            }
        }

        parts.Add(builder.ToString());
        return string.Join('-', parts);
    });
}
