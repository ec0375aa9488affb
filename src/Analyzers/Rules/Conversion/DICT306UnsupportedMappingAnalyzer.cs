using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Generators.Mapping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>DICT306: a mapper, or one of its methods, has a shape for which nothing is generated.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT306UnsupportedMappingAnalyzer : MapperRuleAnalyzer
{
    /// <summary>The diagnostic property that says what is missing: <see cref="MarkedType"/>, <see cref="PartialType"/>, <see cref="StaticType"/> or <see cref="PartialMethod"/>, a line each.</summary>
    internal const string MissingKey = "Missing";

    /// <summary>The diagnostic property that holds the paths of the members that keep the method from being generated, a line each.</summary>
    internal const string PathsKey = "Paths";

    internal const string MarkedType = "marked type";
    internal const string PartialType = "partial type";
    internal const string StaticType = "static type";
    internal const string PartialMethod = "partial method";

    // What 'MethodReader' can make of a signature.
    private const string Shapes =
        "'Dictionary<string, object?> M(Order order)', with string or any other type of values too, 'void M(Order order, IDictionary<string, object?> target)', "
        + "'IReadOnlyDictionary<string, object?> M(Order order)' for a view, and for the way back 'Order M(IReadOnlyDictionary<string, object?> values)' and "
        + "'bool M(IReadOnlyDictionary<string, object?> values, out Order? order, out IReadOnlyList<DictionaryMappingError> errors)'";

    /// <summary>Creates the rule.</summary>
    public DICT306UnsupportedMappingAnalyzer()
        : base(Descriptors.DICT306UnsupportedMapping)
    {
    }

    // One report of a method or class: its reasons stand at the same place.
    private protected override IEnumerable<Diagnostic> Explain(IReadOnlyList<MappingProblem> problems, MapperContext context)
    {
        var reasons = problems.Select(problem => (Problem: problem, Reason: ReasonOf(problem))).Where(found => found.Reason is not null).ToArray();
        if (reasons.Length > 0)
        {
            var first = reasons[0].Problem;
            yield return Diagnostic.Create(
                Descriptors.DICT306UnsupportedMapping,
                context.PlaceOf(first),
                ImmutableDictionary<string, string?>.Empty
                    .Add(MissingKey, string.Join("\n", reasons.Select(found => MissingIn(found.Problem)).OfType<string>().Distinct()))
                    .Add(PathsKey, string.Join("\n", reasons.Select(found => PathOf(found.Problem)).OfType<string>().Distinct())),
                first.Subject.Name,
                MapperContext.Enumerated(reasons.Select(found => found.Reason!)));
        }
    }

    private protected override IEnumerable<MappingProblem> ProblemsOf(INamedTypeSymbol type, CancellationToken cancellationToken) => Mappers.UnmarkedIn(type, cancellationToken);

    private static string? ReasonOf(MappingProblem problem) => problem.Kind switch
    {
        MappingProblemKind.ClassNotMarked => $"'{MapperContext.Display(problem.Subject.ContainingType)}', in which it stands, is not marked [DictionaryMapper]",
        MappingProblemKind.ClassNotStatic => "the class is not static",
        MappingProblemKind.TypeNotPartial when SymbolEqualityComparer.Default.Equals(problem.Type, problem.Subject) => "the class is not partial",
        MappingProblemKind.TypeNotPartial => $"'{MapperContext.Display(problem.Type)}', in which it stands, is not partial",
        MappingProblemKind.TypeOfOneFile => $"'{MapperContext.Display(problem.Type)}' is a type of one file, and what is generated stands in another",
        MappingProblemKind.MethodNotPartial => HasBody(problem.Subject) ? "it has a body of its own" : "it is not partial",
        MappingProblemKind.UnknownSignature => $"no mapping has its signature; there are {Shapes}",
        MappingProblemKind.SourceNotMappable => $"'{MapperContext.Display(problem.Type)}' is no object with members that are known when it is compiled",
        MappingProblemKind.MemberNotStorable => $"'{problem.Name}' is a '{MapperContext.Display(problem.Type)}', which no dictionary can hold",
        MappingProblemKind.TypeOfAlias when problem.Member is null => $"'{MapperContext.Display(problem.Type)}' is in a library that only an extern alias leads to, and what is generated has none",
        MappingProblemKind.TypeOfAlias => $"'{problem.Name}' is a '{MapperContext.Display(problem.Type)}', in a library that only an extern alias leads to, and what is generated has none",
        MappingProblemKind.MemberWithoutText => $"'{problem.Name}' is a '{MapperContext.Display(problem.Type)}', which has no text",
        MappingProblemKind.MemberOfOtherType => $"'{problem.Name}' is a '{MapperContext.Display(problem.Type)}', which is not the type of the values",
        MappingProblemKind.CannotNest => $"a nested dictionary is no '{MapperContext.Display(problem.Type)}', which is the type of the values",
        MappingProblemKind.NoConstructor => $"no '{MapperContext.Display(problem.Type)}' can be made: {problem.Text}",
        MappingProblemKind.MemberNotWritable => $"nothing sets '{problem.Name}' of '{MapperContext.Display(problem.Type)}', which the object keeps",
        MappingProblemKind.MemberNotRestorable => $"'{problem.Name}' is a '{MapperContext.Display(problem.Type)}', which cannot be made of what a dictionary holds",
        MappingProblemKind.TooLarge => "it would have more than 4096 entries, which nobody can have meant; list those that are",
        _ => null,
    };

    private static string? MissingIn(MappingProblem problem) => problem.Kind switch
    {
        MappingProblemKind.ClassNotMarked => MarkedType,
        MappingProblemKind.ClassNotStatic => StaticType,
        MappingProblemKind.TypeNotPartial => PartialType,
        MappingProblemKind.MethodNotPartial when !HasBody(problem.Subject) => PartialMethod,
        _ => null,
    };

    private static string? PathOf(MappingProblem problem) =>
        problem is { Kind: MappingProblemKind.TypeOfAlias, Member: not null } || problem.Kind is MappingProblemKind.MemberNotStorable or MappingProblemKind.MemberWithoutText or MappingProblemKind.MemberNotWritable or MappingProblemKind.MemberNotRestorable
            ? problem.Name
            : null;

    private static bool HasBody(ISymbol method) =>
        method.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is MethodDeclarationSyntax { Body: not null } or MethodDeclarationSyntax { ExpressionBody: not null });
}
