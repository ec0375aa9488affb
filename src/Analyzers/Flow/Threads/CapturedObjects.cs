using System;
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
/// Answers whether code somewhere in the compilation comes to a write on several threads at once with the same object: the loop captures
/// an interpreter, and the interpreter's own method changes its table. Only code that starts something is looked at, and of that only
/// what names the method.
/// </summary>
internal sealed class CapturedObjects
{
    // A name that more launching members have is everybody's.
    private const int MaximumMembers = 40;
    private const int MaximumTargets = 3;

    private readonly CompilationModel model;
    private readonly RunOverlaps overlaps;
    private readonly Arrivals arrivals;
    private readonly Awaits awaits = new();
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<SyntaxNode>> launching = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<Launch>> launches = new();

    public CapturedObjects(CompilationModel model)
    {
        this.model = model;
        overlaps = new RunOverlaps(model);
        arrivals = new Arrivals(model.Concurrency, model.Members);
    }

    /// <summary>Whether anything that starts something may come to <paramref name="place"/>: asked by names, without binding any.</summary>
    public bool MayReach(IOperation place, CancellationToken cancellationToken) => !Launching(place, cancellationToken).IsEmpty;

    /// <summary>The member whose code comes to <paramref name="write"/> on several threads with the same collection; null where none does, or that is not known.</summary>
    public ISymbol? At(CollectionAccess write, CancellationToken cancellationToken)
    {
        foreach (var body in Launching(write.Reference, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var all = launches.TryGetValue(body, out var known) ? known : launches.GetOrAdd(body, [.. Read(body, cancellationToken)]);
            if (all.FirstOrDefault(launch => Writes(launch, write, all, cancellationToken) || MeetsOwner(launch, write, cancellationToken)) is { } found)
            {
                return found.Place.SemanticModel?.GetEnclosingSymbol(body.SpanStart + (body.Span.Length / 2), cancellationToken) is var around ? MethodAround(around) : null;
            }
        }

        return null;
    }

    // Those that name what leads to the place, in a file that names its type or what that is: who has an object mostly says of which type.
    private ImmutableArray<SyntaxNode> Launching(IOperation place, CancellationToken cancellationToken) =>
        MethodAround(place.SemanticModel?.GetEnclosingSymbol(place.Syntax.SpanStart, cancellationToken)) is { ContainingType: { } type } member
            ? launching.TryGetValue(member, out var known) ? known : launching.GetOrAdd(member, [.. Launching([.. NamesOf(member, type)], type, cancellationToken)])
            : [];

    private IEnumerable<SyntaxNode> Launching(string[] names, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var found = NamesOfType(type)
            .SelectMany(name => model.Files.With(name, cancellationToken))
            .Distinct()
            .SelectMany(static tree => LaunchingMembers.Of(tree).All)
            .ToArray();
        return names.SelectMany(name => found.Where(launching => launching.Names.Contains(name)).Take(MaximumMembers + 1).ToArray() is { Length: <= MaximumMembers } naming ? naming : [])
            .Select(static launching => launching.Body)
            .Distinct();
    }

    private static IEnumerable<string> NamesOfType(INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            yield return current.Name;
        }

        // 'IDisposable' is named everywhere.
        foreach (var face in type.AllInterfaces.Where(static face => !face.DeclaringSyntaxReferences.IsEmpty))
        {
            yield return face.Name;
        }
    }

    private static ISymbol? MethodAround(ISymbol? symbol) => symbol.OutOfFunctions() switch { IMethodSymbol { AssociatedSymbol: { } property } => property, var around => around };

    /// <summary>What others call to come to a place: its method, or the methods of the type that may call a private one.</summary>
    public static IEnumerable<string> NamesOf(IOperation place, CancellationToken cancellationToken) =>
        MethodAround(place.SemanticModel?.GetEnclosingSymbol(place.Syntax.SpanStart, cancellationToken)) is { ContainingType: { } type } member ? NamesOf(member, type) : [];

    private static IEnumerable<string> NamesOf(ISymbol member, INamedTypeSymbol type) =>
        member.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected
            ? type.GetMembers().Where(candidate => candidate.DeclaredAccessibility is not (Accessibility.Private or Accessibility.Protected)
                && candidate is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol).Select(candidate => candidate.Name).Distinct()
            : [member.Name];

    // Everything that the code of one member starts.
    private IEnumerable<Launch> Read(SyntaxNode body, CancellationToken cancellationToken)
    {
        if (!model.Compilation.ContainsSyntaxTree(body.SyntaxTree) || model.Bodies.ModelOf(body.SyntaxTree).GetOperation(body, cancellationToken) is not { } root)
        {
            yield break;
        }

        foreach (var operation in root.DescendantsAndSelf())
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (operation)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    foreach (var run in model.Concurrency.Of(operation, cancellationToken).Where(run => run.IsConcurrent))
                    {
                        yield return LaunchOf(operation, operation, run, null, cancellationToken);
                    }

                    break;
                case IMethodReferenceOperation { Parent: not INameOfOperation, Method: { MethodKind: not MethodKind.LocalFunction } method } group when BodyOf(method, cancellationToken) is { } target:
                    foreach (var run in model.Concurrency.OfValue(group, method, cancellationToken).Where(run => run.IsConcurrent))
                    {
                        yield return LaunchOf(group, target, run, FrameOf(group, method, group.Instance), cancellationToken);
                    }

                    break;
                case IInvocationOperation { TargetMethod: { IsAsync: true, MethodKind: not MethodKind.LocalFunction } method } call
                    when BodyOf(method, cancellationToken) is { } target && model.Concurrency.OfAsyncCall(call) is { IsConcurrent: true } run:
                    yield return LaunchOf(call, target, run, FrameOf(call, method, call.Instance), cancellationToken);
                    break;
            }
        }
    }

    private IOperation? BodyOf(IMethodSymbol method, CancellationToken cancellationToken) =>
        !method.DeclaringSyntaxReferences.IsEmpty && !method.MayBeOverridden() && model.Bodies.Of(method, cancellationToken) is { IsIterator: false } body ? body.Operation : null;

    private Frame FrameOf(IOperation place, IMethodSymbol method, IOperation? instance) => Frame.OfRegion(model.Paths).Into(
        new CallSite(place, method, instance?.ResolvedReceiver(), null, IsVirtual: false, RunsToEnd: false, AfterAwait: false), method);

    private Launch LaunchOf(IOperation place, IOperation region, DelegateRun run, Frame? frame, CancellationToken cancellationToken)
    {
        var type = region.SemanticModel?.GetEnclosingSymbol(region.Syntax.SpanStart, cancellationToken)?.ContainingType;
        return new Launch(place, run, frame, new Lazy<ImmutableArray<Activation>>(() =>
            [.. model.Search.Activations(region, type, (call, _) => !MeansMany(call), CancellationToken.None)]));
    }

    // A call that could mean several methods means hardly this one.
    private bool MeansMany(CallSite call) => call.IsVirtual && model.Hierarchy.Targets(call.Method, call.Receiver?.Type).Length > MaximumTargets;

    private bool Writes(Launch launch, CollectionAccess write, ImmutableArray<Launch> all, CancellationToken cancellationToken)
    {
        foreach (var (path, isLater) in WaysTo(launch, write, cancellationToken))
        {
            if (IsOutside(path, launch) && IsBeside(launch, path, isLater, write, all, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    // The collection that is written, in terms of the member that launches, and whether that is after an 'await'.
    private IEnumerable<(InstancePath Path, bool IsLater)> WaysTo(Launch launch, CollectionAccess write, CancellationToken cancellationToken) =>
        WaysTo(launch, (effect, frame) => IsOf(effect, frame, write), cancellationToken);

    private IEnumerable<(InstancePath Path, bool IsLater)> WaysTo(Launch launch, Func<Effect, Frame, bool> isMeant, CancellationToken cancellationToken)
    {
        foreach (var activation in launch.Activations.Value)
        {
            foreach (var effect in activation.Region.Effects)
            {
                if (effect.Kind is EffectKind.Modifies && isMeant(effect, activation.Frame) && IsFree(effect, activation.Frame, cancellationToken)
                    && activation.Frame.Translate(effect.Target, cancellationToken) is { } target
                    && (launch.Frame is null ? target : launch.Frame.Translate(target, cancellationToken)) is { } path)
                {
                    yield return (path, effect.AfterAwait || FramesOf(activation.Frame).Any(frame => frame.Call!.AfterAwait));
                }
            }
        }
    }

    private static bool IsOf(Effect effect, Frame frame, CollectionAccess write) =>
        effect.Operation.Syntax == write.Place.Syntax || FramesOf(frame).Any(outer => outer.Call!.Operation.Syntax == write.Place.Syntax);

    private bool IsFree(Effect effect, Frame frame, CancellationToken cancellationToken) =>
        model.Locks.InAnyModeAt(effect.Operation, cancellationToken).IsEmpty && !model.Gates.Contain(effect.Operation)
        && FramesOf(frame).All(outer => model.Locks.InAnyModeAt(outer.Call!.Operation, cancellationToken).IsEmpty && !model.Gates.Contain(outer.Call.Operation));

    private static IEnumerable<Frame> FramesOf(Frame frame)
    {
        for (var outer = frame; outer is { Call: not null }; outer = outer.Caller!)
        {
            yield return outer;
        }
    }

    // Not an object of the run's own, nor an element of which each run may have another one.
    private bool IsOutside(InstancePath path, Launch launch)
    {
        if (path.Segments.Any(segment => segment.Member is not { } member || MemberExposure.OfThread(member) is not null))
        {
            return false;
        }

        switch (path.Root)
        {
            case { Kind: PathRootKind.This or PathRootKind.Static }:
                return true;
            case { Symbol: { } variable }:
                return variable.DeclaringSyntaxReferences is [var declaration] && model.Bodies.Around(launch.Place).Locals.IsNeverReassigned(variable) && IsOutside(declaration.GetSyntax(), launch);
            case { Kind: PathRootKind.Creation, Value: SyntaxNode creation }:
                return IsOutside(creation, launch);
            default:
                return false;
        }
    }

    // What is declared in a lambda, or in a loop that launches, is another one for each run.
    private static bool IsOutside(SyntaxNode declaration, Launch launch)
    {
        for (var node = launch.Place.Syntax; node is not null; node = node.Parent)
        {
            var isPerRun = node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax;
            if (isPerRun && declaration.SyntaxTree == node.SyntaxTree && node.Span.Contains(declaration.Span))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsBeside(Launch launch, InstancePath path, bool isLater, CollectionAccess write, ImmutableArray<Launch> all, CancellationToken cancellationToken)
    {
        var run = launch.Run;
        var isWaiting = isLater || awaits.IsBefore(launch.Place);
        if (run.FromFirstAwait && (!isWaiting || ResumesInContext(launch.Place, cancellationToken)))
        {
            return false;
        }

        if ((run.Concurrency is DelegateConcurrency.WithItself && (!run.OverlapsWhenSlow || isLater)) || overlaps.Repeats(run, cancellationToken))
        {
            return true;
        }

        return all.Any(other => other != launch && other.Place.Syntax != launch.Place.Syntax
            && WaysTo(other, write, cancellationToken).Any(way => way.Path.Equals(path) && (way.IsLater || !other.Run.FromFirstAwait))
            && overlaps.Meet(run, ArrivalOf(launch), ArrivalOf(other), cancellationToken));
    }

    // The launched code changes a part of its own object, and the callers of that object come to the same part: one of them to the write.
    private bool MeetsOwner(Launch launch, CollectionAccess write, CancellationToken cancellationToken)
    {
        if (!write.IsOfItself || write.Origin is not IMemberReferenceOperation { Member: var member }
            || WaysTo(launch, (effect, _) => SymbolEqualityComparer.Default.Equals(effect.Target.LastMember, member.OriginalDefinition), cancellationToken)
                .Select(way => way.Path).FirstOrDefault(path => path is { Root.Kind: PathRootKind.This, Segments: [{ Member: not null }, { Member: not null }] }) is not { } path)
        {
            return false;
        }

        var part = path.Segments[0].Member!;
        var isLaunched = WaysTo(launch, write, cancellationToken).Any();
        var writer = MethodAround(write.Reference.SemanticModel?.GetEnclosingSymbol(write.Reference.Syntax.SpanStart, cancellationToken));
        return model.Members.Of(part, cancellationToken).Any(reference => reference.Parent is IInvocationOperation { TargetMethod: var called } call && call.Instance == reference
            && (isLaunched ? Uses(called, member, cancellationToken) : SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, writer))
            && model.Locks.InAnyModeAt(call, cancellationToken).IsEmpty && model.Lives.PhaseOf(reference, part, model.Uses.OwnerOf(reference, cancellationToken), cancellationToken) is LifePhase.Life
            && arrivals.At(reference, cancellationToken).Any(way => overlaps.Meet(launch.Run, ArrivalOf(launch), way, cancellationToken)));
    }

    private bool Uses(IMethodSymbol method, ISymbol member, CancellationToken cancellationToken) => model.Accesses.Of(member, cancellationToken).Any(access =>
        access.Nature is AccessNature.Read or AccessNature.Write
        && SymbolEqualityComparer.Default.Equals(MethodAround(access.Reference.SemanticModel?.GetEnclosingSymbol(access.Reference.Syntax.SpanStart, cancellationToken)), method.OriginalDefinition));

    private static Arrival ArrivalOf(Launch launch) => new([launch.Run.Launch], [launch.Run], ArrivalKind.Unknown, null);

    private bool ResumesInContext(IOperation place, CancellationToken cancellationToken) =>
        model.Types.ResumesInContext(place.SemanticModel?.GetEnclosingSymbol(place.Syntax.SpanStart, cancellationToken)?.ContainingType);

    private sealed record Launch(IOperation Place, DelegateRun Run, Frame? Frame, Lazy<ImmutableArray<Activation>> Activations);
}
