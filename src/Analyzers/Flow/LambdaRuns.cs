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

        var parent = made.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
        {
            parent = parent.Parent;
        }

        if (parent is not IArgumentOperation { Parent: IInvocationOperation runner })
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
