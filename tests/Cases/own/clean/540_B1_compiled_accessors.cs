// source: structure of FastMember, ServiceStack.Text TypeFields and ASP.NET Core PropertyHelper
// class: B1
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;

namespace Corpus.Own.C540;

public static class Accessors
{
    private static readonly ConcurrentDictionary<Type, Dictionary<string, Func<object, object?>>> Known = new();

    public static Dictionary<string, object?> ToDictionary(object source)
    {
        var values = new Dictionary<string, object?>();
        foreach (var (name, get) in Known.GetOrAdd(source.GetType(), Compile))
        {
            values[name] = get(source);
        }

        return values;
    }

    private static Dictionary<string, Func<object, object?>> Compile(Type type) =>
        type.GetProperties().Where(property => property.CanRead).ToDictionary(property => property.Name, property =>
        {
            var source = Expression.Parameter(typeof(object));
            var read = Expression.Convert(Expression.Property(Expression.Convert(source, type), property), typeof(object));
            return Expression.Lambda<Func<object, object?>>(read, source).Compile();
        });
}
