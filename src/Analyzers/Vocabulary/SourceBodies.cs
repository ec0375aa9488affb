using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>
/// The bodies of a compilation's own methods and accessors as operations, on demand. One semantic model a tree is kept for
/// the life of the compilation, so that a callee is bound once however many callers ask.
/// </summary>
internal sealed class SourceBodies(Compilation compilation)
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> models = new();
    private readonly ConcurrentDictionary<SyntaxNode, Body?> bodies = new();

    /// <summary>The body of a method, accessor, constructor or local function; null when it has none in this compilation.</summary>
    public Body? Of(IMethodSymbol method, CancellationToken cancellationToken)
    {
        method = method.OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            if (Of(reference.GetSyntax(cancellationToken), cancellationToken) is { } body)
            {
                return body;
            }
        }

        return null;
    }

    /// <summary>The body that <paramref name="declaration"/> declares; null when it has none.</summary>
    public Body? Of(SyntaxNode declaration, CancellationToken cancellationToken)
    {
        if (!HasBody(declaration) || !Owns(declaration.SyntaxTree))
        {
            return null;
        }

        if (bodies.TryGetValue(declaration, out var body))
        {
            return body;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var operation = ModelOf(declaration.SyntaxTree).GetOperation(declaration, cancellationToken);
        return bodies.GetOrAdd(declaration, operation is null ? null : new Body(operation));
    }

    /// <summary>The facts of the body in which <paramref name="operation"/> stands.</summary>
    public Body Around(IOperation operation)
    {
        var root = operation.Root();
        return (bodies.TryGetValue(root.Syntax, out var known) ? known : bodies.GetOrAdd(root.Syntax, new Body(root))) ?? new Body(root);
    }

    /// <summary>Whether <paramref name="tree"/> is one of the compilation's own, and not of a project that it references.</summary>
    public bool Owns(SyntaxTree tree) => compilation.ContainsSyntaxTree(tree);

    /// <summary>The semantic model of one of the compilation's trees.</summary>
    public SemanticModel ModelOf(SyntaxTree tree)
    {
#pragma warning disable RS0030, RS1030 // the one place that asks for models; callees live in other trees than the callback's own
        return models.GetOrAdd(tree, key => compilation.GetSemanticModel(key));
#pragma warning restore RS0030, RS1030
    }

    private static bool HasBody(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax method =>
            method.Body is not null || method.ExpressionBody is not null || method is ConstructorDeclarationSyntax { Initializer: not null },
        AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
        LocalFunctionStatementSyntax or ArrowExpressionClauseSyntax or CompilationUnitSyntax => true,
        _ => false,
    };
}
