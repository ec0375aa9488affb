using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Generators.Mapping;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>DICT307: a mapper maps a member that is said to be sensitive, and nobody has listed it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT307SensitiveMemberAnalyzer : MapperRuleAnalyzer
{
    /// <summary>The diagnostic property that holds the paths of the sensitive members, a line each.</summary>
    internal const string PathsKey = "Paths";

    /// <summary>The diagnostic property that holds the paths of all that is mapped, a line each; empty where they cannot be listed.</summary>
    internal const string MappedKey = "Mapped";

    /// <summary>Creates the rule.</summary>
    public DICT307SensitiveMemberAnalyzer()
        : base(Descriptors.DICT307SensitiveMember)
    {
    }

    // One report of a method, whatever the number of its sensitive members: they stand at the same place.
    private protected override IEnumerable<Diagnostic> Explain(IReadOnlyList<MappingProblem> problems, MapperContext context)
    {
        var sensitive = problems.Where(problem => problem.Kind is MappingProblemKind.SensitiveMember).ToArray();

        // An object that is looked into is told by what is secret in it.
        var told = sensitive.Where(problem => !sensitive.Any(other => other.Name.StartsWith(problem.Name + ".", StringComparison.Ordinal))).ToArray();
        if (told.Length > 0)
        {
            var words = context.Words(told[0]);
            yield return Diagnostic.Create(
                Descriptors.DICT307SensitiveMember,
                context.PlaceOf(told[0]),
                ImmutableDictionary<string, string?>.Empty
                    .Add(PathsKey, string.Join("\n", told.Select(problem => problem.Name)))
                    .Add(MappedKey, string.Join("\n", context.MappedBy(told[0].Subject))),
                context.NameOf(told[0]),
                MapperContext.Enumerated(told.Select(problem => $"'{problem.Name}' (sensitive by {SensitiveMembers.SignOf(problem.Member!, words)})")));
        }
    }
}
