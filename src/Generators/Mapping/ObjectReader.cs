using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>
/// Which entries does an object become under the options of one method? It goes from the source through all objects that
/// are nested in it, and notes on the way what cannot be mapped.
/// </summary>
internal sealed class ObjectReader(
    ISymbol method,
    SourceMembers sourceMembers,
    MapperOptions options,
    DictionaryModel dictionary,
    ITypeSymbol? valueType,
    Func<ISymbol, bool>? isSensitive,
    CancellationToken cancellationToken,
    ConstructionReader? construction = null)
{
    /// <summary>So many entries and objects that nobody can have meant it.</summary>
    private const int Limit = 4096;

    /// <summary>Objects in objects, so deep that nobody can have meant it.</summary>
    private const int DepthLimit = 128;

    /// <summary>Generic types that are written out are nested less deep in themselves than this.</summary>
    private const int MostOfOneKind = 8;

    private readonly List<MappingProblem> _problems = [];
    private readonly List<ObjectModel?> _objects = [];
    private readonly List<List<int>> _references = [];
    private readonly Dictionary<(ITypeSymbol Type, PathNode? Include, PathNode? Exclude, int Depth), int> _indexes = new(Keys.Instance);
    private readonly HashSet<ISymbol> _judged = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _noted = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _suppressed = new(StringComparer.Ordinal);
    private readonly List<ITypeSymbol> _open = [];
    private readonly List<string> _path = [];
    private int _entries;

    public IReadOnlyList<MappingProblem> Problems => _problems;

    /// <summary>The ids of experimental members that are read.</summary>
    public IEnumerable<string> Suppressed
    {
        get
        {
            foreach (var constructor in construction?.Chosen ?? [])
            {
                NoteExperimental(constructor);
            }

            return _suppressed.OrderBy(id => id, StringComparer.Ordinal);
        }
    }

    /// <summary>The source and all that is nested in it.</summary>
    public EquatableArray<ObjectModel> Read(ITypeSymbol source, PathNode? include, PathNode? exclude)
    {
        Object(source, include, exclude, depth: 1, options.NestedObjects != Nesting.Keep);
        return new EquatableArray<ObjectModel>(_objects.Select(model => model ?? new ObjectModel()));
    }

    /// <summary>Whether a generic type leads to ever larger ones of its kind, <c>Node&lt;T&gt;</c> to <c>Node&lt;List&lt;T&gt;&gt;</c>: it is cyclic though no type comes again.</summary>
    private bool IsGrowing(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsGenericType: true }
        && _open.Count(open => SymbolEqualityComparer.Default.Equals(open.OriginalDefinition, type.OriginalDefinition) && !SymbolEqualityComparer.Default.Equals(open, type))
            > Math.Max(MostOfOneKind, options.MaxDepth);

    /// <summary>Whether objects can lie deeper than <paramref name="maxDepth"/>.</summary>
    public bool CanBeDeeperThan(int maxDepth) => LongestFrom(0, new int[_objects.Count]) > maxDepth;

    private int LongestFrom(int index, int[] known)
    {
        // -1: on the way; a way back to it is endless.
        if (known[index] != 0)
        {
            return known[index] < 0 ? int.MaxValue : known[index];
        }

        known[index] = -1;
        var longest = 1;
        foreach (var next in _references[index])
        {
            var below = LongestFrom(next, known);
            longest = Math.Max(longest, below == int.MaxValue ? below : below + 1);
        }

        return known[index] = longest;
    }

    /// <summary>The index of an object, read when it is met for the first time.</summary>
    private int Object(ITypeSymbol type, PathNode? include, PathNode? exclude, int depth, bool opens)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // Box<string> and Box<string?> are two: what is null in one is not in the other.
        type = TypeNames.NonNull(type);

        // What is flattened is written out level by level; what is nested is a method that is called again.
        var key = (type, include, exclude, options is { NestedObjects: Nesting.Flatten, MaxDepth: > 0 } ? depth : 0);
        if (_indexes.TryGetValue(key, out var known))
        {
            if (_objects[known] is null && options.MaxDepth == 0 && include is null)
            {
                ReportCycle(type);
            }

            return known;
        }

        var index = _objects.Count;
        if (IsGrowing(type) && options.MaxDepth == 0)
        {
            ReportCycle(type);
            return 0;
        }

        _indexes.Add(key, index);
        _objects.Add(null);
        _references.Add([]);
        if (index >= Limit || _open.Count >= DepthLimit)
        {
            ReportOnce(MappingProblemKind.TooLarge, type);
            return index;
        }

        _open.Add(type);
        var entries = Entries(type, include, exclude, depth, opens, prefix: "", index);
        _open.RemoveAt(_open.Count - 1);
        ReportSameKeys(entries);
        _objects[index] = new ObjectModel
        {
            Type = TypeNames.OfNonNull(type),
            Name = TypeNames.Plain(type),
            IsReference = !type.IsValueType,
            Entries = new EquatableArray<EntryModel>(entries.Select(entry => entry.Model)),
        };
        return index;
    }

    private List<(EntryModel Model, SourceMember Member)> Entries(
        ITypeSymbol type, PathNode? include, PathNode? exclude, int depth, bool opens, string prefix, int owner)
    {
        var entries = new List<(EntryModel, SourceMember)>();
        foreach (var member in sourceMembers.Of(type))
        {
            var names = MemberNames.Of(member.Symbol);
            var listed = include?.Child(member.Name);
            var unlisted = exclude?.Child(member.Name);
            if (unlisted is { Ends.Count: > 0 })
            {
                // A method may leave out something of what its class lists.
                Found(unlisted);
                foreach (var path in listed?.All() ?? [])
                {
                    path.IsFound = true;
                }

                continue;
            }

            var isMapped = include is null
                ? names.OwnKey is not null || (member.IsByDefault && !(construction is null ? names.IsIgnored : names.IsIgnoredWhenRead))
                : listed is not null;
            if (!isMapped)
            {
                continue;
            }

            if (listed is not null)
            {
                Found(listed);
            }

            if (include is null && names.Contradiction(method, member.Symbol) is { } contradiction)
            {
                _problems.Add(contradiction);
            }

            _path.Add(member.Name);
            if (Entry(member, names, listed, unlisted, depth, opens, prefix, owner) is { } entry)
            {
                entries.Add((entry, member));
                if (entry.Value.Form != ValueForm.Inline && include is null && names.OwnKey is null && isSensitive?.Invoke(member.Symbol) == true && _judged.Add(member.Symbol))
                {
                    _problems.Add(new MappingProblem(MappingProblemKind.SensitiveMember, method) { Member = member.Symbol, Type = type, Name = string.Join(".", _path), Text = entry.Key });
                }
            }

            _path.RemoveAt(_path.Count - 1);
        }

        Explain(include, type, exclude: false);
        Explain(exclude, type, exclude: true);
        return construction is null ? entries : construction.Complete(type, entries, member => include is not null || MemberNames.Of(member.Symbol).OwnKey is not null, _path, _problems) ?? entries;
    }

    private EntryModel? Entry(
        SourceMember member, MemberNames names, PathNode? listed, PathNode? unlisted, int depth, bool opens, string prefix, int owner)
    {
        // A listed path ends at its member, which then is mapped whole; one that leads on opens the member, whatever becomes of nested objects else.
        var include = listed is { Ends.Count: 0 } ? listed : null;
        var opensMember = opens || include is not null;
        var isWanted = listed is not null || names.OwnKey is not null;
        if (TypeShapes.IsUnstorable(member.Type))
        {
            _problems.Add(new MappingProblem(MappingProblemKind.MemberNotStorable, method) { Member = member.Symbol, Type = member.Type, Name = string.Join(".", _path) });
            return null;
        }

        _problems.AddRange(names.Problems(method, member.Symbol));
        var given = names.Given();
        var ownKey = given?.Key ?? KeyNames.Apply(options.KeyNaming, member.Name);
        if (ownKey.Length == 0)
        {
            _problems.Add(new MappingProblem(MappingProblemKind.EmptyKey, method) { Member = member.Symbol, Attribute = given?.Attribute, Name = string.Join(".", _path), Naming = options.KeyNaming });
            return null;
        }

        var key = prefix + ownKey;
        var value = Value(member, include, unlisted, depth, opensMember, isWanted, key, owner);
        if (value is null || (value.Form == ValueForm.Cut && !options.ThrowsAtMaxDepth && options.OmitsNulls))
        {
            return null;
        }

        NoteExperimental(member);
        if (value.Form != ValueForm.Inline && ++_entries > Limit)
        {
            ReportOnce(MappingProblemKind.TooLarge, member.Type);
            return null;
        }

        return new EntryModel
        {
            Name = member.Name,
            Read = TypeNames.Identifier(member.Name),
            Cast = member.Cast is null ? null : TypeNames.OfNonNull(member.Cast),
            Key = value.Form == ValueForm.Inline ? "" : key,
            OmitsNull = names.OmitsNull,
            Value = value,
        };
    }

    private ValueModel? Value(
        SourceMember member, PathNode? include, PathNode? exclude, int depth, bool opens, bool isWanted, string key, int owner)
    {
        var declared = member.Type;
        var type = TypeShapes.Underlying(declared);
        var basis = Basis(declared);
        if (!basis.CanBeNull && !basis.IsValueType && member.CanBeNull)
        {
            basis = basis with { CanBeNull = true };
        }
        if (opens && TypeShapes.IsObject(type) && !IsOnlyText(type) && sourceMembers.Of(type).Any(found => include is not null || found.IsByDefault))
        {
            if (dictionary.Values == DictionaryValues.Objects && options.NestedObjects == Nesting.Nest)
            {
                return Nested(basis, type, include, exclude, depth + 1, owner);
            }

            return Inline(basis, type, include, exclude, depth + 1, key, owner);
        }

        if (dictionary.Values == DictionaryValues.Objects)
        {
            return Converted(basis, type, include, exclude, depth, opens, owner);
        }

        return dictionary.Values == DictionaryValues.Text ? AsText(member, basis, type) : AsTyped(member, basis, declared, isWanted);
    }

    /// <summary>What every value says, whatever its form.</summary>
    private static ValueModel Basis(ITypeSymbol declared)
    {
        var type = TypeShapes.Underlying(declared);
        var isNullableStruct = !SymbolEqualityComparer.Default.Equals(type, declared);
        return new ValueModel
        {
            Type = TypeNames.OfNonNull(type),
            Scalar = Scalars.KindOf(type),
            IsValueType = type.IsValueType,
            IsNullableStruct = isNullableStruct,
            IsOpen = type is { TypeKind: TypeKind.TypeParameter, IsReferenceType: false, IsValueType: false },
            CanBeNull = isNullableStruct || (!type.IsValueType && declared.NullableAnnotation != NullableAnnotation.NotAnnotated) || type is ITypeParameterSymbol { IsValueType: false },
            Enum = Enums.Of(type),
        };
    }

    private ValueModel Nested(ValueModel basis, ITypeSymbol type, PathNode? include, PathNode? exclude, int depth, int owner)
    {
        if (options.MaxDepth > 0 && IsGrowing(type))
        {
            return basis with { Form = ValueForm.Cut };
        }

        var nested = Object(type, include, exclude, depth, opens: options.NestedObjects != Nesting.Keep);
        _references[owner].Add(nested);
        return basis with { Form = ValueForm.Object, Object = nested };
    }

    private ValueModel? Inline(ValueModel basis, ITypeSymbol type, PathNode? include, PathNode? exclude, int depth, string key, int owner)
    {
        if (options.MaxDepth > 0 && depth > options.MaxDepth)
        {
            return dictionary.Values == DictionaryValues.Objects || options.ThrowsAtMaxDepth || dictionary.AllowsNull ? basis with { Form = ValueForm.Cut } : null;
        }

        if ((_open.Contains(type, SymbolEqualityComparer.Default) || IsGrowing(type)) && options.MaxDepth == 0 && include is null)
        {
            ReportCycle(type);
            return null;
        }

        if (_entries > Limit || _open.Count >= DepthLimit)
        {
            ReportOnce(MappingProblemKind.TooLarge, type);
            return null;
        }

        _open.Add(type);
        var entries = Entries(type, include, exclude, depth, options.NestedObjects != Nesting.Keep, key + options.Separator, owner);
        _open.RemoveAt(_open.Count - 1);
        return basis with { Form = ValueForm.Inline, Entries = new EquatableArray<EntryModel>(entries.Select(entry => entry.Model)) };
    }

    /// <summary>The form of a value in a dictionary of objects: element by element where an object is nested in it, else as it is.</summary>
    private ValueModel Converted(ValueModel basis, ITypeSymbol type, PathNode? include, PathNode? exclude, int depth, bool opens, int owner)
    {
        if (basis.Enum is not null)
        {
            return basis with
            {
                Form = options.EnumValues switch
                {
                    EnumForm.Name => ValueForm.EnumName,
                    EnumForm.Number => ValueForm.EnumNumber,
                    _ => ValueForm.AsIs,
                },
            };
        }

        if (!opens || type.TypeKind == TypeKind.TypeParameter)
        {
            return basis;
        }

        if (TypeShapes.MapTypes(type) is { } map)
        {
            var keyBasis = Basis(map.Key);
            var value = Element(map.Value, include, exclude, depth, owner);
            return value is { Form: ValueForm.Cut } && !options.ThrowsAtMaxDepth ? basis with { Form = ValueForm.Cut }
                : value is null || keyBasis.Scalar == ScalarKind.None || keyBasis.IsNullableStruct
                ? basis
                : basis with { Form = ValueForm.Map, MapKey = FromText(keyBasis, map.Key, member: null) with { Form = ValueForm.Text }, Element = value, Count = TypeShapes.CountOf(type), WalkedAs = TypeShapes.WalkedAs(type), Build = Build(type) };
        }

        if (TypeShapes.ElementType(type) is not { } elementType || Element(elementType, include, exclude, depth, owner) is not { } element)
        {
            return basis;
        }

        // Where the elements lie too deep there is nothing to make a list of; to throw, each has to be looked at.
        return element.Form == ValueForm.Cut && !options.ThrowsAtMaxDepth
            ? basis with { Form = ValueForm.Cut }
            : basis with { Form = ValueForm.Sequence, Element = element, Count = TypeShapes.CountOf(type), WalkedAs = TypeShapes.WalkedAs(type), Build = Build(type) };
    }

    /// <summary>On the way back: how a collection is made of a list or dictionary.</summary>
    private string Build(ITypeSymbol type)
    {
        if (construction is null)
        {
            return "";
        }

        var build = TypeShapes.BuildOf(type);
        if (build.Length == 0)
        {
            _problems.Add(new MappingProblem(MappingProblemKind.MemberNotRestorable, method) { Type = type, Name = string.Join(".", _path) });
        }

        return build;
    }

    /// <summary>On the way back: whether a value that was written in a form of its own says how that is read.</summary>
    private ValueModel FromText(ValueModel basis, ITypeSymbol type, ISymbol? member)
    {
        if (construction is null || basis.Scalar is not (ScalarKind.Formattable or ScalarKind.Printable))
        {
            return basis;
        }

        var isParsable = sourceMembers.CanParse(type);
        if (!isParsable)
        {
            _problems.Add(new MappingProblem(MappingProblemKind.MemberNotRestorable, method) { Member = member, Type = type, Name = string.Join(".", _path) });
        }

        return basis with { IsParsable = isParsable };
    }

    /// <summary>The form of an element, null when it is stored as it is and the whole collection can be.</summary>
    private ValueModel? Element(ITypeSymbol declared, PathNode? include, PathNode? exclude, int depth, int owner)
    {
        var type = TypeShapes.Underlying(declared);
        var basis = Basis(declared);
        if (TypeShapes.IsObject(type) && sourceMembers.Of(type).Any(found => include is not null || found.IsByDefault))
        {
            if (options.MaxDepth > 0 && depth + 1 > options.MaxDepth && options.NestedObjects == Nesting.Flatten)
            {
                return basis with { Form = ValueForm.Cut };
            }

            return Nested(basis, type, include, exclude, depth + 1, owner);
        }

        var converted = Converted(basis, type, include, exclude, depth, opens: true, owner);
        return converted.Form is ValueForm.Sequence or ValueForm.Map or ValueForm.Cut ? converted : null;
    }

    private ValueModel? AsText(SourceMember member, ValueModel basis, ITypeSymbol type)
    {
        if (basis.Scalar == ScalarKind.None)
        {
            _problems.Add(new MappingProblem(MappingProblemKind.MemberWithoutText, method) { Member = member.Symbol, Type = type, Name = string.Join(".", _path) });
            return null;
        }

        return FromText(basis, type, member.Symbol) with { Form = basis.Enum is not null ? options.EnumValues == EnumForm.Number ? ValueForm.EnumNumber : ValueForm.EnumName : ValueForm.Text };
    }

    private ValueModel? AsTyped(SourceMember member, ValueModel basis, ITypeSymbol declared, bool isWanted)
    {
        if (Fits(declared) || (basis.IsNullableStruct && Fits(TypeShapes.Underlying(declared))))
        {
            return basis;
        }

        if (isWanted)
        {
            _problems.Add(new MappingProblem(MappingProblemKind.MemberOfOtherType, method) { Member = member.Symbol, Type = declared, Name = string.Join(".", _path) });
        }

        return null;
    }

    private bool Fits(ITypeSymbol type) =>
        (valueType is not null && sourceMembers.IsSame(type, valueType))
        || (valueType is { IsReferenceType: true } && type.IsReferenceType && (type.AllInterfaces.Contains(valueType, SymbolEqualityComparer.Default) || DerivesFrom(type, valueType)))
        || (valueType is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && SymbolEqualityComparer.Default.Equals(nullable.TypeArguments[0], type));

    private static bool DerivesFrom(ITypeSymbol type, ITypeSymbol other)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an object in a dictionary of text is written whole, as its type says how.</summary>
    private bool IsOnlyText(ITypeSymbol type) => dictionary.Values == DictionaryValues.Text && Scalars.KindOf(type) is ScalarKind.Formattable;

    /// <summary>The paths that end here were found, and those that lead on from where one ends say nothing that it does not.</summary>
    private static void Found(PathNode node)
    {
        foreach (var path in node.Ends.Count > 0 ? node.All() : node.Ends)
        {
            path.IsFound = true;
        }
    }

    /// <summary>Why did the listed names of this type lead to nothing?</summary>
    private void Explain(PathNode? listed, ITypeSymbol type, bool exclude)
    {
        if (listed is null)
        {
            return;
        }

        foreach (var name in listed.Names)
        {
            var node = listed.Child(name)!;
            var readable = sourceMembers.Of(type);
            var member = readable.FirstOrDefault(found => found.Name == name);
            var kind = member is not null ? MappingProblemKind.ListedPathTooLong
                : AllMembers(type).Any(found => found.Name == name && found is IPropertySymbol or IFieldSymbol) ? MappingProblemKind.ListedMemberNotReadable
                : MappingProblemKind.ListedMemberMissing;
            foreach (var path in node.All().Where(path => !path.IsFound && path.Failure is null))
            {
                path.Failure = new MappingProblem(kind, method)
                {
                    Type = type,
                    Member = member?.Symbol,
                    Attribute = path.Attribute,
                    Argument = path.Argument,
                    Element = path.Element,
                    Text = path.Text,
                    Name = name,
                    Segment = _path.Count,
                    Candidates = [.. readable.Where(found => !exclude || found.IsByDefault).Select(found => found.Name)],
                };
            }
        }
    }

    private static IEnumerable<ISymbol> AllMembers(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                yield return member;
            }
        }
    }

    private void ReportSameKeys(List<(EntryModel Model, SourceMember Member)> entries)
    {
        var owners = new Dictionary<string, (SourceMember Member, string Path)>(StringComparer.Ordinal);
        var clashes = new List<MappingProblem>();
        foreach (var (model, member) in entries)
        {
            CollectSameKeys(model, member, string.Join(".", _path.Append(model.Name)), owners, clashes);
        }

        foreach (var clash in clashes)
        {
            clash.Candidates = [.. owners.Keys];
        }

        _problems.AddRange(clashes);
    }

    private void CollectSameKeys(
        EntryModel entry, SourceMember member, string path, Dictionary<string, (SourceMember Member, string Path)> owners, List<MappingProblem> clashes)
    {
        if (entry.Value.Form == ValueForm.Inline)
        {
            foreach (var inner in entry.Value.Entries)
            {
                CollectSameKeys(inner, member, path + "." + inner.Name, owners, clashes);
            }
        }
        else if (!owners.TryGetValue(entry.Key, out var other))
        {
            owners.Add(entry.Key, (member, path));
        }
        else
        {
            clashes.Add(new MappingProblem(MappingProblemKind.SameKey, method) { Member = member.Symbol, OtherMember = other.Member.Symbol, Text = entry.Key, Name = path, OtherName = other.Path, Naming = options.KeyNaming });
        }
    }

    private void ReportCycle(ITypeSymbol type)
    {
        if (_problems.Any(problem => problem.Kind == MappingProblemKind.CyclicGraph))
        {
            return;
        }

        _problems.Add(new MappingProblem(MappingProblemKind.CyclicGraph, method) { Type = type, Name = string.Join(".", _path) });
    }

    private void ReportOnce(MappingProblemKind kind, ITypeSymbol type)
    {
        if (!_problems.Any(problem => problem.Kind == kind))
        {
            _problems.Add(new MappingProblem(kind, method) { Type = type, Name = string.Join(".", _path) });
        }
    }

    private void NoteExperimental(SourceMember member)
    {
        NoteExperimental(member.Symbol);
        NoteExperimental(member.Type);
        if (member.Symbol is IPropertySymbol property)
        {
            NoteExperimental(property.GetMethod);
            NoteExperimental(construction is null ? null : SourceMembers.SetterOf(property));
        }
    }

    /// <summary>A symbol, what it stands in, and what its type is made of.</summary>
    private void NoteExperimental(ISymbol? symbol)
    {
        if (symbol is null or INamespaceSymbol || !_noted.Add(symbol))
        {
            return;
        }

        if (KnownAttributes.Find(symbol, KnownAttributes.Experimental) is { ConstructorArguments: [{ Value: string id }, ..] })
        {
            _suppressed.Add(id);
        }

        NoteExperimental(symbol.ContainingType);
        NoteExperimental((symbol as ITypeSymbol)?.ContainingAssembly);
        NoteExperimental((symbol as IArrayTypeSymbol)?.ElementType);
        foreach (var argument in (symbol as INamedTypeSymbol)?.TypeArguments ?? [])
        {
            NoteExperimental(argument);
        }
    }

    /// <summary>Objects are the same when their type is, and the same paths are listed below them.</summary>
    private sealed class Keys : IEqualityComparer<(ITypeSymbol Type, PathNode? Include, PathNode? Exclude, int Depth)>
    {
        public static readonly Keys Instance = new();

        public bool Equals((ITypeSymbol Type, PathNode? Include, PathNode? Exclude, int Depth) x, (ITypeSymbol Type, PathNode? Include, PathNode? Exclude, int Depth) y) =>
            x.Depth == y.Depth && x.Include == y.Include && x.Exclude == y.Exclude && SymbolEqualityComparer.IncludeNullability.Equals(x.Type, y.Type);

        public int GetHashCode((ITypeSymbol Type, PathNode? Include, PathNode? Exclude, int Depth) key) =>
            unchecked((SymbolEqualityComparer.IncludeNullability.GetHashCode(key.Type) * 31) + key.Depth);
    }
}
