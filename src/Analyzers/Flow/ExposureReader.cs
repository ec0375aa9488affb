using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether other threads can reach a collection where an operation uses it.</summary>
internal sealed class ExposureReader(PathReader paths, EscapeReader escapes)
{
    /// <summary>The exposure of the object that <paramref name="receiver"/> denotes, where it stands.</summary>
    public Exposure Of(IOperation receiver, CancellationToken cancellationToken)
    {
        if (paths.Read(receiver, cancellationToken) is not { } path)
        {
            return Exposure.Unknown;
        }

        if (path is { LastMember: not null, Root.Kind: PathRootKind.This or PathRootKind.Static })
        {
            return Exposure.Shared;
        }

        var isOwn = path.Segments.IsEmpty
            && (path.Root.Kind is PathRootKind.Creation || path.Root is { Kind: PathRootKind.Symbol, Symbol: ILocalSymbol });
        return isOwn && escapes.Of(receiver.Root(), path, cancellationToken).All(escape => escape.Parent is IReturnOperation)
            ? Exposure.Confined
            : Exposure.Unknown;
    }
}
