using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>
/// Which entries does an object become under the options of one method? It goes from the source through all objects that
/// are nested in it, as deep as they are mapped, and notes on the way what cannot be.
/// </summary>
internal sealed class ObjectReader
{
    private readonly MapperOptions _options;
    private readonly DictionaryModel _dictionary;
    private readonly ConstructionReader? _construction;
    private readonly CancellationToken _cancellationToken;
    private readonly MappingProblems _problems;
    private readonly ObjectGraph _graph = new();
    private readonly OpenObjects _open;
    private readonly ExperimentalMembers _experimental;
    private readonly SameKeys _sameKeys;
    private readonly EntriesReader _entries;

    public ObjectReader(
        ISymbol method,
        SourceMembers sourceMembers,
        MapperOptions options,
        DictionaryModel dictionary,
        ITypeSymbol? valueType,
        Func<ISymbol, bool>? isSensitive,
        CancellationToken cancellationToken,
        ConstructionReader? construction = null)
    {
        var readsBack = construction is not null;
        _options = options;
        _dictionary = dictionary;
        _construction = construction;
        _cancellationToken = cancellationToken;
        _problems = new MappingProblems(method);
        _open = new OpenObjects(options.MaxDepth);
        _experimental = new ExperimentalMembers(readsBack);
        _sameKeys = new SameKeys(method, options.KeyNaming, _problems);
        var restoration = new ValueRestoration(sourceMembers, readsBack, _problems);
        var values = new ValueReader(this, sourceMembers, options, dictionary, new TypedValues(sourceMembers, valueType), restoration, _problems);
        _entries = new EntriesReader(method, sourceMembers, options, values, _graph, _experimental, isSensitive, construction, _problems);
    }

    public IReadOnlyList<MappingProblem> Problems => _problems.Found;

    /// <summary>The ids of experimental members that are read.</summary>
    public IEnumerable<string> Suppressed
    {
        get
        {
            foreach (var constructor in _construction?.Chosen ?? [])
            {
                _experimental.Note(constructor);
            }

            return _experimental.Ids;
        }
    }

    private bool OpensNested => _options.NestedObjects != Nesting.Keep;

    /// <summary>The source and all that is nested in it.</summary>
    public EquatableArray<ObjectModel> Read(ITypeSymbol source, PathNode? include, PathNode? exclude)
    {
        Object(source, include, exclude, depth: 1);
        return new EquatableArray<ObjectModel>(_graph.Objects);
    }

    /// <summary>Whether objects can lie deeper than <paramref name="maxDepth"/>.</summary>
    public bool CanBeDeeperThan(int maxDepth) => _graph.CanBeDeeperThan(maxDepth);

    /// <summary>Whether an object in this place lies deeper than is mapped.</summary>
    public bool LiesTooDeep(Place place) => _options.MaxDepth > 0 && place.Depth + 1 > _options.MaxDepth;

    /// <summary>An object that becomes a dictionary of its own.</summary>
    public ValueModel Nested(ValueModel basis, ITypeSymbol type, Place place)
    {
        if (_options.MaxDepth > 0 && _open.AreGrowing(type))
        {
            return basis with { Form = ValueForm.Cut };
        }

        var nested = Object(type, place.Include, place.Exclude, place.Depth + 1);
        _graph.Refer(place.Owner, nested);
        return basis with { Form = ValueForm.Object, Object = nested };
    }

    /// <summary>An object whose members become entries of the object around it, below <paramref name="key"/>; null where it gets none.</summary>
    public ValueModel? Inline(ValueModel basis, ITypeSymbol type, Place place, string key)
    {
        if (LiesTooDeep(place))
        {
            return _dictionary.Values == DictionaryValues.Objects || _options.ThrowsAtMaxDepth || _dictionary.AllowsNull ? basis with { Form = ValueForm.Cut } : null;
        }

        if ((_open.Contain(type) || _open.AreGrowing(type)) && _options.MaxDepth == 0 && place.Include is null)
        {
            _problems.AddOnce(MappingProblemKind.CyclicGraph, type);
            return null;
        }

        if (_graph.HasTooManyEntries || _open.AreTooDeep)
        {
            _problems.AddOnce(MappingProblemKind.TooLarge, type);
            return null;
        }

        _open.Enter(type);
        var entries = _entries.Read(type, place with { Depth = place.Depth + 1, Opens = OpensNested }, key + _options.Separator);
        _open.Leave();
        return basis with { Form = ValueForm.Inline, Entries = new EquatableArray<EntryModel>(entries.Select(entry => entry.Model)) };
    }

    /// <summary>The index of an object, read when it is met for the first time.</summary>
    private int Object(ITypeSymbol type, PathNode? include, PathNode? exclude, int depth)
    {
        _cancellationToken.ThrowIfCancellationRequested();

        // Box<string> and Box<string?> are two: what is null in one is not in the other.
        type = TypeNames.NonNull(type);

        // What is flattened is written out level by level; what is nested is a method that is called again.
        var key = (type, include, exclude, _options is { NestedObjects: Nesting.Flatten, MaxDepth: > 0 } ? depth : 0);
        if (_graph.TryFind(key, out var known))
        {
            if (!_graph.IsComplete(known) && _options.MaxDepth == 0 && include is null)
            {
                _problems.AddOnce(MappingProblemKind.CyclicGraph, type);
            }

            return known;
        }

        if (_open.AreGrowing(type) && _options.MaxDepth == 0)
        {
            _problems.AddOnce(MappingProblemKind.CyclicGraph, type);
            return 0;
        }

        var index = _graph.Add(key);
        if (_graph.HasTooManyObjects || _open.AreTooDeep)
        {
            _problems.AddOnce(MappingProblemKind.TooLarge, type);
            return index;
        }

        _open.Enter(type);
        var entries = _entries.Read(type, new Place(include, exclude, depth, OpensNested, index), prefix: "");
        _open.Leave();
        _sameKeys.Report(entries);
        _graph.Complete(index, new ObjectModel
        {
            Type = TypeNames.OfNonNull(type),
            Name = TypeNames.Plain(type),
            IsReference = !type.IsValueType,
            Entries = new EquatableArray<EntryModel>(entries.Select(entry => entry.Model)),
        });
        return index;
    }
}
