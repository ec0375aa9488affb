using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Generators.Mapping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>DICT305: two members that a mapper maps have the same key, or one has an empty key.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT305ClashingKeyAnalyzer : MapperRuleAnalyzer
{
    /// <summary>The diagnostic property that holds the paths of the members that would have to go, a line each.</summary>
    internal const string PathsKey = "Paths";

    /// <summary>The diagnostic property that holds a key for each of them that no other member has, a line each; none where one of them has no key of its own.</summary>
    internal const string KeysKey = "Keys";

    /// <summary>Creates the rule.</summary>
    public DICT305ClashingKeyAnalyzer()
        : base(Descriptors.DICT305ClashingKey)
    {
    }

    // One report of a method, whatever the number of its clashes: they stand at the same place.
    private protected override IEnumerable<Diagnostic> Explain(IReadOnlyList<MappingProblem> problems, MapperContext context)
    {
        var faulty = problems.Where(problem => problem.Kind is MappingProblemKind.SameKey or MappingProblemKind.EmptyKey).ToArray();
        if (faulty.Length > 0)
        {
            // A flattened member has its key from those around it too.
            var own = faulty.Where(problem => problem.Name == problem.Member?.Name && context.DeclarationOf(problem) is not null).ToArray();
            yield return Diagnostic.Create(
                Descriptors.DICT305ClashingKey,
                context.PlaceOf(faulty[0]),
                own.Select(problem => context.DeclarationOf(problem)!),
                ImmutableDictionary<string, string?>.Empty
                    .Add(PathsKey, string.Join("\n", faulty.Select(problem => problem.Name)))
                    .Add(KeysKey, own.Length == faulty.Length ? string.Join("\n", FreeKeys(own)) : null),
                context.NameOf(faulty[0]),
                MapperContext.Enumerated(faulty.Select(Fault)),
                MapperContext.ConsequenceOf(faulty[0]));
        }
    }

    // The name of a member, where that is free, or the name with a number.
    private static IEnumerable<string> FreeKeys(IReadOnlyCollection<MappingProblem> problems)
    {
        var taken = new HashSet<string>(problems.SelectMany(problem => problem.Candidates), StringComparer.Ordinal);
        foreach (var problem in problems)
        {
            var name = KeyNames.Apply(problem.Naming, problem.Member!.Name);
            yield return Enumerable.Range(2, int.MaxValue - 2).Select(number => name + number).Prepend(name).First(taken.Add);
        }
    }

    private static string Fault(MappingProblem problem) => problem.Kind is MappingProblemKind.EmptyKey
        ? $"maps '{problem.Name}' to an empty key"
        : $"maps '{problem.OtherName}' and '{problem.Name}' to the same key '{problem.Text}'";
}
