using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>How is a value taken out of the dictionary at hand, and how is it disposed of?</summary>
internal sealed class ValueDisposal(RepairContext context, DictionaryUse use, ITypeSymbol valueType)
{
    public RepairContext Context => context;

    /// <summary>What the code does with the dictionary.</summary>
    public DictionaryUse Use => use;

    /// <summary>Whether each call on the dictionary is atomic.</summary>
    public bool IsConcurrent { get; } = context.Facts.Types.KindOf(use.Receiver.Type) is CollectionKind.ConcurrentDictionary;

    /// <summary>The dictionary, as it is written.</summary>
    public string Map => use.Receiver.Syntax.ToString();

    /// <summary>The call that takes the value of <paramref name="key"/> out, and says whether there was one.</summary>
    public string Call(ExpressionSyntax key, string name) => $"{Map}.{(IsConcurrent ? "TryRemove" : "Remove")}({key}, out var {name})";

    /// <summary>The statement that takes the value out and disposes of it.</summary>
    public string Removal(ExpressionSyntax key, string name, string dispose, LockLayout layout) => $"if ({Call(key, name)}){layout.Block(_ => dispose)}";

    /// <summary>The statements that dispose of the variable <paramref name="name"/> at <paramref name="place"/>, best first.</summary>
    public IEnumerable<string> Ways(string name, SyntaxNode place)
    {
        var access = valueType.NullableAnnotation is NullableAnnotation.Annotated ? "?." : ".";
        var types = context.Facts.Types;
        var isAsync = place.FirstAncestorOrSelf<SyntaxNode>(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MethodDeclarationSyntax) switch
        {
            AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.RawKind != 0,
            LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
            MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
            _ => false,
        };
        if (isAsync && access == "." && Implements(types.AsyncDisposable))
        {
            yield return $"await {name}.DisposeAsync();";
        }

        if (Implements(types.Disposable))
        {
            yield return $"{name}{access}Dispose();";
            yield return $"((System.IDisposable){name}){access}Dispose();";
        }
    }

    /// <summary>Puts statements in front of one, with an empty line between them.</summary>
    public static Repair Before(StatementSyntax statement, string text, LockLayout layout)
    {
        var added = SyntaxFactory.ParseStatement(text).WithLeadingTrivia(layout.Leading).WithTrailingTrivia(layout.Separator);
        return new Repair(statement, editor =>
        {
            editor.InsertBefore(statement, added);
            editor.ReplaceNode(statement, (current, _) => current.WithLeadingTrivia(layout.LeadingOfNext));
        })
        {
            Rewrites = [statement.Span],
        };
    }

    /// <summary>Whether another statement can stand before this one.</summary>
    public static bool IsInList(StatementSyntax statement) => statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax;

    /// <summary>Whether a key can be named twice.</summary>
    public static bool IsRepeatable(ExpressionSyntax key) => key is IdentifierNameSyntax or LiteralExpressionSyntax or MemberAccessExpressionSyntax;

    /// <summary>
    /// A block in place of the expression that is the body of a method; none where a comment or a directive would be lost.
    /// <paramref name="body"/> gives the text from the space before the brace on.
    /// </summary>
    public static Repair? WithBlock(MethodDeclarationSyntax method, ArrowExpressionClauseSyntax arrow, string body)
    {
        var end = method.SemicolonToken;
        if (arrow.DescendantTrivia().Concat(end.LeadingTrivia).Comments().Any() || arrow.ContainsDirectives)
        {
            return null;
        }

        var brace = body.IndexOf('{');
        var before = arrow.GetFirstToken().GetPreviousToken();
        var block = ((BlockSyntax)SyntaxFactory.ParseStatement(body.Substring(brace))).WithLeadingTrivia(SyntaxFactory.ParseLeadingTrivia(body.Substring(0, brace))).WithTrailingTrivia(end.TrailingTrivia);
        var result = method.ReplaceToken(before, before.WithTrailingTrivia()).WithExpressionBody(null).WithSemicolonToken(default).WithBody(block);
        return new Repair(method, editor => editor.ReplaceNode(method, result)) { Rewrites = [method.Span] };
    }

    private bool Implements(INamedTypeSymbol? contract) =>
        KnownTypes.Is(valueType, contract) || valueType.AllInterfaces.Any(implemented => KnownTypes.Is(implemented, contract));
}
