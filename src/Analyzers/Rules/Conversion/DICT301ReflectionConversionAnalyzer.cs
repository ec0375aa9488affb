using System.Collections.Immutable;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>DICT301: reflection converts an object to a dictionary on every call.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT301ReflectionConversionAnalyzer : RuleAnalyzer
{
    /// <summary>Creates the rule.</summary>
    public DICT301ReflectionConversionAnalyzer()
        : base(Descriptors.DICT301ReflectionConversion)
    {
    }

    private protected override void Register(RuleRegistration registration)
    {
        var conversions = new ReflectionConversions(registration.Model);
        registration.OnOperation(context => Analyze(context, conversions), OperationKind.Invocation, OperationKind.DynamicInvocation);
    }

    private static void Analyze(OperationAnalysisContext context, ReflectionConversions conversions)
    {
        if (conversions.At(context.Operation, context.CancellationToken) is not { } conversion || SerializerTypes.Contain(context.ContainingSymbol.ContainingType))
        {
            return;
        }

        var isFresh = conversion.Walk.List.Origin is ListOrigin.Fresh;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.DICT301ReflectionConversion,
            context.Operation.Syntax.GetLocation(),
            isFresh ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            [conversion.Walk.List.Operation.Syntax.GetLocation(), conversion.Sink.Operation.Syntax.GetLocation()],
            ImmutableDictionary<string, string?>.Empty,
            context.Operation.Syntax.Shortened(),
            conversion.Read.Source.Syntax.Shortened(),
            isFresh ? "the members are listed and each is read through reflection" : "the list of members may be kept, but each is read through reflection"));
    }
}
