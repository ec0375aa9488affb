// source: own, after the description: TryGetValue avoids the closure, GetOrAdd decides
// class: A3
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.C401;

public sealed class Converter(Type type)
{
    public Type Type { get; } = type;
}

public sealed class Converters
{
    private readonly ConcurrentDictionary<Type, Converter> _byType = new();

    public Converter For(Type type)
    {
        if (!_byType.TryGetValue(type, out var converter))
        {
            converter = new Converter(type);
            converter = _byType.GetOrAdd(type, converter);
        }

        return converter;
    }
}
