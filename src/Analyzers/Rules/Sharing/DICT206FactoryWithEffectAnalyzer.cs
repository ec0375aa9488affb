using System.Linq;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// DICT206: the factory of <c>GetOrAdd</c> or <c>AddOrUpdate</c>, which runs once for each thread that races for a key,
/// does more than compute a value.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT206FactoryWithEffectAnalyzer : RuleAnalyzer
{
    /// <summary>The property that names the kind of the effect: Disposable, Starts, IO or Writes.</summary>
    public const string EffectProperty = "Effect";

    /// <summary>Creates the rule.</summary>
    public DICT206FactoryWithEffectAnalyzer()
        : base(Descriptors.DICT206FactoryWithEffect)
    {
    }

    private protected override void Register(RuleRegistration registration)
    {
        var model = registration.Model;
        var effects = new FactoryEffects(model);
        registration.OnOperation(context => Analyze(context, model, effects), OperationKind.Invocation);
    }

    private static void Analyze(OperationContext context, CompilationModel model, FactoryEffects effects)
    {
        var call = (IInvocationOperation)context.Operation;
        foreach (var factory in ValueFactory.Of(call, model, context.CancellationToken))
        {
            if (effects.Of(factory, context.ContainingSymbol.ContainingType, context.CancellationToken) is not { } effect)
            {
                continue;
            }

            var receiver = call.Instance!.ResolvedReceiver();
            if (model.Exposures.Of(receiver, context.CancellationToken) is not Exposure.Confined
                && model.Locks.At(call, context.CancellationToken).IsEmpty)
            {
                Report(context, factory, effect, receiver);
            }

            return;
        }
    }

    private static void Report(OperationContext context, ValueFactory factory, FactoryEffect effect, IOperation receiver) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.DICT206FactoryWithEffect,
            NameOf(factory.Call).GetLocation(),
            [factory.Call.Syntax.GetLocation(), factory.Argument.Syntax.GetLocation(), effect.Operation.Syntax.GetLocation()],
            System.Collections.Immutable.ImmutableDictionary<string, string?>.Empty.Add(EffectProperty, effect.Kind.ToString()),
            factory.Call.TargetMethod.Name,
            receiver.Syntax.ToString(),
            effect.Deed,
            effect.In is null ? string.Empty : $" (in '{effect.In.ContainingType?.Name}.{effect.In.AssociatedSymbol?.Name ?? effect.In.Name}')",
            Consequence(effect.Kind)));

    private static SyntaxToken NameOf(IInvocationOperation call) => ((InvocationExpressionSyntax)call.Syntax).Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier,
        var name => name.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Last().Identifier,
    };

    private static string Consequence(FactoryEffectKind kind) => kind switch
    {
        FactoryEffectKind.Disposable => "all results but one are thrown away without being disposed",
        FactoryEffectKind.Starts => "what was started for a result that is thrown away runs all the same",
        FactoryEffectKind.IO => "the work is done again for a result that is thrown away",
        _ => "that is done again though one result is kept",
    };
}
