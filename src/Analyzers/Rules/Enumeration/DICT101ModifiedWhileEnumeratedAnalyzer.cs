using System.Linq;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Enumeration;

/// <summary>
/// DICT101: a collection is modified inside its own enumeration, in a way that makes the next step throw on the
/// collection type and framework at hand.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT101ModifiedWhileEnumeratedAnalyzer : RuleAnalyzer
{
    /// <summary>Creates the rule.</summary>
    public DICT101ModifiedWhileEnumeratedAnalyzer()
        : base(Descriptors.DICT101ModifiedWhileEnumerated)
    {
    }

    private protected override void Register(RuleRegistration registration)
    {
        var model = registration.Model;
        var finder = new EnumerationFinder(model);
        var hazards = new EnumerationHazards(model, model.Rules);
        var walks = new ParameterWalks(model, hazards);
        registration.OnOperation(
            context =>
            {
                if (EnumerationFinder.IsCandidate(context.Operation))
                {
                    Analyze(context, model, finder, hazards, walks);
                }
            },
            OperationKind.Loop, OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.Spread);
    }

    private static void Analyze(OperationContext context, CompilationModel model, EnumerationFinder finder, EnumerationHazards hazards, ParameterWalks walks)
    {
        var own =
            from enumeration in finder.Find(context.Operation, context.CancellationToken)
            from hazard in hazards.Of(enumeration, context.CancellationToken)
            where !hazards.IsOfInnerLoop(enumeration, hazard, context.CancellationToken)
            select (Enumeration: enumeration, Hazard: hazard);
        var handedOver = context.Operation is IInvocationOperation call ? walks.Of(call, context.CancellationToken) : [];
        var found = own.Concat(handedOver).GroupBy(fault => fault.Hazard.Reached.Site.Syntax, (_, sameSite) => sameSite.First());
        foreach (var (enumeration, hazard) in found)
        {
            context.ReportDiagnostic(Describe(enumeration, hazard, model));
        }
    }

    private static Diagnostic Describe(Flow.Enumeration enumeration, Hazard hazard, CompilationModel model)
    {
        var site = hazard.Reached.Site.Syntax;
        var callee = hazard.Reached.Frame.Callee ?? (site == hazard.Reached.Effect.Operation.Syntax ? null : (hazard.Reached.Site as IInvocationOperation)?.TargetMethod);
        return Diagnostic.Create(
            Descriptors.DICT101ModifiedWhileEnumerated,
            site.GetLocation(),
            [enumeration.Enumerated.Syntax.GetLocation(), enumeration.Statement.Syntax.GetLocation(), hazard.Reached.Effect.Operation.Syntax.GetLocation()],
            EnumerationFacts.Of(enumeration, hazard, model),
            site.Shortened(),
            Deed(hazard.Change!.Value),
            NameOf(enumeration),
            callee is null ? string.Empty : $" (in '{callee.ContainingType?.Name}.{NameOf(callee)}')",
            Hosts(enumeration.Sequence.Kind, hazard.Change.Value, model.Rules));
    }

    private static string Deed(Modification change) => change switch
    {
        Modification.Add => "adds to",
        Modification.Overwrite => "overwrites an entry of",
        Modification.Clear => "clears",
        Modification.Grow or Modification.Shrink => "resizes",
        Modification.Reorder => "reorders",
        _ => "removes from",
    };

    private static string NameOf(Flow.Enumeration enumeration) =>
        enumeration.Sequence.Path.NamingSymbol?.Name
        ?? (enumeration.Sequence.Source.Unwrapped() is ILocalReferenceOperation local ? local.Local.Name : enumeration.Sequence.Source.Syntax.ToString());

    private static string NameOf(IMethodSymbol callee) => callee.AssociatedSymbol?.Name ?? callee.Name;

    // Where only an old framework throws, the message says so.
    private static string Hosts(CollectionKind kind, Modification change, FrameworkRules rules) =>
        rules is FrameworkRules.Net50 || CollectionSemantics.Throws(kind, change, FrameworkRules.Net50)
            ? string.Empty
            : CollectionSemantics.Throws(kind, change, FrameworkRules.NetCore30) ? " before .NET 5" : " on .NET Framework and before .NET Core 3.0";
}
