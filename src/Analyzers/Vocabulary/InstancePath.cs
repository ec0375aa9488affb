using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>
/// Which object an expression denotes: a root (<c>this</c>, a parameter, a local, a static member, a constant, an object
/// just created) and the members and elements that lead on from it. Two equal paths denote the same object as long as
/// nothing on the way is assigned in between; where an expression has no path, nothing is known of it.
/// </summary>
internal sealed class InstancePath : IEquatable<InstancePath>
{
    // Longer chains are not worth telling apart, and a bound keeps recursive structures finite.
    private const int MaximumLength = 8;

    private InstancePath(PathRoot root, ImmutableArray<PathSegment> segments)
    {
        Root = root;
        Segments = segments;
    }

    /// <summary>The current instance.</summary>
    public static InstancePath This { get; } = new(new PathRoot(PathRootKind.This, null, null), []);

    /// <summary>Static members start here.</summary>
    public static InstancePath Static { get; } = new(new PathRoot(PathRootKind.Static, null, null), []);

    public PathRoot Root { get; }

    public ImmutableArray<PathSegment> Segments { get; }

    /// <summary>The field or property that the path ends in, if it ends in one.</summary>
    public ISymbol? LastMember => Segments.IsEmpty ? null : Segments[Segments.Length - 1].Member;

    /// <summary>The symbol that names the object: the last member, or the parameter or local at the root.</summary>
    public ISymbol? NamingSymbol => LastMember ?? (Segments.IsEmpty ? Root.Symbol : null);

    /// <summary>The parameters and locals that the path depends on: at its root and in its keys.</summary>
    public IEnumerable<ISymbol> Variables =>
        (Root.Symbol is { } variable ? new[] { variable } : []).Concat(Segments.SelectMany(segment => segment.Key?.Variables ?? []));

    public static InstancePath OfSymbol(ISymbol symbol) =>
        new(new PathRoot(PathRootKind.Symbol, symbol.OriginalDefinition, null), []);

    public static InstancePath OfConstant(object? value) => new(new PathRoot(PathRootKind.Constant, null, value), []);

    public static InstancePath OfCreation(SyntaxNode creation) => new(new PathRoot(PathRootKind.Creation, null, creation), []);

    /// <summary>The object in <paramref name="member"/>; null when the path gets too long.</summary>
    public InstancePath? Then(ISymbol member) => Then(new PathSegment(member.OriginalDefinition, null));

    /// <summary>The element under <paramref name="key"/>; null when the path gets too long.</summary>
    public InstancePath? ThenElement(InstancePath key) => Then(new PathSegment(null, key));

    /// <summary>Whether <paramref name="prefix"/> is this path or the beginning of it.</summary>
    public bool StartsWith(InstancePath prefix) =>
        Root.Equals(prefix.Root)
        && Segments.Length >= prefix.Segments.Length
        && Segments.Take(prefix.Segments.Length).SequenceEqual(prefix.Segments);

    /// <summary>The path without its last segment; null for a root.</summary>
    public InstancePath? Parent() => Segments.IsEmpty ? null : new InstancePath(Root, Segments.RemoveAt(Segments.Length - 1));

    /// <summary>The same path with <paramref name="prefix"/>, which it must start with, replaced by <paramref name="replacement"/>.</summary>
    public InstancePath? Rebased(InstancePath prefix, InstancePath replacement)
    {
        InstancePath? result = replacement;
        foreach (var segment in Segments.Skip(prefix.Segments.Length))
        {
            result = result?.Then(segment);
        }

        return result;
    }

    /// <summary>
    /// The path as seen from a caller: its root, and the roots of keys in it, replaced by what <paramref name="translate"/>
    /// says. Null where that is not known.
    /// </summary>
    public InstancePath? Translated(Func<PathRoot, InstancePath?> translate) =>
        TranslatedAfter(0, Root.Kind is PathRootKind.Static or PathRootKind.Constant ? new InstancePath(Root, []) : translate(Root), translate);

    /// <summary>
    /// The path as seen from a caller, where its first <paramref name="known"/> segments together are
    /// <paramref name="start"/> there.
    /// </summary>
    public InstancePath? TranslatedAfter(int known, InstancePath? start, Func<PathRoot, InstancePath?> translate)
    {
        var result = start;
        foreach (var segment in Segments.Skip(known))
        {
            if (segment.Key is null)
            {
                result = result?.Then(segment);
            }
            else
            {
                result = segment.Key.Translated(translate) is { } key ? result?.ThenElement(key) : null;
            }
        }

        return result;
    }

    public bool Equals(InstancePath? other) =>
        other is not null && Root.Equals(other.Root) && Segments.SequenceEqual(other.Segments);

    public override bool Equals(object? obj) => Equals(obj as InstancePath);

    public override int GetHashCode() =>
        Segments.Aggregate(Root.GetHashCode(), (hash, segment) => unchecked((hash * 31) + segment.GetHashCode()));

    public override string ToString() =>
        Root + string.Concat(Segments.Select(segment => segment.Key is null ? "." + segment.Member?.Name : $"[{segment.Key}]"));

    private InstancePath? Then(PathSegment segment) =>
        Segments.Length == MaximumLength ? null : new InstancePath(Root, Segments.Add(segment));
}
