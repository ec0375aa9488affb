using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether the objects of a private nested type visibly never leave the method that makes them: a walker, a parser,
/// the state of one computation. What their fields hold is as good as a local.
/// </summary>
internal sealed class LocalState(MemberUses members, ObjectUses uses, ConcurrentDelegates delegates)
{
    private readonly ConcurrentDictionary<ISymbol, bool> known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether each object of <paramref name="type"/> stays with the method that makes it, on its thread.</summary>
    public bool StaysInOneMethod(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (type is not { DeclaredAccessibility: Accessibility.Private, ContainingType: not null, TypeKind: TypeKind.Class, IsAbstract: false, BaseType.SpecialType: SpecialType.System_Object })
        {
            return false;
        }

        type = type.OriginalDefinition;
        return known.TryGetValue(type, out var stays) ? stays : known.GetOrAdd(type, KeepsToItself(type, cancellationToken) && IsKept(type, cancellationToken));
    }

    // Its own code gives away no 'this', and starts nothing that runs beside it.
    private static bool KeepsToItself(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        !type.DeclaringSyntaxReferences.SelectMany(declaration => declaration.GetSyntax(cancellationToken).DescendantNodes()).Any(node => node switch
        {
            ThisExpressionSyntax self => self.Parent is not MemberAccessExpressionSyntax,
            IdentifierNameSyntax { Identifier.ValueText: "Task" or "Thread" or "ThreadPool" or "Parallel" or "Timer" or "AsParallel" or "StartNew" or "ContinueWith" } => true,
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression, Right: IdentifierNameSyntax or AnonymousFunctionExpressionSyntax } => true,
            _ => false,
        });

    private bool IsKept(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var outermost = type.ContainingType;
        while (outermost.ContainingType is { } outer)
        {
            outermost = outer;
        }

        var creations = members.CreationsOf(type, outermost, cancellationToken).ToArray();
        return creations.Length > 0 && creations.All(creation => uses.Of(creation.Root(), InstancePath.OfCreation(creation.Syntax), cancellationToken)
            .All(found => (found.Use is not (ObjectUse.HandsOn or ObjectUse.LendsToTask) || IsOwnCall(found.Place, type)) && RunsHere(found.Place, creation, cancellationToken)));
    }

    private static bool IsOwnCall(IOperation place, INamedTypeSymbol type) =>
        place.Parent is IInvocationOperation { TargetMethod.ContainingType: { } owner } call && call.Instance == place
        && SymbolEqualityComparer.Default.Equals(owner.OriginalDefinition, type);

    private bool RunsHere(IOperation place, IOperation creation, CancellationToken cancellationToken) =>
        place.EnclosingBody().Syntax == creation.EnclosingBody().Syntax
        || delegates.Of(place.EnclosingBody(), cancellationToken) is { IsEmpty: false } runs && runs.All(run => run.Concurrency is DelegateConcurrency.OnTheSpot);
}
