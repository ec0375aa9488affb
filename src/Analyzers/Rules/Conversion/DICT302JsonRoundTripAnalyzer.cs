using System.Collections.Immutable;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>DICT302: an object is written as JSON only to be read into a dictionary.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT302JsonRoundTripAnalyzer : RuleAnalyzer
{
    /// <summary>Creates the rule.</summary>
    public DICT302JsonRoundTripAnalyzer()
        : base(Descriptors.DICT302JsonRoundTrip)
    {
    }

    // What a test writes and reads is what it tests.
    private protected override bool IsRelevant(CompilationModel model) => model.Types.HasCollections && !TestFrameworks.IsReferencedBy(model.Compilation);

    private protected override void Register(RuleRegistration registration)
    {
        var model = registration.Model;
        var trips = JsonRoundTrips.Of(model);
        registration.OnOperation(
            context => Analyze(context, model, trips), OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.Loop);
    }

    private static void Analyze(OperationContext context, CompilationModel model, JsonRoundTrips trips)
    {
        var found = context.Operation switch
        {
            IInvocationOperation call => trips.EndingIn(call, context.CancellationToken),
            IObjectCreationOperation creation => trips.EndingIn(creation, context.CancellationToken),
            IForEachLoopOperation loop => trips.EndingIn(loop, context.CancellationToken),
            _ => null,
        };
        if (found is null || model.Once.Contains(context.Operation, context.CancellationToken) || SerializerTypes.Contain(context.ContainingSymbol.ContainingType))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.DICT302JsonRoundTrip,
            found.Reader.Syntax.GetLocation(),
            [found.Origin.Writer.Syntax.GetLocation()],
            ImmutableDictionary<string, string?>.Empty,
            found.Reader.Syntax.Shortened(),
            found.Origin.Source.Syntax.Shortened(),
            Outcome(found)));
    }

    private static string Outcome(JsonRoundTrip found)
    {
        var value = KnownTypes.ValueTypeOf(found.Dictionary);
        var isNewtonsoft = found.Origin.Writer.TargetMethod.ContainingNamespace.ToDisplayString() is "Newtonsoft.Json" or "Newtonsoft.Json.Linq";
        return value is { SpecialType: not SpecialType.System_Object } ? "what the serializer makes of its members arrives, not their values"
            : isNewtonsoft ? "its numbers arrive as long and double, and its nested objects as JObject"
            : found.Origin.Writer.TargetMethod.ContainingNamespace is { Name: "Json", ContainingNamespace.Name: "Text" } ? "its values arrive as JsonElement"
            : "what the serializer makes of its members arrives, not their values";
    }
}
