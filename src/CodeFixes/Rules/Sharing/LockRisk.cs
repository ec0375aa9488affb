using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// Answers whether code that is put into a lock can stand still in it: it waits for what another thread does under that lock, takes
/// a second lock, which others take in another order, takes again what cannot be taken twice, or calls what nobody knows.
/// </summary>
internal sealed class LockRisk(RepairContext context, LockForm form, ISymbol? guard, IFieldSymbol? collection)
{
    private const int MaximumDepth = 3;

    private static readonly ImmutableHashSet<string> Waits = ImmutableHashSet.Create(
        "Enter", "TryEnter", "EnterScope", "EnterReadLock", "EnterWriteLock", "EnterUpgradeableReadLock", "TryEnterReadLock", "TryEnterWriteLock",
        "TryEnterUpgradeableReadLock", "Wait", "WaitAsync", "WaitAll", "WaitAny", "WaitOne", "SignalAndWait", "Join", "SpinUntil", "GetResult", "Result");

    private readonly HashSet<SyntaxNode> visited = [];

    /// <summary>
    /// Whether the code in <paramref name="span"/>, in which <paramref name="access"/> stands, can stand still under the lock. Where the lock is a new one for
    /// <paramref name="collection"/>, other collections may get theirs in the same run: two that are used together would lie within each other, in either order.
    /// </summary>
    public static bool IsIn(RepairContext context, TextSpan span, SyntaxNode access, LockForm form, IFieldSymbol? collection = null)
    {
        var guard = context.Model.GetSpeculativeSymbolInfo(access.SpanStart, SyntaxFactory.ParseExpression(form.Lock), SpeculativeBindingOption.BindAsExpression).Symbol;
        return IsUnderAnother(context, access)
            || access.Ancestors().TakeWhile(node => span.Contains(node.Span)).Any(node => IsWaitingFor(node, access))
            || new LockRisk(context, form, guard is IFieldSymbol or IPropertySymbol ? guard : null, collection)
                .IsInAny(context.Root.DescendantNodes(node => node.Span.IntersectsWith(span)).Where(node => span.Contains(node.Span)), context.Model, 0);
    }

    // One lock within another, or the mode of a writer within that of a reader.
    private static bool IsUnderAnother(RepairContext context, SyntaxNode access) =>
        access.AncestorsAndSelf().Select(node => context.OperationOf(node)).FirstOrDefault(operation => operation is not null) is { } place
        && !context.Facts.Locks.InAnyModeAt(place, context.CancellationToken).IsEmpty;

    // 'while (!map.ContainsKey(k)) Thread.Yield();': who has the lock keeps the other from adding it.
    private static bool IsWaitingFor(SyntaxNode loop, SyntaxNode access) => loop switch
    {
        WhileStatementSyntax { Condition: var condition } => condition.Span.Contains(access.Span),
        DoStatementSyntax { Condition: var condition } => condition.Span.Contains(access.Span),
        ForStatementSyntax { Condition: { } condition, Incrementors.Count: 0 } => condition.Span.Contains(access.Span),
        _ => false,
    };

    private bool IsInAny(IEnumerable<SyntaxNode> nodes, SemanticModel model, int depth) => nodes.Any(node => IsIn(node, model, depth));

    private bool IsIn(SyntaxNode node, SemanticModel model, int depth) => node switch
    {
        LockStatementSyntax { Expression: var other } => !form.IsReentrant || guard is null || !IsGuard(model.GetSymbolInfo(other, context.CancellationToken).Symbol),
        InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ElementAccessExpressionSyntax or SimpleNameSyntax =>
            IsIn(model.GetSymbolInfo(node, context.CancellationToken).Symbol, depth),
        _ => false,
    };

    private bool IsGuard(ISymbol? other) => SymbolEqualityComparer.Default.Equals(other?.OriginalDefinition, guard?.OriginalDefinition);

    private bool IsIn(ISymbol? called, int depth) => called switch
    {
        IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } => true,
        IMethodSymbol or IPropertySymbol when IsWait(called) => true,
        IMethodSymbol or IPropertySymbol => called.DeclaringSyntaxReferences.Any(declaration => IsIn(declaration, depth)),
        IFieldSymbol other => collection is not null && MayGetALockToo(other),
        _ => false,
    };

    private bool MayGetALockToo(IFieldSymbol other) =>
        !SymbolEqualityComparer.Default.Equals(other.OriginalDefinition, collection?.OriginalDefinition)
        && other.DeclaringSyntaxReferences.Length > 0
        && context.Facts.Types.KindOf(other.Type) is not (CollectionKind.None or CollectionKind.List or CollectionKind.ConcurrentDictionary) and var kind && !kind.IsImmutable();

    private static bool IsWait(ISymbol called) =>
        Waits.Contains(called.Name)
        && called.ContainingNamespace?.ToDisplayString() is "System.Threading" or "System.Threading.Tasks" or "System.Runtime.CompilerServices";

    private bool IsIn(SyntaxReference declaration, int depth)
    {
        var node = declaration.GetSyntax(context.CancellationToken);
        return context.Facts.Bodies.Owns(node.SyntaxTree) && depth < MaximumDepth && visited.Add(node)
            && IsInAny(node.DescendantNodes(), context.Facts.Bodies.ModelOf(node.SyntaxTree), depth + 1);
    }
}
