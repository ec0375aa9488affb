using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers how a delegate runs that is given to the constructor of a thread, task, timer or block, and from where on.</summary>
internal static class LaunchedObjects
{
    /// <summary>How the delegate that the constructor is given, made of <paramref name="method"/>, runs.</summary>
    public static DelegateRun Of(IObjectCreationOperation creation, IMethodSymbol method)
    {
        if (creation.Constructor is not { } constructor || ConcurrentCalls.Of(constructor) is not var (concurrency, end))
        {
            return DelegateRun.Unknown(creation);
        }

        var run = new DelegateRun(creation, concurrency, end)
        {
            Result = end is DelegateEnd.Result || creation.Type is { Name: "Timer" } ? creation : null,
            OverlapsWhenSlow = ConcurrentCalls.OverlapsWhenSlow(constructor),
        };
        if (creation.Type.IsNamed("System.Threading", "Thread") || creation.Type.IsNamed("System.Threading.Tasks", "Task"))
        {
            if (StartOf(creation) is not var (start, made))
            {
                return DelegateRun.Unknown(creation);
            }

            run = start.TargetMethod.Name is "RunSynchronously" ? DelegateRun.OnTheSpot(start) : run with { Launch = start, Made = made };
        }

        return LaunchDetails.Refine(run, creation, creation.Arguments, method);
    }

    // 'new Thread(..).Start()', or the 'Start()' of the local that it is stored in.
    private static (IInvocationOperation Start, IOperation? Made)? StartOf(IObjectCreationOperation creation)
    {
        var value = (IOperation)creation;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
        {
            value = value.Parent;
        }

        if (value.Parent is IInvocationOperation chained)
        {
            return IsStart(chained) ? (chained, null) : null;
        }

        var variable = value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var declared } } => declared,
            ISimpleAssignmentOperation { Target: var target } => VariableOf(target),
            _ => null,
        };
        var own = variable is null ? null : creation.EnclosingBody().Executed().OfType<IInvocationOperation>()
            .FirstOrDefault(call => IsStart(call) && SymbolEqualityComparer.Default.Equals(VariableOf(call.Instance?.Unwrapped()), variable));
        return own is not null ? (own, null)
            : StartedElements.StartOf(value, variable) is { } start ? (start, creation)
            : null;
    }

    private static ISymbol? VariableOf(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Property.IsIndexer: false } property => property.Property,
        _ => null,
    };

    /// <summary>Whether <paramref name="call"/> lets a thread or task run.</summary>
    public static bool IsStart(IInvocationOperation call) => call.TargetMethod.Name is "Start" or "UnsafeStart" or "RunSynchronously";
}
