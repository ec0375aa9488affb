using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers on whose threads the code of a type runs, through private methods, lambdas and local functions back to who calls the
/// type and to what the type starts itself: a timer's callback, a task, a thread, a hosted service's loop.
/// </summary>
internal sealed class CodeThreads(MemberUses members, ConcurrentDelegates delegates)
{
    private const int MaximumDepth = 5;

    private readonly ConcurrentDictionary<(SyntaxNode Body, bool ForStatics), ThreadRoots> known = new();

    /// <summary>
    /// The roots of the body in which <paramref name="place"/> stands. A constructor has its object for itself, and shares what is
    /// static with all others.
    /// </summary>
    public ThreadRoots Of(IOperation place, bool forStatics, CancellationToken cancellationToken)
    {
        var key = (place.EnclosingBody().Syntax, forStatics);
        if (known.TryGetValue(key, out var roots))
        {
            return roots;
        }

        var found = new Found(forStatics);
        Collect(place, MaximumDepth, found, cancellationToken);
        return known.GetOrAdd(key, new ThreadRoots(found.IsCalled, [.. found.Started]) { RunsAlone = found.RunsAlone });
    }

    private void Collect(IOperation place, int depth, Found found, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = place.EnclosingBody();
        if (!found.Seen.Add(body.Syntax))
        {
            return;
        }

        if (body.Parent is not null)
        {
            foreach (var run in delegates.Of(body, cancellationToken))
            {
                Collect(run, depth, found, cancellationToken);
            }
        }
        else if (body.SemanticModel?.GetEnclosingSymbol(place.Syntax.SpanStart, cancellationToken) is { } symbol && MethodAround(symbol) is { } method)
        {
            Collect(method, depth, found, cancellationToken);
        }
    }

    private void Collect(IMethodSymbol method, int depth, Found found, CancellationToken cancellationToken)
    {
        if (method.MethodKind is MethodKind.StaticConstructor or MethodKind.Destructor || (method.MethodKind is MethodKind.Constructor && !found.ForStatics) || IsHostsOwn(method))
        {
            found.RunsAlone = true;
            return;
        }

        if (IsHostedLoop(method))
        {
            found.Started.Add(new StartedThread(method, MeetsItself: false, GoesOn: true, FromBirth: true));
            return;
        }

        found.IsCalled |= method.MethodKind is MethodKind.Constructor || method.DeclaredAccessibility is not Accessibility.Private || !method.ExplicitInterfaceImplementations.IsEmpty;
        if (depth == 0 || members.CallsOf(method, cancellationToken) is not { } calls)
        {
            return;
        }

        foreach (var call in calls)
        {
            switch (call)
            {
                case { Parent: INameOfOperation }:
                    break;
                case IMethodReferenceOperation group:
                    foreach (var run in delegates.OfValue(group, method, cancellationToken))
                    {
                        Collect(run, depth - 1, found, cancellationToken);
                    }

                    break;
                case IInvocationOperation when method.IsAsync && !TaskWaits.IsAwaitedAtOnce(call) && IsDropped(call):
                    CollectDropped(call, method, found);
                    break;
                default:
                    Collect(call, depth - 1, found, cancellationToken);
                    break;
            }
        }
    }

    private void Collect(DelegateRun run, int depth, Found found, CancellationToken cancellationToken)
    {
        if (run.Concurrency is DelegateConcurrency.Unknown || (run.IsConcurrent && run.FromFirstAwait))
        {
            return;
        }

        var isOver = run.End is DelegateEnd.Call || (run.Result is { } result && TaskWaits.IsAwaitedAtOnce(result));
        if (!run.IsConcurrent || isOver)
        {
            if (run.Concurrency is DelegateConcurrency.WithItself)
            {
                found.Started.Add(new StartedThread(run.Launch.Syntax, MeetsItself: true, GoesOn: false, FromBirth: false));
            }

            Collect(run.Launch, depth, found, cancellationToken);
        }
        else if (run.End is DelegateEnd.Never || IsOwnThread(run) || IsDropped(run.Result ?? run.Launch))
        {
            found.Started.Add(new StartedThread(run.Launch.Syntax, run.Concurrency is DelegateConcurrency.WithItself && !IsTimer(run.Launch), GoesOn: true, IsFromBirth(run.Launch)));
        }
    }

    // '_ = PollAsync();': it goes on elsewhere where it says that it does not come back to the thread it was called on.
    private static void CollectDropped(IOperation call, IMethodSymbol method, Found found)
    {
        found.RunsAlone = true;
        if (method.DeclaringSyntaxReferences is [var declaration]
            && declaration.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == "ConfigureAwait"))
        {
            found.Started.Add(new StartedThread(call.Syntax, MeetsItself: false, GoesOn: true, IsFromBirth(call)));
        }
    }

    // A thread is waited for where it is started, or it goes on.
    private static bool IsOwnThread(DelegateRun run) =>
        run.Result is { } thread && thread.Type.IsNamed("System.Threading", "Thread") && TaskWaits.Of(thread) is { Certain.IsEmpty: true, Possible.IsEmpty: true };

    // Nobody waits for it here, and nobody else is given it to wait for.
    private static bool IsDropped(IOperation result)
    {
        while (result.Parent is IConversionOperation or IParenthesizedOperation)
        {
            result = result.Parent;
        }

        return result.Parent is IExpressionStatementOperation or ICoalesceAssignmentOperation
            or ISimpleAssignmentOperation { Target: IDiscardOperation or IFieldReferenceOperation or IPropertyReferenceOperation };
    }

    // Its callbacks meet only where one takes longer than the period.
    private static bool IsTimer(IOperation launch) => launch switch
    {
        IObjectCreationOperation { Type: var made } => made.IsNamed("System.Threading", "Timer"),
        IEventAssignmentOperation { EventReference: IEventReferenceOperation { Event.ContainingType: var owner } } => owner.IsNamed("System.Timers", "Timer"),
        _ => false,
    };

    private static bool IsFromBirth(IOperation launch) => launch.Root().Syntax is ConstructorDeclarationSyntax or EqualsValueClauseSyntax;

    private static bool IsHostedLoop(IMethodSymbol method) =>
        method is { Name: "ExecuteAsync", IsOverride: true } && method.ContainingType.IsOrDerivesFrom("Microsoft.Extensions.Hosting", "BackgroundService");

    // The host starts before anybody calls, and stops when nobody does any more.
    private static bool IsHostsOwn(IMethodSymbol method) =>
        method.Name is "StartAsync" or "StopAsync" or "StartingAsync" or "StartedAsync" or "StoppingAsync" or "StoppedAsync"
        && method.ContainingType.AllInterfaces.Any(implemented => implemented.IsNamed("Microsoft.Extensions.Hosting", "IHostedService"));

    private static IMethodSymbol? MethodAround(ISymbol symbol) => symbol.OutOfFunctions() as IMethodSymbol;

    private sealed class Found(bool forStatics)
    {
        public bool ForStatics => forStatics;

        public HashSet<SyntaxNode> Seen { get; } = [];

        public HashSet<StartedThread> Started { get; } = [];

        public bool IsCalled { get; set; }

        public bool RunsAlone { get; set; }
    }
}
