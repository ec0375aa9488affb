using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers how the delegates of a PLINQ query run, and where the query has ended.</summary>
internal static class ParallelQueries
{
    /// <summary>How the delegates that <paramref name="call"/>, an operator of PLINQ, is given run.</summary>
    public static DelegateRun Of(IInvocationOperation call)
    {
        for (var source = (IOperation?)call; source?.Unwrapped() is IInvocationOperation stage; source = stage.Argument(0))
        {
            if (stage.TargetMethod.Name is "WithDegreeOfParallelism" && stage.Argument(1)?.ConstantValue is not { HasValue: true, Value: > 1 })
            {
                return DelegateRun.Unknown(call);
            }
        }

        var end = (IOperation)call;
        while (!(end is IInvocationOperation { TargetMethod: var method } && ConcurrentCalls.EndsQuery(method)))
        {
            switch (end.Parent)
            {
                case IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod.ContainingType: var owner } next }
                    when owner.IsNamed("System.Linq", "ParallelEnumerable"):
                    end = next;
                    break;
                case IConversionOperation or IParenthesizedOperation or ITranslatedQueryOperation:
                    end = end.Parent;
                    break;
                default:
                    return new DelegateRun(call, DelegateConcurrency.WithItself, DelegateEnd.Unknown);
            }
        }

        return new DelegateRun(end, DelegateConcurrency.WithItself, DelegateEnd.Call);
    }
}
