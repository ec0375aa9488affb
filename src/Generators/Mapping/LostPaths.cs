using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>Why did listed paths lead to no member?</summary>
internal sealed class LostPaths(ISymbol method, SourceMembers sourceMembers, MappingProblems problems)
{
    /// <summary>Notes on the listed names of this type why they lead to nothing. All its members were looked at before.</summary>
    public void Explain(PathNode? listed, ITypeSymbol type, bool exclude)
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
                    Segment = problems.PathLength,
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
}
