using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether code runs once and never again: in a static initializer, while the program is configured, for a value that
/// is kept by <c>??=</c>, <c>Lazy</c> or a cache by type, in <c>Main</c> outside of a loop, or in what only these call.
/// </summary>
internal sealed class OneTimeCode(CompilationModel model)
{
    private const int MaximumDepth = 3;

    private readonly ConcurrentDictionary<IMethodSymbol, bool> known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether <paramref name="place"/>, apart from the loop that it may be itself, runs once.</summary>
    public bool Contains(IOperation place, CancellationToken cancellationToken) => Contains(place, MaximumDepth, cancellationToken);

    private bool Contains(IOperation place, int depth, CancellationToken cancellationToken)
    {
        // Out of the lambdas that run on the spot.
        var isInLoop = false;
        for (var inner = place; ;)
        {
            var body = inner.EnclosingBody();
            if (IsKept(inner) || TypeCacheMisses.Contain(inner) || StartupCode.IsLazyFactory(body) || TypeCacheMisses.IsFactory(body))
            {
                return true;
            }

            isInLoop |= IsInLoop(inner);
            if (body is not IAnonymousFunctionOperation || RunnerOf(body) is not { } runner)
            {
                place = inner;
                break;
            }

            inner = runner;
        }

        if (TypeInitialization.Includes(place))
        {
            return true;
        }

        var enclosing = place.EnclosingBody();
        var method = enclosing switch
        {
            ILocalFunctionOperation { Symbol: var function } => function,
            IAnonymousFunctionOperation { Symbol: var lambda } => lambda,
            _ => place.SemanticModel?.GetEnclosingSymbol(place.Syntax.SpanStart, cancellationToken) as IMethodSymbol,
        };
        return method switch
        {
            null => false,
            { MethodKind: MethodKind.AnonymousFunction } => StartupCode.IsConfiguration(method),
            _ when IsMain(method, cancellationToken) => !isInLoop,
            _ => SeldomCode.Is(place) || Is(method, depth, cancellationToken),
        };
    }

    private bool Is(IMethodSymbol method, int depth, CancellationToken cancellationToken)
    {
        method = method.OriginalDefinition;
        if (StartupCode.IsConfiguration(method))
        {
            return true;
        }

        if (depth == 0 || method.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction) || method.IsVirtual || method.IsOverride
            || (method is { DeclaredAccessibility: Accessibility.Public, ContainingType.DeclaredAccessibility: Accessibility.Public } && model.Compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary)
            || method.ContainingType.AllInterfaces.Any(implemented => implemented.GetMembers(method.Name).Length > 0))
        {
            return false;
        }

        if (!known.TryGetValue(method, out var isOnce))
        {
            var calls = model.Callers.Of(method, cancellationToken).ToArray();
            isOnce = known.GetOrAdd(method, calls.Length > 0 && calls.All(call => call is IInvocationOperation && Contains(call, depth - 1, cancellationToken)));
        }

        return isOnce;
    }

    // What makes a dictionary runs its selectors at once.
    private IOperation? RunnerOf(IOperation lambda) => LambdaRuns.RunnerOf(lambda, model.Types)
        ?? (LambdaRuns.ReceiverOf(lambda) is { Parent: IInvocationOperation call } && NamedPairs.Selectors(call, model.Types) is not null ? call : null);

    private bool IsMain(IMethodSymbol method, CancellationToken cancellationToken) =>
        method.Name is "<Main>$" || SymbolEqualityComparer.Default.Equals(method, model.Compilation.GetEntryPoint(cancellationToken));

    // 'field ??= ..'
    private static bool IsKept(IOperation place)
    {
        for (var candidate = place; candidate is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); candidate = candidate.Parent)
        {
            if (candidate is ICoalesceAssignmentOperation { Target: IMemberReferenceOperation } assignment && place.IsWithin(assignment.Value))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInLoop(IOperation place)
    {
        for (var candidate = place.Parent; candidate is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); candidate = candidate.Parent)
        {
            if (candidate is ILoopOperation)
            {
                return true;
            }
        }

        return false;
    }
}
