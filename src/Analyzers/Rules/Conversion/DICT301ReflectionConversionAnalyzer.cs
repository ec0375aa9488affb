using System.Collections.Immutable;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Options;
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

    // What a test reads by reflection costs nobody anything.
    private protected override bool IsRelevant(CompilationModel model) => model.Types.HasCollections && !TestFrameworks.IsReferencedBy(model.Compilation);

    private protected override void Register(RuleRegistration registration)
    {
        var model = registration.Model;
        var conversions = new ReflectionConversions(model);
        registration.OnOperation(context => Analyze(context, model, conversions), OperationKind.Invocation, OperationKind.DynamicInvocation, OperationKind.ObjectCreation);
    }

    private static void Analyze(OperationContext context, CompilationModel model, ReflectionConversions conversions)
    {
        if (conversions.At(context.Operation, context.CancellationToken) is { } conversion)
        {
            Report(context, conversion);
        }
        else if (ReflectingCalls.GivenTo(context.Operation, model.Types) is { } given
            && ReflectingCalls.Converts(context.Operation, PackageOptions.ReflectingConversions(context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Operation.Syntax.SyntaxTree)))
            && !model.Once.Contains(context.Operation, context.CancellationToken))
        {
            Report(context, given, "it lists the members and reads each through reflection", DiagnosticSeverity.Warning, []);
        }
    }

    private static void Report(OperationContext context, ReflectionConversion conversion)
    {
        var isFresh = conversion.Walk.List.Origin is ListOrigin.Fresh;
        Report(
            context,
            conversion.Read.Source,
            isFresh ? "the members are listed and each is read through reflection" : "the list of members may be kept, but each is read through reflection",
            isFresh ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            [conversion.Walk.List.Operation.Syntax.GetLocation(), conversion.Sink.Operation.Syntax.GetLocation()]);
    }

    private static void Report(OperationContext context, IOperation source, string how, DiagnosticSeverity severity, ImmutableArray<Location> others)
    {
        if (!SerializerTypes.Contain(context.ContainingSymbol.ContainingType))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.DICT301ReflectionConversion, context.Operation.Syntax.GetLocation(), severity, others, ImmutableDictionary<string, string?>.Empty,
                context.Operation.Syntax.Shortened(), source.Syntax.Shortened(), how));
        }
    }
}
