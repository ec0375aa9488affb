using System;
using System.Collections.Generic;
using DictionaryAnalyzers.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>Which members of an object, and of the objects that are flattened into it, get the same key?</summary>
internal sealed class SameKeys(ISymbol method, KeyCase naming, MappingProblems problems)
{
    public void Report(IEnumerable<(EntryModel Model, SourceMember Member)> entries)
    {
        var owners = new Dictionary<string, (SourceMember Member, string Path)>(StringComparer.Ordinal);
        var clashes = new List<MappingProblem>();
        foreach (var (model, member) in entries)
        {
            Collect(model, member, problems.PathTo(model.Name), owners, clashes);
        }

        foreach (var clash in clashes)
        {
            clash.Candidates = [.. owners.Keys];
        }

        problems.AddRange(clashes);
    }

    private void Collect(
        EntryModel entry, SourceMember member, string path, Dictionary<string, (SourceMember Member, string Path)> owners, List<MappingProblem> clashes)
    {
        if (entry.Value.Form == ValueForm.Inline)
        {
            foreach (var inner in entry.Value.Entries)
            {
                Collect(inner, member, path + "." + inner.Name, owners, clashes);
            }
        }
        else if (!owners.TryGetValue(entry.Key, out var other))
        {
            owners.Add(entry.Key, (member, path));
        }
        else
        {
            clashes.Add(new MappingProblem(MappingProblemKind.SameKey, method) { Member = member.Symbol, OtherMember = other.Member.Symbol, Text = entry.Key, Name = path, OtherName = other.Path, Naming = naming });
        }
    }
}
