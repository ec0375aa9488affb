using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether an object is shared because it is a part of one that is: a singleton makes it for itself and calls it, without a lock,
/// for whoever calls the singleton.
/// </summary>
internal sealed class SharedParts(CompilationModel model)
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ISymbol>> known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether some shared object has a <paramref name="type"/> of its own.</summary>
    public bool MayHold(INamedTypeSymbol type, CancellationToken cancellationToken) => !KeepersOf(type, cancellationToken).IsEmpty;

    /// <summary>The field or property of a shared object by which several threads come to <paramref name="write"/>; null where there is none, or its calls hold locks.</summary>
    public ISymbol? At(CollectionAccess write, INamedTypeSymbol type, CancellationToken cancellationToken) =>
        write.IsOfItself
            ? KeepersOf(type, cancellationToken).FirstOrDefault(keeper => Meets(keeper, NamesOf(write.Reference, cancellationToken), KeepingWrites.Keeps(write, model.Paths), cancellationToken))
            : null;

    // The members of shared types that keep an object which those types make.
    private ImmutableArray<ISymbol> KeepersOf(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        type = type.OriginalDefinition;
        return known.TryGetValue(type, out var found) ? found : known.GetOrAdd(type, [.. Find(type, cancellationToken)]);
    }

    private IEnumerable<ISymbol> Find(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var declarations =
            from tree in model.Files.With(type.Name, cancellationToken)
            from part in PartDeclarations.Of(tree).All
            where part.Key == type.Name
            select part.Value;
        foreach (var declaration in declarations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var semantics = model.Bodies.ModelOf(declaration.SyntaxTree);
            var keeper = semantics.GetDeclaredSymbol(declaration, cancellationToken) ?? semantics.GetSymbolInfo(declaration, cancellationToken).Symbol;
            if (keeper is IFieldSymbol or IPropertySymbol && keeper is { IsStatic: false, DeclaredAccessibility: Accessibility.Private, ContainingType: { } owner }
                && SymbolEqualityComparer.Default.Equals((keeper is IFieldSymbol field ? field.Type : ((IPropertySymbol)keeper).Type).OriginalDefinition, type)
                && !SymbolEqualityComparer.Default.Equals(owner, type)
                && model.Instances.Of(owner, cancellationToken) is { Reason: not SharingReason.Hosted } && !OneThreadTypes.Include(owner))
            {
                yield return keeper;
            }
        }
    }

    // What the owner's callers reach must be able to meet another call, or itself; an owner that locks guards its parts.
    private bool Meets(ISymbol keeper, ImmutableHashSet<string> names, bool keeps, CancellationToken cancellationToken)
    {
        var calls = model.Members.Of(keeper, cancellationToken)
            .Where(reference => reference.Parent is IInvocationOperation or IPropertyReferenceOperation && model.Lives.PhaseOf(reference, keeper, model.Uses.OwnerOf(reference, cancellationToken), cancellationToken) is LifePhase.Life)
            .ToArray();
        return calls.All(call => model.Locks.InAnyModeAt(call, cancellationToken).IsEmpty && !MayHoldLock(call, cancellationToken))
            && calls.Any(call => names.Contains(call.Parent is IInvocationOperation invocation ? invocation.TargetMethod.Name : ((IPropertyReferenceOperation)call.Parent!).Property.Name)
                && !model.Startup.Contains(call, cancellationToken) && !model.Gates.Contain(call)

                // 'registry.AddSerializer(..)' puts what it is given into its map: programs do that while they start.
                && !(keeps && KeepingWrites.IsNamedLikeRegistration(call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart, cancellationToken)))
                && model.Threads.Of(call, forStatics: false, cancellationToken) is var roots
                && calls.Any(other => roots.Meets(model.Threads.Of(other, forStatics: false, cancellationToken), otherWrites: true, callersAreSeveral: true)));
    }

    // A lock that cannot be read may be one.
    private bool MayHoldLock(IOperation call, CancellationToken cancellationToken) =>
        call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart, cancellationToken).OutOfFunctions() is IMethodSymbol method && model.Locks.MayBeTakenIn(method, cancellationToken);

    private static ImmutableHashSet<string> NamesOf(IOperation place, CancellationToken cancellationToken) => [.. CapturedObjects.NamesOf(place, cancellationToken)];
}
