using System.Collections.Immutable;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>DICT207: a concurrent dictionary is copied by its count and then its entries, between which another thread changes it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT207RacyCopyAnalyzer : RuleAnalyzer
{
    /// <summary>Creates the rule.</summary>
    public DICT207RacyCopyAnalyzer()
        : base(Descriptors.DICT207RacyCopy)
    {
    }

    private protected override void Register(RuleRegistration registration)
    {
        var model = registration.Model;
        var copies = new RacyCopyReader(model);
        var callees = new RacyCopiesInCallees(model);
        var interference = new Interference(model);
        registration.OnOperation(
            context => Analyze(context, copies, callees, interference),
            OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.Spread, OperationKind.Loop);
    }

    private static void Analyze(OperationContext context, RacyCopyReader copies, RacyCopiesInCallees callees, Interference interference)
    {
        var found = copies.Read(context.Operation, context.CancellationToken)
            ?? (context.Operation is IInvocationOperation call ? callees.Of(call, context.CancellationToken) : null);
        if (found is not { } copy
            || interference.During(copy.Site, copy.Source, context.CancellationToken) is var exposure && exposure is Exposure.Confined)
        {
            return;
        }

        var descriptor = Descriptors.DICT207RacyCopy;
        context.ReportDiagnostic(Diagnostic.Create(
            descriptor,
            PlaceOf(copy.Site).GetLocation(),
            exposure is Exposure.Shared ? descriptor.DefaultSeverity : DiagnosticSeverity.Info,
            additionalLocations: [copy.Source.Syntax.GetLocation()],
            ImmutableDictionary<string, string?>.Empty,
            copy.Copier,
            copy.Source.Syntax.Shortened(),
            copy.Exception));
    }

    private static SyntaxNode PlaceOf(IOperation site) => site is IForEachLoopOperation loop ? loop.Collection.Unwrapped().Syntax : site.Syntax;
}
