using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Generators.Mapping;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>DICT304: a path that a mapper lists leads to no member that could be read.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT304UnknownMemberAnalyzer : MapperRuleAnalyzer
{
    /// <summary>The diagnostic property that holds the whole path as it should be, where one is near.</summary>
    internal const string CorrectedKey = "Corrected";

    /// <summary>Creates the rule.</summary>
    public DICT304UnknownMemberAnalyzer()
        : base(Descriptors.DICT304UnknownMember)
    {
    }

    private protected override IEnumerable<Diagnostic> Explain(IReadOnlyList<MappingProblem> problems, MapperContext context)
    {
        foreach (var problem in problems)
        {
            var fault = problem.Kind switch
            {
                MappingProblemKind.ListedMemberMissing when IsWhole(problem.Type) => $"'{MapperContext.Display(problem.Type)}' has no member '{problem.Name}'",
                MappingProblemKind.ListedMemberNotReadable => $"'{MapperContext.Display(problem.Type)}.{problem.Name}' cannot be read from here",
                MappingProblemKind.ListedPathTooLong => $"'{MapperContext.Display(problem.Type)}.{problem.Name}' is mapped as it is, and not looked into",
                _ => null,
            };
            if (fault is not null)
            {
                var nearest = problem.Kind is MappingProblemKind.ListedMemberMissing ? NearestName.Of(problem.Name, problem.Candidates) : null;
                var hint = nearest is null ? string.Empty : $" (is '{nearest}' meant?)";
                yield return Diagnostic.Create(
                    Descriptors.DICT304UnknownMember,
                    context.ArgumentOf(problem),
                    nearest is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(CorrectedKey, Corrected(problem, nearest)),
                    context.NameOf(problem),
                    problem.Text,
                    fault + hint,
                    MapperContext.ConsequenceOf(problem));
            }
        }
    }

    // A base that is not found may have it.
    private static bool IsWhole(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.TypeKind is TypeKind.Error)
            {
                return false;
            }
        }

        return type is not null && type.AllInterfaces.All(face => face.TypeKind is not TypeKind.Error);
    }

    private static string Corrected(MappingProblem problem, string name)
    {
        var parts = problem.Text.Split('.');
        parts[problem.Segment] = name;
        return string.Join(".", parts);
    }
}
