using System.Linq;
using System.Threading.Tasks;
using DictionaryAnalyzers.Options;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Retyping;

/// <summary>Retypes one declaration: its written type, what it is given, and every reference to it in the solution.</summary>
internal sealed class DeclarationReader(RetypingScope scope)
{
    private readonly MapReader maps = new(scope);

    public MapReader Maps => maps;

    /// <summary>Whether the declaration and all its uses could be translated.</summary>
    public async Task<bool> ReadAsync(ISymbol symbol)
    {
        if (await SymbolFinder.FindSourceDefinitionAsync(symbol, scope.Solution, scope.CancellationToken).ConfigureAwait(false) is { } source)
        {
            symbol = source;
        }

        if (symbol.DeclaringSyntaxReferences is not [var reference])
        {
            return false;
        }

        var declaration = await reference.GetSyntaxAsync(scope.CancellationToken).ConfigureAwait(false);
        var place = scope.Solution.GetDocument(declaration.SyntaxTree);
        if (await scope.OpenAsync(place).ConfigureAwait(false) is not { } document || !Reach.IsWithin(scope.Solution, symbol, MayChangePublicApi(document)))
        {
            return false;
        }

        if (!scope.IsNew(document.Document.Id, declaration.SpanStart))
        {
            return true;
        }

        return ReadDeclaration(document, symbol, declaration)
            && await ReadReferencesAsync(symbol).ConfigureAwait(false)
            && (symbol is not IParameterSymbol parameter || await ReadArgumentsAsync(parameter).ConfigureAwait(false))
            && await AddLinkedAsync(document, declaration).ConfigureAwait(false);
    }

    private static bool MayChangePublicApi(RetypedDocument document) => PackageOptions.IsOn(
        PackageOptions.RetypePublicApiOption, document.Document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(document.Root.SyntaxTree));

    private bool ReadDeclaration(RetypedDocument document, ISymbol symbol, SyntaxNode declaration)
    {
        var (type, written, value) = (symbol, declaration) switch
        {
            (ILocalSymbol local, VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variables } declarator) => (local.Type, variables.Type, (SyntaxNode?)declarator.Initializer),
            (IFieldSymbol field, VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variables } declarator) => (field.Type, variables.Type, declarator.Initializer),
            (IPropertySymbol property, PropertyDeclarationSyntax syntax) => (property.Type, syntax.Type, syntax.Initializer),
            (IParameterSymbol parameter, ParameterSyntax syntax) => (parameter.Type, syntax.Type, syntax.Default),
            (IMethodSymbol method, MethodDeclarationSyntax syntax) => (method.ReturnType, syntax.ReturnType, null),
            (IMethodSymbol method, LocalFunctionStatementSyntax syntax) => (method.ReturnType, syntax.ReturnType, null),
            _ => (null, null, null),
        };
        if (type is null || written is null or RefTypeSyntax || !scope.Translation.IsMap(type, document.Facts.Types)
            || (!written.IsVar && !scope.Translation.RewriteType(document, written, type, ElementRole.Map)))
        {
            return false;
        }

        // 'Dictionary<..> a, b;' has one type for both.
        if (declaration.Parent is VariableDeclarationSyntax { Variables.Count: > 1 } several)
        {
            foreach (var other in several.Variables)
            {
                if (document.Model.GetDeclaredSymbol(other, scope.CancellationToken) is { } sibling)
                {
                    scope.AddMap(sibling);
                }
            }
        }

        var initial = value switch
        {
            EqualsValueClauseSyntax clause => document.OperationOf(clause.Value),
            _ => null,
        };
        return (value is null || (initial is not null && maps.ReadSource(document, initial)))
            && (declaration is ParameterSyntax || ReadReturns(document, declaration));
    }

    // Whatever a method or a getter returns, and an expression body.
    private bool ReadReturns(RetypedDocument document, SyntaxNode declaration)
    {
        var bodies = declaration switch
        {
            PropertyDeclarationSyntax { ExpressionBody: { } body } => [body],
            PropertyDeclarationSyntax { AccessorList.Accessors: var accessors } => accessors.ToArray(),
            MethodDeclarationSyntax or LocalFunctionStatementSyntax => [declaration],
            _ => System.Array.Empty<SyntaxNode>(),
        };
        foreach (var operation in bodies.Select(document.OperationOf).OfType<IOperation>())
        {
            var own = operation is ILocalFunctionOperation function ? function.Body?.Executed() ?? [] : operation.Executed();
            foreach (var returned in own.OfType<IReturnOperation>())
            {
                if (returned.Kind is not OperationKind.Return || (returned.ReturnedValue is { } value && !maps.ReadSource(document, value)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private async Task<bool> ReadReferencesAsync(ISymbol symbol)
    {
        var found = await SymbolFinder.FindReferencesAsync(symbol, scope.Solution, scope.CancellationToken).ConfigureAwait(false);
        foreach (var location in found.SelectMany(referenced => referenced.Locations))
        {
            if (location.IsCandidateLocation || await scope.OpenAsync(location.Document).ConfigureAwait(false) is not { } document
                || !ReadReference(document, symbol, document.Root.FindNode(location.Location.SourceSpan, findInsideTrivia: true, getInnermostNodeForTie: true)))
            {
                return false;
            }
        }

        return true;
    }

    private bool ReadReference(RetypedDocument document, ISymbol symbol, SyntaxNode node)
    {
        // The name in a documentation comment or of an argument stays right.
        if (node.IsPartOfStructuredTrivia() || (symbol is IParameterSymbol && node.Parent is NameColonSyntax { Parent: ArgumentSyntax }))
        {
            return true;
        }

        if (document.IsOnlyNamed(node))
        {
            return true;
        }

        var expression = node;
        while (expression.Parent is MemberAccessExpressionSyntax access && access.Name == expression
            || expression.Parent is MemberBindingExpressionSyntax || expression.Parent is ParenthesizedExpressionSyntax
            || (symbol is IMethodSymbol && expression.Parent is InvocationExpressionSyntax call && call.Expression == expression))
        {
            expression = expression.Parent!;
        }

        while (expression is ParenthesizedExpressionSyntax parenthesized)
        {
            expression = parenthesized.Expression;
        }

        return document.OperationOf(expression) is
                IFieldReferenceOperation or IPropertyReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation or IInvocationOperation
            && document.OperationOf(expression) is { } operation && maps.Read(document, operation);
    }

    // A parameter is given what every call of its method hands over.
    private async Task<bool> ReadArgumentsAsync(IParameterSymbol parameter)
    {
        var method = parameter.ContainingSymbol;
        var found = await SymbolFinder.FindReferencesAsync(method, scope.Solution, scope.CancellationToken).ConfigureAwait(false);
        foreach (var location in found.SelectMany(referenced => referenced.Locations))
        {
            if (location.IsCandidateLocation || await scope.OpenAsync(location.Document).ConfigureAwait(false) is not { } document)
            {
                return false;
            }

            var node = document.Root.FindNode(location.Location.SourceSpan, findInsideTrivia: true, getInnermostNodeForTie: true);
            if (node.IsPartOfStructuredTrivia() || document.IsOnlyNamed(node))
            {
                continue;
            }

            var call = node.AncestorsAndSelf()
                .TakeWhile(candidate => candidate is NameSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or InvocationExpressionSyntax
                    or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax)
                .FirstOrDefault(candidate => candidate is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax);
            var arguments = call is null ? default : document.OperationOf(call) switch
            {
                IInvocationOperation invocation => invocation.Arguments,
                IObjectCreationOperation creation => creation.Arguments,
                _ => default,
            };
            if (arguments.IsDefault || arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal) is not { } given
                || !maps.ReadSource(document, given.Value))
            {
                return false;
            }
        }

        return true;
    }

    // The same file in another project declares the same thing there.
    private async Task<bool> AddLinkedAsync(RetypedDocument document, SyntaxNode declaration)
    {
        foreach (var id in document.Document.GetLinkedDocumentIds())
        {
            if (await scope.OpenAsync(scope.Solution.GetDocument(id)).ConfigureAwait(false) is not { } linked)
            {
                return false;
            }

            var same = linked.Root.FullSpan.Contains(declaration.Span) ? linked.Root.FindNode(declaration.Span) : null;
            if (same?.IsKind(declaration.Kind()) is true && same.Span == declaration.Span
                && linked.Model.GetDeclaredSymbol(same, scope.CancellationToken) is { } symbol)
            {
                scope.AddMap(symbol);
            }
        }

        return true;
    }
}
