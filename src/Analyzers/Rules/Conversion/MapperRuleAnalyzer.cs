using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Generators.Mapping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>
/// The base of the rules about generated mappers: the parser of the generator finds what is wrong, and a rule says it to the
/// user. The generator itself reports nothing, because no pragma reaches what it reports.
/// </summary>
public abstract class MapperRuleAnalyzer : RuleAnalyzer
{
    private protected MapperRuleAnalyzer(DiagnosticDescriptor rule)
        : base(rule)
    {
    }

    private protected sealed override bool IsRelevant(CompilationModel model) => model.Mappers.CanExist;

    private protected sealed override void Register(RuleRegistration registration)
    {
        var mappers = registration.Model.Mappers;
        registration.OnSymbol(context => Analyze(context, mappers), SymbolKind.NamedType);
    }

    /// <summary>What the rule has to say of the problems of one method, or of those of the mapper itself.</summary>
    private protected abstract IEnumerable<Diagnostic> Explain(IReadOnlyList<MappingProblem> problems, MapperContext context);

    /// <summary>What is wrong with a class that is no mapper.</summary>
    private protected virtual IEnumerable<MappingProblem> ProblemsOf(INamedTypeSymbol type, CancellationToken cancellationToken) => [];

    private void Analyze(SymbolAnalysisContext context, Mappers mappers)
    {
        var mapper = (INamedTypeSymbol)context.Symbol;
        var parse = mappers.Of(mapper, context.CancellationToken);
        var place = new MapperContext(mapper, parse?.Model, mappers, context.CancellationToken);
        foreach (var ofOne in (parse is null ? ProblemsOf(mapper, context.CancellationToken) : parse.Problems).Where(problem => !IsOfBrokenCode(problem, context.CancellationToken)).GroupBy(problem => problem.Subject, SymbolEqualityComparer.Default))
        {
            foreach (var diagnostic in Explain([.. ofOne], place))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    // The compiler says what is wrong with a type that it does not find, and with what is not written to its end.
    private static bool IsOfBrokenCode(MappingProblem problem, CancellationToken cancellationToken) =>
        TypeShapes.IsBroken(problem.Type)
        || problem.Attribute?.ApplicationSyntaxReference?.GetSyntax(cancellationToken).ContainsDiagnostics == true
        || problem.Subject is IMethodSymbol { DeclaringSyntaxReferences: [var reference, ..] } && reference.GetSyntax(cancellationToken).ContainsDiagnostics
        || problem.Subject is IMethodSymbol method && (TypeShapes.IsBroken(method.ReturnType) || method.Parameters.Any(parameter => TypeShapes.IsBroken(parameter.Type)));
}
