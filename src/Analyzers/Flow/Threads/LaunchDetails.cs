using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers what the arguments of a call say of a delegate's run beyond the table of <see cref="ConcurrentCalls"/>: degrees, periods, unwrapped tasks.</summary>
internal static class LaunchDetails
{
    /// <summary>The run that the table tells of <paramref name="call"/>, with what its arguments and the delegate of <paramref name="method"/> say.</summary>
    public static DelegateRun Refine(DelegateRun run, IOperation call, ImmutableArray<IArgumentOperation> arguments, IMethodSymbol method)
    {
        var type = call is IObjectCreationOperation creation ? creation.Type : (call as IInvocationOperation)?.TargetMethod.ContainingType;
        if (ChoosesScheduler(call, arguments))
        {
            return DelegateRun.Unknown(call);
        }

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

    // 'new ParallelOptions { MaxDegreeOfParallelism = 1 }', in the call, in the local that it is given, or in the field.
    private static int? DegreeIn(ImmutableArray<IArgumentOperation> arguments) => Settings(arguments, "MaxDegreeOfParallelism")
        .Select(value => value.ConstantValue is { HasValue: true, Value: int degree } ? degree : int.MaxValue)
        .Concat(arguments.Select(argument => argument.Value.Unwrapped()).OfType<IFieldReferenceOperation>().SelectMany(DegreesIn))
        .Cast<int?>()
        .FirstOrDefault();

    private static IEnumerable<IOperation> Settings(ImmutableArray<IArgumentOperation> arguments, string property) =>
        from argument in arguments
        from assignment in SettersOf(argument)
        where assignment.Target is IPropertyReferenceOperation reference && reference.Property.Name == property
        select assignment.Value;

    private static IEnumerable<ISimpleAssignmentOperation> SettersOf(IArgumentOperation argument) => argument.Value.Unwrapped() is not ILocalReferenceOperation { Local: var options }
        ? argument.Descendants().OfType<ISimpleAssignmentOperation>()
        : argument.Root().Descendants().SelectMany(operation => operation switch
        {
            IVariableDeclaratorOperation declared when SymbolEqualityComparer.Default.Equals(declared.Symbol, options) => declared.Descendants().OfType<ISimpleAssignmentOperation>(),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } instance } } assignment
                when instance.Unwrapped() is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, options) => [assignment],
            _ => [],
        });

    private static IEnumerable<int> DegreesIn(IFieldReferenceOperation field) =>
        from declaration in field.Field.DeclaringSyntaxReferences
        from assignment in declaration.GetSyntax().DescendantNodes().OfType<AssignmentExpressionSyntax>()
        where assignment is { Left: IdentifierNameSyntax { Identifier.ValueText: "MaxDegreeOfParallelism" }, Right: LiteralExpressionSyntax { Token.Value: 1 } }
        select 1;

    // Who gives a scheduler of his own says where the code runs: one at a time, on the thread of the window.
    private static bool ChoosesScheduler(IOperation call, ImmutableArray<IArgumentOperation> arguments) =>
        arguments.Any(argument => argument.Value.Unwrapped().Type.IsOrDerivesFrom("System.Threading.Tasks", "TaskScheduler") && !IsPool(argument.Value.Unwrapped()))
        || Settings(arguments, "TaskScheduler").Any(value => !IsPool(value.Unwrapped()))
        || call is IInvocationOperation { TargetMethod.ContainingType: { Name: "TaskFactory" }, Instance: not IPropertyReferenceOperation { Property: { Name: "Factory", IsStatic: true } } };

    private static bool IsPool(IOperation scheduler) =>
        scheduler is IPropertyReferenceOperation { Property: { Name: "Default" or "Current", IsStatic: true } } || scheduler.ConstantValue is { HasValue: true, Value: null };

    private static bool IsInfinite(ImmutableArray<IArgumentOperation> arguments) => arguments.Any(argument =>
        argument is { Parameter.Name: "period" }
        && (argument.Value.Unwrapped() is IFieldReferenceOperation { Field.Name: "Infinite" or "InfiniteTimeSpan" }
            || argument.Value.ConstantValue is { HasValue: true, Value: -1 or -1L or uint.MaxValue }));
}
