using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers which changes of a collection in a field or property are made in code that its own type runs beside itself, or beside
/// other code of the type that uses the collection.
/// </summary>
internal sealed class MemberRaces(CompilationModel model, CalleeWrites callees)
{
    // What launches code beside other code, or collects what was launched, has one of these names.
    private static readonly WordScan Launchers = new(
    [
        "Run", "StartNew", "WhenAll", "WaitAll", "WhenAny", "ContinueWith", "ForAsync", "ForEachAsync", "Parallel", "AsParallel", "Thread", "ThreadPool", "Timer", "PeriodicTimer", "_",
        "ActionBlock", "TransformBlock", "TransformManyBlock", "FileSystemWatcher", "Elapsed", "Changed", "Created", "Deleted", "Renamed", "OutputDataReceived", "ErrorDataReceived",
        "DataReceived", "Exited", "Register", "DoWork", "CancelKeyPress", "ProcessExit", "MapGet", "MapPost", "MapPut", "MapDelete", "Map", "Use",
    ]);

    private readonly ConcurrentDictionary<ISymbol, bool> launching = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(ISymbol Type, InstancePath Path), ImmutableArray<RacyWrite>> known = new(Comparer.Instance);
    private readonly Arrivals arrivals = new(model.Concurrency, model.Members);
    private readonly RunOverlaps overlaps = new(model);
    private readonly Awaits awaits = new();

    /// <summary>The first change in each concurrent region of what <paramref name="path"/> denotes in the source of <paramref name="type"/>.</summary>
    public ImmutableArray<RacyWrite> Of(InstancePath path, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (path.Segments is not [{ Member: { } first }, ..] || path.Segments.Any(segment => segment.Member is not { } member || MemberExposure.OfThread(member) is not null)
            || (path.Root.Kind is PathRootKind.This && type.IsValueType))
        {
            return [];
        }

        var key = ((ISymbol)type.OriginalDefinition, path);
        return known.TryGetValue(key, out var found) ? found : known.GetOrAdd(key, [.. Find(path, first, type, cancellationToken)]);
    }

    /// <summary>Whether a type has anything that could run its code beside other code: asked by names, without binding any.</summary>
    public bool MayLaunch(INamedTypeSymbol type, CancellationToken cancellationToken) => launching.TryGetValue(type, out var found)
        ? found
        : launching.GetOrAdd(type, model.Members.NamesAny(Launchers, type, cancellationToken) || type.IsOrDerivesFrom("Microsoft.Extensions.Hosting", "BackgroundService")
            || model.Members.WordsOf("await", type, cancellationToken).Any(IsOfKeptTask) || model.Members.WordsOf("async", type, cancellationToken).Any(IsOfVoid));

    // 'var first = LoadAsync(1); .. await first;'
    private static bool IsOfKeptTask(SyntaxToken keyword) => keyword.Parent is AwaitExpressionSyntax { Expression: var awaited }
        && awaited is IdentifierNameSyntax or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax, Name.Identifier.ValueText: "ConfigureAwait" } };

    // A method that gives nobody its task.
    private static bool IsOfVoid(SyntaxToken keyword) =>
        keyword.Parent is MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } }
            or LocalFunctionStatementSyntax { ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } };

    private IEnumerable<RacyWrite> Find(InstancePath path, ISymbol member, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var uses = UsesIn(path, member, type, cancellationToken).ToArray();
        var resumesInContext = model.Types.ResumesInContext(type);
        var races = uses
            .Where(use => use.Changes && model.Locks.At(use.Place, cancellationToken).IsEmpty)
            .SelectMany(use => RunsAt(use, uses, resumesInContext, cancellationToken).Select(run => (use, run)));
        foreach (var region in races.GroupBy(race => race.run.Launch.Syntax))
        {
            var first = region.First();
            yield return new RacyWrite(first.use.Place, first.use.Dictionary, first.run, [.. uses.Where(use => use.Place != first.use.Place).Select(use => use.Place)]);
        }
    }

    // Every use in the bodies that name the member, in the order of the source.
    private IEnumerable<MemberUse> UsesIn(InstancePath path, ISymbol member, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var operation in BodiesUsing(path, member, type, cancellationToken).SelectMany(root => root.DescendantsAndSelf()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (DictionaryUse.TryGet(operation, model.Types) is { } use)
            {
                if (path.Equals(model.Paths.Read(use.Receiver, cancellationToken)))
                {
                    yield return new MemberUse(operation, use.Receiver, use.Verb.Modifies());
                }
            }
            else if (operation is IInvocationOperation call)
            {
                foreach (var argument in call.Arguments)
                {
                    var value = argument.Value.Unwrapped();
                    if (model.Types.KindOf(value.Type) is not CollectionKind.None && path.Equals(model.Paths.Read(value, cancellationToken)))
                    {
                        yield return new MemberUse(call, value, callees.Of(call, argument, cancellationToken) is not CalleeWrites.Written.No);
                    }
                }
            }
        }
    }

    // The bodies that name the member, and those that name a getter or method of the type that only gives it: 'Dictionary<K, V> Map => _map;'.
    private IEnumerable<IOperation> BodiesUsing(InstancePath path, ISymbol member, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var roots = model.Members.BodiesNaming(member.Name, type, cancellationToken).ToList();
        var names = roots.Where(root => model.Bodies.Of(root.Syntax, cancellationToken)?.SoleReturnValue is { } value && path.Equals(model.Paths.Read(value, cancellationToken)))
            .Select(root => NameOf(root.Syntax)).OfType<string>().Where(name => name != member.Name).ToArray();
        var seen = new HashSet<SyntaxNode>(roots.Select(root => root.Syntax));
        roots.AddRange(names.SelectMany(name => model.Members.BodiesNaming(name, type, cancellationToken)).Where(root => seen.Add(root.Syntax)));
        return names.Length == 0 ? roots : roots.OrderBy(root => root.Syntax.SyntaxTree == roots[0].Syntax.SyntaxTree ? 0 : 1).ThenBy(root => root.Syntax.SpanStart);
    }

    private static string? NameOf(SyntaxNode body) => body.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
    {
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        _ => null,
    };

    private IEnumerable<DelegateRun> RunsAt(MemberUse use, MemberUse[] uses, bool resumesInContext, CancellationToken cancellationToken)
    {
        foreach (var arrival in arrivals.At(use.Dictionary, cancellationToken).Where(way => !way.Places.Any(model.Gates.Contain)))
        {
            foreach (var run in arrival.Runs.Where(run => !run.FromFirstAwait || !resumesInContext))
            {
                var overlapsItself = run.Concurrency is DelegateConcurrency.WithItself && (!run.OverlapsWhenSlow || awaits.IsBefore(use.Dictionary));
                if (overlapsItself || overlaps.Repeats(run, cancellationToken) || uses.Any(other => Meets(run, arrival, other, cancellationToken)))
                {
                    yield return run;
                }
            }
        }
    }

    private bool Meets(DelegateRun run, Arrival arrival, MemberUse other, CancellationToken cancellationToken) =>
        arrivals.At(other.Dictionary, cancellationToken).Any(way => overlaps.Meet(run, arrival, way, cancellationToken));

    private sealed record MemberUse(IOperation Place, IOperation Dictionary, bool Changes);

    private sealed class Comparer : IEqualityComparer<(ISymbol Type, InstancePath Path)>
    {
        public static readonly Comparer Instance = new();

        public bool Equals((ISymbol Type, InstancePath Path) x, (ISymbol Type, InstancePath Path) y) =>
            SymbolEqualityComparer.Default.Equals(x.Type, y.Type) && x.Path.Equals(y.Path);

        public int GetHashCode((ISymbol Type, InstancePath Path) key) => unchecked((SymbolEqualityComparer.Default.GetHashCode(key.Type) * 31) + key.Path.GetHashCode());
    }
}
