using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers what the arguments of a call say of a delegate's run beyond the table of <see cref="ConcurrentCalls"/>: degrees, periods, unwrapped tasks.</summary>
internal static class LaunchDetails
{
    /// <summary>The run that the table tells of <paramref name="call"/>, with what its arguments and the delegate of <paramref name="method"/> say.</summary>
    public static DelegateRun Refine(DelegateRun run, IOperation call, ImmutableArray<IArgumentOperation> arguments, IMethodSymbol method)
    {
        var type = call is IObjectCreationOperation creation ? creation.Type : (call as IInvocationOperation)?.TargetMethod.ContainingType;
        switch (type?.Name)
        {
            case "Parallel" when DegreeIn(arguments) is 1:
                return DelegateRun.Unknown(call);
            case "Parallel" when method.IsAsync && method.ReturnsVoid:
                return run with { End = DelegateEnd.Unknown };
            case "ActionBlock" or "TransformBlock" or "TransformManyBlock" when DegreeIn(arguments) is > 1 or -1:
                return run with { Concurrency = DelegateConcurrency.WithItself };
            case "Timer" when !arguments.Any(argument => argument.Parameter?.Name is "period") || IsInfinite(arguments):
                return run with { Concurrency = DelegateConcurrency.WithCreator };
            case "ThreadPool" when arguments.Any(argument => argument is { Parameter.Name: "executeOnlyOnce", Value.ConstantValue: { HasValue: true, Value: false } }):
                return run with { Concurrency = DelegateConcurrency.WithItself };

            // A thread's lambda that is 'async void' ends the thread at its first await; 'StartNew' gives a task of a task.
            case "Thread" when method.IsAsync:
            case "TaskFactory" or "Task" when method.IsAsync && call is not IInvocationOperation { TargetMethod.Name: "Run" }:
                return TaskWaits.IsUnwrapped(call) ? run : run with { End = DelegateEnd.Unknown };
            default:
                return run;
        }
    }

    // 'new ParallelOptions { MaxDegreeOfParallelism = 1 }' where it is written in the call.
    private static int? DegreeIn(ImmutableArray<IArgumentOperation> arguments) =>
        arguments.SelectMany(argument => argument.Descendants())
            .OfType<ISimpleAssignmentOperation>()
            .Where(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "MaxDegreeOfParallelism" })
            .Select(assignment => assignment.Value.ConstantValue is { HasValue: true, Value: int degree } ? degree : int.MaxValue)
            .Cast<int?>()
            .FirstOrDefault();

    private static bool IsInfinite(ImmutableArray<IArgumentOperation> arguments) => arguments.Any(argument =>
        argument is { Parameter.Name: "period" }
        && (argument.Value.Unwrapped() is IFieldReferenceOperation { Field.Name: "Infinite" or "InfiniteTimeSpan" }
            || argument.Value.ConstantValue is { HasValue: true, Value: -1 or -1L or uint.MaxValue }));
}
