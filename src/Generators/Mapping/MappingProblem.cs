using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>Something wrong with a mapper, and where. The generator leaves out what it concerns; an analyzer explains it.</summary>
internal sealed class MappingProblem(MappingProblemKind kind, ISymbol subject)
{
    public MappingProblemKind Kind { get; } = kind;

    /// <summary>The method, or the mapper where it concerns all of it.</summary>
    public ISymbol Subject { get; } = subject;

    /// <summary>The member of the mapped type that it is about.</summary>
    public ISymbol? Member { get; init; }

    /// <summary>The other member, of two with the same key.</summary>
    public ISymbol? OtherMember { get; init; }

    /// <summary>The type that it is about: where a listed name was looked for, or what cannot be mapped.</summary>
    public ITypeSymbol? Type { get; init; }

    /// <summary>The attribute that says it.</summary>
    public AttributeData? Attribute { get; init; }

    /// <summary>The argument of the attribute, and which of its elements.</summary>
    public string? Argument { get; init; }

    /// <summary>The index of the element in an argument that is a list; -1 where it is none.</summary>
    public int Element { get; init; } = -1;

    /// <summary>The text that it is about: the path as it was listed, the key, the names that disagree.</summary>
    public string Text { get; init; } = "";

    /// <summary>Of a listed path the name in it that does not lead on; of a member the path that leads to it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Which name of a listed path it is about, counted from 0.</summary>
    public int Segment { get; init; }

    /// <summary>Of two members with the same key the path of the other.</summary>
    public string OtherName { get; init; } = "";

    /// <summary>Of a key that is taken or empty, how names become keys.</summary>
    public KeyCase Naming { get; init; }

    /// <summary>What could have been meant; of two members with the same key, the keys that are taken.</summary>
    public ImmutableArray<string> Candidates { get; set; } = [];

    /// <summary>Whether the method cannot be generated.</summary>
    public bool Blocks => Kind is not (MappingProblemKind.SensitiveMember or MappingProblemKind.MalformedName or MappingProblemKind.ConflictingNames);
}
