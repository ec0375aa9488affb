using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether several flows provably come to the same dictionary at the same place: it is static, or its holder is one object
/// for all, or what is captured there runs beside itself.
/// </summary>
internal sealed class SharedFlows(CompilationModel model)
{
    /// <summary>Whether another flow can be where <paramref name="dictionary"/> is used, with the same dictionary.</summary>
    public bool Reach(IOperation dictionary, CancellationToken cancellationToken)
    {
        if (model.Paths.Read(dictionary, cancellationToken) is not { } path || path.Segments.Any(segment => segment.Key is not null)
            || model.Exposures.Of(dictionary, cancellationToken) is not Exposure.Shared || IsOfOneFlow(dictionary, path, cancellationToken))
        {
            return false;
        }

        var holder = dictionary.SemanticModel?.GetEnclosingSymbol(dictionary.Syntax.SpanStart, cancellationToken)?.ContainingType;
        return path.Root.Kind switch
        {
            // The type of the entry point runs from top to bottom, and in some programs all the others do.
            PathRootKind.Static => model.Threading.Of(cancellationToken) is ProgramThreads.Several
                && !SymbolEqualityComparer.Default.Equals(holder, EntryType(cancellationToken)) && !model.Startup.Contains(dictionary, cancellationToken),
            PathRootKind.This => holder is not null && model.Instances.Of(holder, cancellationToken) is { Reason: not SharingReason.Hosted }
                && !model.Instances.IsShortLived(holder, cancellationToken) && !model.Startup.Contains(dictionary, cancellationToken),
            _ => true,
        };
    }

    // A loop that the constructor starts, what is loaded once, what the host calls before it lets anybody in.
    private bool IsOfOneFlow(IOperation dictionary, InstancePath path, CancellationToken cancellationToken)
    {
        if (path.Root.Kind is not (PathRootKind.This or PathRootKind.Static))
        {
            return false;
        }

        var roots = model.Threads.Of(dictionary, path.Root.Kind is PathRootKind.Static, cancellationToken);
        return (roots.IsCalled || roots.RunsAlone || !roots.Started.IsEmpty) && !roots.Meets(roots, otherWrites: true, callersAreSeveral: true);
    }

    private INamedTypeSymbol? EntryType(CancellationToken cancellationToken) => model.Compilation.GetEntryPoint(cancellationToken)?.ContainingType;
}
