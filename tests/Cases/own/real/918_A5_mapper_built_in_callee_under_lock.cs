// source: litedb-org/LiteDB PR #2537
// class: A5
// note: the write under the lock is in a virtual callee; the fast path in front reads without it
using System;
using System.Collections.Generic;

namespace Corpus.Own.R918;

public class EntityMapper
{
    public string Name { get; init; } = "";
}

public class BsonMapper
{
    private readonly Dictionary<Type, EntityMapper> _entities = new();

    internal EntityMapper GetEntityMapper(Type type)
    {
        if (_entities.TryGetValue(type, out var mapper)) // BUG: A5
            return mapper;

        lock (_entities)
        {
            if (!_entities.TryGetValue(type, out mapper))
                return BuildAddEntityMapper(type);
            return mapper;
        }
    }

    protected virtual EntityMapper BuildAddEntityMapper(Type type)
    {
        var mapper = new EntityMapper { Name = type.Name };
        _entities[type] = mapper;
        return mapper;
    }
}

public class BsonMapperFixed
{
    private readonly Dictionary<Type, EntityMapper> _entities = new();

    internal EntityMapper GetEntityMapper(Type type)
    {
        lock (_entities)
        {
            if (!_entities.TryGetValue(type, out var mapper))
                return BuildAddEntityMapper(type);
            return mapper;
        }
    }

    private EntityMapper BuildAddEntityMapper(Type type)
    {
        var mapper = new EntityMapper { Name = type.Name };
        _entities[type] = mapper;
        return mapper;
    }
}
