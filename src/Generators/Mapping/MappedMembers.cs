using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>Which members of an object are mapped: those that are listed, else all that are by default, without those that are left out?</summary>
internal sealed class MappedMembers(ISymbol method, SourceMembers sourceMembers, bool readsBack, MappingProblems problems)
{
    /// <summary>One after the other: what is found in a member is noted before the next one is looked at.</summary>
    public IEnumerable<MappedMember> Of(ITypeSymbol type, PathNode? include, PathNode? exclude)
    {
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
                ? names.OwnKey is not null || (member.IsByDefault && !(readsBack ? names.IsIgnoredWhenRead : names.IsIgnored))
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
                problems.Add(contradiction);
            }

            yield return new MappedMember(member, names, listed, unlisted);
        }
    }

    /// <summary>The paths that end here were found, and those that lead on from where one ends say nothing that it does not.</summary>
    private static void Found(PathNode node)
    {
        foreach (var path in node.Ends.Count > 0 ? node.All() : node.Ends)
        {
            path.IsFound = true;
        }
    }
}
