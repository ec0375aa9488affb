using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers how a place of a type's code comes to run: through which lambdas, local functions and methods of the type, from which
/// member, and which of these steps leave the caller's thread.
/// </summary>
internal sealed class Arrivals(ConcurrentDelegates delegates, MemberUses members)
{
    private readonly ConcurrentDelegates delegates = delegates;
    private readonly MemberUses members = members;

    // Further up nobody follows, and code that is reached in more ways than this is reached in any way.
    private const int MaximumSteps = 6;
    private const int MaximumWays = 24;

    private readonly Awaits awaits = new();
    private readonly ConcurrentDictionary<IOperation, ImmutableArray<Arrival>> known = new();

    /// <summary>The ways to <paramref name="place"/>.</summary>
    public ImmutableArray<Arrival> At(IOperation place, CancellationToken cancellationToken) => known.TryGetValue(place, out var found)
        ? found
        : known.GetOrAdd(place, [.. new Walk(this, cancellationToken).From(place, [place], [], isLater: false).Take(MaximumWays)]);

    private sealed class Walk(Arrivals owner, CancellationToken cancellationToken)
    {
        private readonly HashSet<SyntaxNode> active = [];

        public IEnumerable<Arrival> From(IOperation place, ImmutableArray<IOperation> places, ImmutableArray<DelegateRun> runs, bool isLater)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var body = place.EnclosingBody();
            if (places.Length > MaximumSteps || !active.Add(body.Syntax))
            {
                return [];
            }

            try
            {
                // Whether the place runs after the body has given its task to its caller.
                isLater = isLater || owner.awaits.IsBefore(place);
                return body.Parent is null ? [.. OfMethod(body, places, runs, isLater)] : [.. OfRuns(owner.delegates.Of(body, cancellationToken), places, runs, isLater)];
            }
            finally
            {
                active.Remove(body.Syntax);
            }
        }

        private IEnumerable<Arrival> OfRuns(IEnumerable<DelegateRun> ways, ImmutableArray<IOperation> places, ImmutableArray<DelegateRun> runs, bool isLater) =>
            ways.SelectMany(run => run.Concurrency is DelegateConcurrency.Unknown
                ? [new Arrival(places, runs, ArrivalKind.Unknown, null)]
                : From(run.Launch, places.Add(run.Launch), run.IsConcurrent && (!run.FromFirstAwait || isLater) ? runs.Add(run) : runs,
                    isLater && !run.IsConcurrent && TaskWaits.IsPartOfCaller(run.Launch)));

        private IEnumerable<Arrival> OfMethod(IOperation body, ImmutableArray<IOperation> places, ImmutableArray<DelegateRun> runs, bool isLater)
        {
            if (MethodOf(body) is not { } method)
            {
                yield return new Arrival(places, runs, body is IFieldInitializerOperation or IPropertyInitializerOperation ? ArrivalKind.Construction : ArrivalKind.Unknown, null);
                yield break;
            }

            if (method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor)
            {
                yield return new Arrival(places, runs, ArrivalKind.Construction, method);
                yield break;
            }

            if (IsHosted(method))
            {
                var beside = new DelegateRun(body, DelegateConcurrency.WithCreator, DelegateEnd.Never);
                yield return new Arrival(places.Add(body), runs.Add(beside), ArrivalKind.Hosted, method);
                yield break;
            }

            var calls = owner.members.CallsOf(method, cancellationToken);
            var isCalled = false;
            foreach (var arrival in (calls ?? []).SelectMany(call => OfCall(call, method, places, runs, isLater)))
            {
                isCalled = true;
                yield return arrival;
            }

            var isOpen = method.DeclaredAccessibility is not (Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
                || method.IsOverride || !method.ExplicitInterfaceImplementations.IsEmpty;
            if (calls is null || isOpen || !isCalled)
            {
                yield return new Arrival(places, runs, calls is null || !isOpen ? ArrivalKind.Unknown : ArrivalKind.Outside, method);
            }
        }

        private IEnumerable<Arrival> OfCall(IOperation call, IMethodSymbol method, ImmutableArray<IOperation> places, ImmutableArray<DelegateRun> runs, bool isLater)
        {
            switch (call)
            {
                // What is done to another object says nothing of this one.
                case IInvocationOperation { Instance: not (null or IInstanceReferenceOperation) } or IMemberReferenceOperation { Instance: not (null or IInstanceReferenceOperation) }:
                    return [];
                case IInvocationOperation invocation when isLater && method.ReturnType.SpecialType is SpecialType.System_Void:
                    return OfRuns([owner.delegates.OfAsyncCall(invocation)], places, runs, isLater: true);
                case IInvocationOperation invocation when isLater && TaskWaits.IsReturnedOutsideSelect(invocation):
                    return From(call, places.Add(call), runs, isLater: true);
                case IInvocationOperation invocation when isLater:
                    return OfRuns([owner.delegates.OfAsyncCall(invocation)], places, runs, isLater: true);
                case IMethodReferenceOperation group:
                    return OfRuns(owner.delegates.OfValue(group, method, cancellationToken), places, runs, isLater);
                default:
                    return From(call, places.Add(call), runs, isLater: false);
            }
        }

        private IMethodSymbol? MethodOf(IOperation body) => body.SemanticModel is not { } model ? null
            : body.Syntax is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax ? model.GetDeclaredSymbol(body.Syntax, cancellationToken) as IMethodSymbol
            : model.GetEnclosingSymbol(body.Syntax.SpanStart, cancellationToken) as IMethodSymbol;

        private static bool IsHosted(IMethodSymbol method) =>
            method is { Name: "ExecuteAsync", IsOverride: true } && method.ContainingType.IsOrDerivesFrom("Microsoft.Extensions.Hosting", "BackgroundService");
    }
}
