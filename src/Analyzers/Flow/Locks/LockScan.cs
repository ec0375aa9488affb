using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether code may take a lock at all, which most code does not. It looks at the text, and at syntax only where the
/// text has a word that locks have.
/// </summary>
internal sealed class LockScan
{
    private readonly ConcurrentDictionary<SyntaxNode, LockSigns> bodies = new();
    private readonly ConcurrentDictionary<ISymbol, bool> types = new(SymbolEqualityComparer.Default);

    /// <summary>What in a body, what is nested in it included, looks like a lock.</summary>
    public LockSigns Of(SyntaxNode body, CancellationToken cancellationToken) =>
        bodies.TryGetValue(body, out var known) ? known : bodies.GetOrAdd(body, Scan(body.SyntaxTree, body.Span, cancellationToken) | OfName(body));

    /// <summary>Whether anything in the source of <paramref name="type"/>, or of a type around it, looks like a lock.</summary>
    public bool AnyIn(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        while (type.ContainingType is { } outer)
        {
            type = outer;
        }

        return types.TryGetValue(type, out var known) ? known : types.GetOrAdd(type, type.DeclaringSyntaxReferences.Any(declaration =>
            (Scan(declaration.SyntaxTree, declaration.Span, cancellationToken) & (LockSigns.Statements | LockSigns.Calls)) != 0));
    }

    private static LockSigns Scan(SyntaxTree tree, TextSpan span, CancellationToken cancellationToken)
    {
        var signs = LockSigns.None;
        foreach (var position in LockWords.Of(tree).In(span))
        {
            if (SourceTexts.TokenAt(tree, position, cancellationToken) is { } token)
            {
                signs |= SignOf(token);
                if ((signs & LockSigns.Calls) != 0)
                {
                    return signs;
                }
            }
        }

        return signs;
    }

    // 'private WriteGuard WriteLock() => new(_gate);'
    private static LockSigns OfName(SyntaxNode body) => body switch
    {
        MethodDeclarationSyntax { Identifier.ValueText: var name } when LockUse.IsLockName(name) => LockSigns.Calls,
        LocalFunctionStatementSyntax { Identifier.ValueText: var name } when LockUse.IsLockName(name) => LockSigns.Calls,
        _ => LockSigns.None,
    };

    private static LockSigns SignOf(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.LockKeyword => LockSigns.Statements,
        SyntaxKind.UsingKeyword => LockSigns.Usings,
        SyntaxKind.IdentifierToken when token.ValueText is "Synchronized" || (LockUse.IsLockName(token.ValueText) && IsCalled(token.Parent)) => LockSigns.Calls,
        _ => LockSigns.None,
    };

    // 'gate.Wait()', 'gate?.Wait()', 'Wait()'
    private static bool IsCalled(SyntaxNode? name) =>
        name is SimpleNameSyntax && (name.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax ? name.Parent : name) is { Parent: InvocationExpressionSyntax call } called
        && call.Expression == called;
}
