using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Flow;

/// <summary>The members of a source file whose code starts something that runs beside it, and the names of what each of them, or another member of its type, uses of other objects.</summary>
internal sealed class LaunchingMembers
{
    // Weak keys: a tree that an editor did not change is the same one in the next compilation, and is not read again.
    private static readonly ConditionalWeakTable<SyntaxTree, LaunchingMembers> Known = new();

    private LaunchingMembers(SyntaxTree tree) => All =
    [
        .. from member in ThreadingWords.Of(tree).Launches(CancellationToken.None).Select(OwnerOf).Distinct()
           where member is not null
           group member by member.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? member into members
           let names = NamesIn(members.Key)
           from member in members
           select (member, names),
    ];

    /// <summary>The members of <paramref name="tree"/>.</summary>
    public static LaunchingMembers Of(SyntaxTree tree) => Known.GetValue(tree, static key => new LaunchingMembers(key));

    /// <summary>The bodies, each with the names after a dot in it.</summary>
    public ImmutableArray<(SyntaxNode Body, ImmutableHashSet<string> Names)> All { get; }

    private static ImmutableHashSet<string> NamesIn(SyntaxNode body) =>
    [
        .. from token in body.DescendantTokens()
           where token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax or MemberBindingExpressionSyntax } name
               && (name.Parent as MemberAccessExpressionSyntax)?.Expression is not IdentifierNameSyntax { Identifier.ValueText: "Task" or "Parallel" or "Thread" or "ThreadPool" } and var owner && owner != name
           select token.ValueText,
    ];

    // The largest node around a token, inside its type, that can be bound as an operation of its own.
    private static SyntaxNode? OwnerOf(SyntaxToken token)
    {
        SyntaxNode? owner = null;
        for (var node = token.Parent; node is not null and not BaseTypeDeclarationSyntax; node = node.Parent)
        {
            if (node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax
                || node is CompilationUnitSyntax { Members: var members } && members.Any(member => member is GlobalStatementSyntax && member.Span.Contains(token.Span)))
            {
                owner = node;
            }
        }

        return owner;
    }
}
