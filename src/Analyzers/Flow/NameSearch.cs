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
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Every operation of the compilation that names a member, found in the text first and bound afterwards. It is for the few
/// members of which everything has to be known; who needs only the declaring type asks <see cref="MemberUses"/>.
/// </summary>
internal sealed class NameSearch(SourceFiles files, SourceBodies bodies)
{
    // A name that stands in more places than this is too common to be looked into.
    private const int MaximumPlaces = 200;

    private readonly ConcurrentDictionary<string, ImmutableArray<SyntaxToken>?> known = new();

    /// <summary>The operations that name <paramref name="member"/>; null where its name is too common, or stands where nothing is bound.</summary>
    public IEnumerable<IOperation>? Of(ISymbol member, CancellationToken cancellationToken) =>
        PlacesOf(member.Name, cancellationToken)?.SelectMany(token => At(token, member.OriginalDefinition, cancellationToken));

    /// <summary>The places where a name stands in code, without binding any; null where it is too common.</summary>
    public ImmutableArray<SyntaxToken>? PlacesOf(string name, CancellationToken cancellationToken) =>
        known.TryGetValue(name, out var places) ? places : known.GetOrAdd(name, Find(name, cancellationToken));

    private ImmutableArray<SyntaxToken>? Find(string name, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<SyntaxToken>();
        foreach (var tree in files.With(name, cancellationToken))
        {
            var text = tree.GetText(cancellationToken).ToString();
            foreach (var token in SourceTexts.TokensIn(text, tree, new TextSpan(0, text.Length), name, cancellationToken))
            {
                if (token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is SimpleNameSyntax)
                {
                    found.Add(token);
                    if (found.Count > MaximumPlaces)
                    {
                        return null;
                    }
                }
            }
        }

        return found.ToImmutable();
    }

    // The member reference or call whose name the token is, in the operation tree of the whole body.
    private IEnumerable<IOperation> At(SyntaxToken token, ISymbol member, CancellationToken cancellationToken)
    {
        var model = bodies.ModelOf(token.SyntaxTree!);
        if (token.Parent is not { } name || !Names(model.GetSymbolInfo(name, cancellationToken).Symbol, member))
        {
            return [];
        }

        for (var node = name; node is not null; node = node.Parent)
        {
            if (model.GetOperation(node, cancellationToken) is { } operation)
            {
                for (var candidate = operation; candidate is not null; candidate = candidate.Parent)
                {
                    if (MemberOf(candidate) is { } named && Names(named, member))
                    {
                        return [candidate];
                    }

                    if (candidate.Syntax.Span.Length > name.Span.Length && candidate.Syntax is StatementSyntax)
                    {
                        break;
                    }
                }

                return [];
            }
        }

        return [];
    }

    private static ISymbol? MemberOf(IOperation operation) => operation switch
    {
        IMemberReferenceOperation reference => reference.Member,
        IInvocationOperation call => call.TargetMethod,
        _ => null,
    };

    private static bool Names(ISymbol? found, ISymbol member)
    {
        found = found is IMethodSymbol { ReducedFrom: { } unreduced } ? unreduced : found;
        return SymbolEqualityComparer.Default.Equals(found?.OriginalDefinition, member);
    }
}
