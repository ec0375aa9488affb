using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers from syntax alone whether code may take a lock at all, which most code does not.</summary>
internal sealed class LockScan
{
    private readonly ConcurrentDictionary<SyntaxNode, LockSigns> bodies = new();
    private readonly ConcurrentDictionary<ISymbol, bool> types = new(SymbolEqualityComparer.Default);

    /// <summary>What in a body, what is nested in it included, looks like a lock.</summary>
    public LockSigns Of(SyntaxNode body) => bodies.TryGetValue(body, out var known) ? known : bodies.GetOrAdd(body, Scan(body));

    /// <summary>Whether anything in the source of <paramref name="type"/>, or of a type around it, looks like a lock.</summary>
    public bool AnyIn(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        while (type.ContainingType is { } outer)
        {
            type = outer;
        }

        return types.TryGetValue(type, out var known) ? known : types.GetOrAdd(type, type.DeclaringSyntaxReferences.Any(declaration =>
            (Scan(declaration.GetSyntax(cancellationToken)) & (LockSigns.Statements | LockSigns.Calls)) != 0));
    }

    private static LockSigns Scan(SyntaxNode node)
    {
        var signs = LockSigns.None;
        foreach (var token in node.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.LockKeyword))
            {
                signs |= LockSigns.Statements;
            }
            else if (token.IsKind(SyntaxKind.UsingKeyword))
            {
                signs |= LockSigns.Usings;
            }
            else if (token.IsKind(SyntaxKind.IdentifierToken) && (LockUse.IsLockName(token.ValueText) || token.ValueText is "Synchronized"))
            {
                return signs | LockSigns.Calls;
            }
        }

        return signs;
    }
}
