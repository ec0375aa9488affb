using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers which static field or property keeps the delegate that a method returns: a memoized function, say. Whichever thread
/// calls it runs the same lambda, on the variables that the lambda has captured.
/// </summary>
internal sealed class StaticDelegates(NameSearch names, ProgramThreading threading)
{
    private readonly ConcurrentDictionary<ISymbol, DelegateRun?> known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether <paramref name="operation"/> stands in a lambda that its method returns. It binds nothing.</summary>
    public static bool IsInReturned(IOperation operation) =>
        operation.Syntax.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is { Parent: ReturnStatementSyntax or ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax } };

    /// <summary>The runs of the delegate that <paramref name="returned"/> gives its method's callers; null where no static member is known to keep it.</summary>
    public DelegateRun? RunOf(IReturnOperation returned, CancellationToken cancellationToken)
    {
        if (returned is not { Kind: OperationKind.Return } || returned.EnclosingBody() is not IMethodBodyOperation
            || returned.SemanticModel?.GetEnclosingSymbol(returned.Syntax.SpanStart, cancellationToken) is not IMethodSymbol { MethodKind: MethodKind.Ordinary, IsAsync: false } method
            || method.MayBeOverridden())
        {
            return null;
        }

        return known.TryGetValue(method, out var run) ? run : known.GetOrAdd(method, Find(method, cancellationToken));
    }

    private DelegateRun? Find(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (threading.Of(cancellationToken) is not ProgramThreads.Several || names.Of(method, cancellationToken) is not { } calls)
        {
            return null;
        }

        return (from call in calls.OfType<IInvocationOperation>()
                let keeper = KeeperOf(call)
                where keeper is not null && !IsOfThread(keeper)
                select new DelegateRun(call, DelegateConcurrency.WithItself, DelegateEnd.Never) { KeptBy = keeper }).FirstOrDefault();
    }

    // 'static readonly Func<int, decimal> Rate = Memoize(Compute);', 'Rate = Memoize(Compute);'
    private static ISymbol? KeeperOf(IOperation call)
    {
        while (call.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
        {
            call = call.Parent;
        }

        return call.Parent switch
        {
            IFieldInitializerOperation { InitializedFields: [{ IsStatic: true } field, ..] } => field,
            IPropertyInitializerOperation { InitializedProperties: [{ IsStatic: true } property, ..] } => property,
            IAssignmentOperation { Target: IMemberReferenceOperation { Member: { IsStatic: true } and (IFieldSymbol or IPropertySymbol) } target } assignment when assignment.Value == call => target.Member,
            _ => null,
        };
    }

    private static bool IsOfThread(ISymbol member) =>
        member.IsThreadStatic();
}
