using System;
using System.Collections.Generic;
using DictionaryAnalyzers.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>Which entries do the members of one object become: under which key, and with what value?</summary>
internal sealed class EntriesReader(
    ISymbol method,
    SourceMembers sourceMembers,
    MapperOptions options,
    ValueReader values,
    ObjectGraph graph,
    ExperimentalMembers experimental,
    Func<ISymbol, bool>? isSensitive,
    ConstructionReader? construction,
    MappingProblems problems)
{
    private readonly MappedMembers _members = new(method, sourceMembers, construction is not null, problems);
    private readonly LostPaths _lost = new(method, sourceMembers, problems);
    private readonly HashSet<ISymbol> _judged = new(SymbolEqualityComparer.Default);

    public List<(EntryModel Model, SourceMember Member)> Read(ITypeSymbol type, Place place, string prefix)
    {
        var entries = new List<(EntryModel, SourceMember)>();
        foreach (var member in _members.Of(type, place.Include, place.Exclude))
        {
            problems.Enter(member.Source.Name);
            if (Entry(member, place, prefix) is { } entry)
            {
                entries.Add((entry, member.Source));
                if (entry.Value.Form != ValueForm.Inline && place.Include is null)
                {
                    JudgeSecret(member, type, entry.Key);
                }
            }

            problems.Leave();
        }

        _lost.Explain(place.Include, type, exclude: false);
        _lost.Explain(place.Exclude, type, exclude: true);
        return construction?.Complete(type, entries, member => place.Include is not null || MemberNames.Of(member.Symbol).OwnKey is not null, problems) ?? entries;
    }

    private EntryModel? Entry(MappedMember mapped, Place place, string prefix)
    {
        var (member, names, listed, unlisted) = mapped;

        // The compiler says what is wrong with it, and that is enough.
        if (TypeShapes.IsBroken(member.Type))
        {
            return null;
        }

        if (TypeShapes.IsUnstorable(member.Type))
        {
            problems.AddHere(MappingProblemKind.MemberNotStorable, member.Type, member.Symbol);
            return null;
        }

        problems.AddRange(names.Problems(method, member.Symbol));
        if (Key(member, names) is not { } ownKey)
        {
            return null;
        }

        // A listed path ends at its member, which then is mapped whole; one that leads on opens the member, whatever becomes of nested objects else.
        var include = listed is { Ends.Count: 0 } ? listed : null;
        var within = place with { Include = include, Exclude = unlisted, Opens = place.Opens || include is not null };
        var key = prefix + ownKey;
        var value = values.Read(member, within, isWanted: listed is not null || names.OwnKey is not null, key);
        if (value is null || (value.Form == ValueForm.Cut && !options.ThrowsAtMaxDepth && options.OmitsNulls))
        {
            return null;
        }

        if (IsWritten(value, member) && !sourceMembers.CanName(member.Type))
        {
            problems.AddHere(MappingProblemKind.TypeOfAlias, member.Type, member.Symbol);
            return null;
        }

        experimental.Note(member);
        if (value.Form != ValueForm.Inline)
        {
            graph.CountEntry();
            if (graph.HasTooManyEntries)
            {
                problems.AddOnce(MappingProblemKind.TooLarge, member.Type);
                return null;
            }
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

    /// <summary>Whether generated code writes down the type of a value.</summary>
    private bool IsWritten(ValueModel value, SourceMember member) =>
        construction is not null || value.Form is ValueForm.Object or ValueForm.Sequence or ValueForm.Map || value.Enum is not null || member.Cast is not null;

    /// <summary>The key that an attribute gives, else what the naming makes of the name; null, and a problem, where it is empty.</summary>
    private string? Key(SourceMember member, MemberNames names)
    {
        var given = names.Given();
        var key = given?.Key ?? KeyNames.Apply(options.KeyNaming, member.Name);
        if (key.Length > 0)
        {
            return key;
        }

        problems.Add(new MappingProblem(MappingProblemKind.EmptyKey, method) { Member = member.Symbol, Attribute = given?.Attribute, Name = problems.Path, Naming = options.KeyNaming });
        return null;
    }

    /// <summary>Notes a secret that nobody asked for by name.</summary>
    private void JudgeSecret(MappedMember member, ITypeSymbol type, string key)
    {
        var symbol = member.Source.Symbol;
        if (member.Names.OwnKey is null && isSensitive?.Invoke(symbol) == true && _judged.Add(symbol))
        {
            problems.Add(new MappingProblem(MappingProblemKind.SensitiveMember, method) { Member = symbol, Type = type, Name = problems.Path, Text = key });
        }
    }
}
