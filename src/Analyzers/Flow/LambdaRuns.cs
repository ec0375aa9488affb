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
            Laziness.Defers or Laziness.Buffers => ConsumerOf(runner, types),
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

    private static IOperation? ConsumerOf(IOperation sequence, KnownTypes types)
    {
        while (true)
        {
            var parent = sequence.Parent;
            switch (parent)
            {
                case IConversionOperation or IParenthesizedOperation or ITranslatedQueryOperation:
                    sequence = parent;
                    continue;
                case IForEachLoopOperation loop:
                    return loop.Collection == sequence || sequence.IsWithin(loop.Collection) ? loop.Collection : null;
                case IArgumentOperation { Parent: IInvocationOperation call }:
                    switch (LazyOperators.Of(call.TargetMethod, types))
                    {
                        case Laziness.Defers or Laziness.Buffers:
                            sequence = call;
                            continue;
                        case Laziness.Consumes:
                            return call;
                        default:
                            return EffectReader.RunsDelegatesOnTheSpot(call, types)
                                || call.TargetMethod is { ContainingType.SpecialType: SpecialType.System_String } ? call : null;
                    }

                case IArgumentOperation { Parent: IObjectCreationOperation creation }:
                    return types.KindOf(creation.Type) is not CollectionKind.None ? creation : null;
                default:
                    return null;
            }
        }
    }
}
