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
    /// <summary>The property that names the kind of the effect: Disposable, Starts, IO, Writes or Each.</summary>
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
        var forwarded = new ForwardedFactories(model);
        registration.OnOperation(context => Analyze(context, model, effects, forwarded), OperationKind.Invocation);
    }

    private static void Analyze(OperationContext context, CompilationModel model, FactoryEffects effects, ForwardedFactories forwarded)
    {
        var call = (IInvocationOperation)context.Operation;
        foreach (var factory in ValueFactory.Of(call, model, context.CancellationToken))
        {
            if (effects.Of(factory, context.ContainingSymbol.ContainingType, context.CancellationToken) is { } effect)
            {
                ReportUnlessAlone(context, model, call, factory.Argument, effect, call);
                return;
            }
        }

        if (effects.OfValue(call, context.CancellationToken) is var (value, made))
        {
            ReportUnlessAlone(context, model, call, value, made, call);
        }
        else if (forwarded.Of(call, context.CancellationToken) is var (handed, inner)
            && effects.Of(handed, context.ContainingSymbol.ContainingType, context.CancellationToken) is { } effect)
        {
            ReportUnlessAlone(context, model, call, handed.Argument, effect, inner);
        }
    }

    // The dictionary's own call may stand in what is called.
    private static void ReportUnlessAlone(
        OperationContext context, CompilationModel model, IInvocationOperation call, IOperation argument, FactoryEffect effect, IInvocationOperation inner)
    {
        var receiver = inner.Instance!.ResolvedReceiver();
        if (model.Exposures.Of(receiver, context.CancellationToken) is Exposure.Confined
            || !model.Locks.At(call, context.CancellationToken).IsEmpty || !model.Locks.At(inner, context.CancellationToken).IsEmpty)
        {
            return;
        }

        var isEach = effect.Kind is FactoryEffectKind.Each;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.DICT206FactoryWithEffect,
            NameOf(call).GetLocation(),
            [inner.Syntax.GetLocation(), argument.Syntax.GetLocation(), effect.Operation.Syntax.GetLocation()],
            System.Collections.Immutable.ImmutableDictionary<string, string?>.Empty.Add(EffectProperty, effect.Kind.ToString()),
            isEach ? "The value given to" : "The factory of",
            call.TargetMethod.Name,
            receiver.Syntax.ToString(),
            effect.Deed,
            effect.In is null ? string.Empty : $" (in '{effect.In.ContainingType?.Name}.{effect.In.AssociatedSymbol?.Name ?? effect.In.Name}')",
            isEach ? "it is made at each call" : "when threads race for a key it runs more than once",
            Consequence(effect.Kind)));
    }

    private static SyntaxToken NameOf(IInvocationOperation call) => ((InvocationExpressionSyntax)call.Syntax).Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier,
        var name => name.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Last().Identifier,
    };

    private static string Consequence(FactoryEffectKind kind) => kind switch
    {
        FactoryEffectKind.Each => "all but the first are thrown away without being disposed",
        FactoryEffectKind.Disposable => "all results but one are thrown away without being disposed",
        FactoryEffectKind.Starts => "what was started for a result that is thrown away runs all the same",
        FactoryEffectKind.IO => "the work is done again for a result that is thrown away",
        _ => "that is done again though one result is kept",
    };
}
