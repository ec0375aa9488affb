using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Generators.Mapping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>DICT309: the attributes of a mapped member name it twice, or not at all.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT309NamingConflictAnalyzer : MapperRuleAnalyzer
{
    /// <summary>The diagnostic property that holds the key that the mapper takes for each member in <see cref="Diagnostic.AdditionalLocations"/>, a line each.</summary>
    internal const string KeysKey = "Keys";

    /// <summary>Creates the rule.</summary>
    public DICT309NamingConflictAnalyzer()
        : base(Descriptors.DICT309NamingConflict)
    {
    }

    // One report of a method, whatever the number of its conflicts: they stand at the same place.
    private protected override IEnumerable<Diagnostic> Explain(IReadOnlyList<MappingProblem> problems, MapperContext context)
    {
        var faulty = problems.Where(problem => problem.Kind is MappingProblemKind.MalformedName or MappingProblemKind.ConflictingNames).ToArray();
        if (faulty.Length > 0)
        {
            // Which of two contradictions is meant is for the user to say.
            var declared = faulty.Where(problem => (problem.Kind is MappingProblemKind.MalformedName || problem.Name.Length > 0) && context.DeclarationOf(problem) is not null).ToArray();
            yield return Diagnostic.Create(
                Descriptors.DICT309NamingConflict,
                context.PlaceOf(faulty[0]),
                declared.Select(problem => context.DeclarationOf(problem)!),
                ImmutableDictionary<string, string?>.Empty.Add(KeysKey, string.Join("\n", declared.Select(problem => problem.Kind is MappingProblemKind.MalformedName ? string.Empty : problem.Text))),
                context.NameOf(faulty[0]),
                MapperContext.Enumerated(faulty.Select(Fault)));
        }
    }

    private static string Fault(MappingProblem problem)
    {
        var member = $"'{problem.Member?.ContainingType.Name}.{problem.Member?.Name}'";
        return problem.Kind is MappingProblemKind.MalformedName ? $"{member}, whose [{Shortened(problem.Attribute)}] gives no name and is passed over"
            : problem.Name.Length == 0 ? $"{member}, which [{Shortened(problem.Attribute)}] leaves out, to the key '{problem.Text}'"
            : $"{member}, which its attributes call '{problem.Text}' and '{problem.Name}', to the key '{problem.Text}'";
    }

    private static string Shortened(AttributeData? attribute) => (attribute?.AttributeClass?.Name ?? string.Empty).Replace("Attribute", string.Empty);
}
