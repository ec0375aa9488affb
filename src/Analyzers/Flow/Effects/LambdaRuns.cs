using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers where a lambda runs that is run on the spot: by a method of a collection, or by an operator that somebody consumes at once.</summary>
internal static class LambdaRuns
{
    /// <summary>The call or loop that has run the delegate <paramref name="made"/> before it ends; null where it may run later, or elsewhere.</summary>
    public static IOperation? RunnerOf(IOperation made, KnownTypes types)
    {
        if (made is IAnonymousFunctionOperation { Symbol.IsAsync: true })
        {
            return null;
        }

        if (ReceiverOf(made) is not { Parent: IInvocationOperation runner })
        {
            return null;
        }

        return LazyOperators.Of(runner.TargetMethod, types) switch
        {
            Laziness.Consumes => runner,
            Laziness.Defers or Laziness.Buffers => QueryConsumers.Of(runner, types) switch
            {
                // The head of a loop is asked for element after element while the loop runs.
                IForEachLoopOperation loop => loop.Collection,
                var consumer => consumer,
            },
            _ => EffectReader.RunsDelegatesOnTheSpot(runner, types) ? runner : null,
        };
    }

    /// <summary>The argument as which a delegate is given away where it is made; null where it is not.</summary>
    public static IArgumentOperation? ReceiverOf(IOperation made)
    {
        var parent = made.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
        {
            parent = parent.Parent;
        }

        return parent as IArgumentOperation;
    }

    /// <summary>The call of the delegate that <paramref name="reference"/> names: <c>action()</c>, <c>action?.Invoke()</c>; null where it is used otherwise.</summary>
    public static IInvocationOperation? InvocationOf(IOperation reference) => reference.Parent switch
    {
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call when call.Instance == reference => call,
        IConditionalAccessOperation { WhenNotNull: IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: IConditionalAccessInstanceOperation } call } => call,
        _ => null,
    };
}
