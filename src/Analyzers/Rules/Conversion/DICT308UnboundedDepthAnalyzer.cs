using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using DictionaryAnalyzers.Generators.Mapping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>DICT308: a mapper looks into objects whose types lead back to themselves, and nothing says how deep.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT308UnboundedDepthAnalyzer : MapperRuleAnalyzer
{
    /// <summary>The diagnostic property that holds the number of objects on the way once round the cycle.</summary>
    internal const string DepthKey = "Depth";

    /// <summary>Creates the rule.</summary>
    public DICT308UnboundedDepthAnalyzer()
        : base(Descriptors.DICT308UnboundedDepth)
    {
    }

    private protected override IEnumerable<Diagnostic> Explain(IReadOnlyList<MappingProblem> problems, MapperContext context)
    {
        if (problems.FirstOrDefault(problem => problem.Kind is MappingProblemKind.CyclicGraph) is { } cycle)
        {
            yield return Diagnostic.Create(
                Descriptors.DICT308UnboundedDepth,
                context.PlaceOf(cycle),
                context.AskedByClass(cycle.Subject) is { } attribute ? [attribute] : [],
                ImmutableDictionary<string, string?>.Empty.Add(DepthKey, cycle.Name.Split('.').Length.ToString(CultureInfo.InvariantCulture)),
                context.NameOf(cycle),
                cycle.Name,
                MapperContext.Display(cycle.Type));
        }
    }
}
