using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Retyping;

/// <summary>One document of a retyping: what is asked of it, and the edits that it gets.</summary>
internal sealed class RetypedDocument(RepairContext context, bool qualifiesNames)
{
    private readonly HashSet<SyntaxNode> knownWrites = [];

    public RepairContext Context => context;

    public Document Document => context.Document;

    public SyntaxNode Root => context.Root;

    public SemanticModel Model => context.Model;

    public CompilationModel Facts => context.Facts;

    public CancellationToken CancellationToken => context.CancellationToken;

    public TextEdits Edits { get; } = new();

    /// <summary>The namespaces that the result needs using directives for, each with the number of the namespace declaration that holds them.</summary>
    public HashSet<(string Namespace, int? Holder)> Namespaces { get; } = [];

    /// <summary>The version of the language.</summary>
    public LanguageVersion Language => ((CSharpParseOptions)Root.SyntaxTree.Options).LanguageVersion;

    public IOperation? OperationOf(SyntaxNode node) => context.OperationOf(node);

    /// <summary>The end of line and the indentation of the line in which <paramref name="position"/> stands.</summary>
    public string NewLineAt(int position)
    {
        var line = Root.SyntaxTree.GetText(CancellationToken).Lines.GetLineFromPosition(position).ToString();
        return context.EndOfLine + line.Substring(0, line.Length - line.TrimStart().Length);
    }

    /// <summary>One level of indentation as the document has it.</summary>
    public string IndentationUnit =>
        Root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) && trivia.ToString().Trim(' ').Length > 0) == default ? "    " : "\t";

    /// <summary>How a type is written at <paramref name="place"/>.</summary>
    public string TextOf(ITypeSymbol type, SyntaxNode place)
    {
        var format = SymbolDisplayFormat.MinimallyQualifiedFormat;
        format = Model.GetNullableContext(place.SpanStart).AnnotationsEnabled()
            ? format.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier)
            : format.RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);
        return type.ToMinimalDisplayString(Model, place.SpanStart, format);
    }

    /// <summary>How a generic type of the framework is written at <paramref name="place"/>, without its arguments. Remembers the directive that it needs.</summary>
    public string NameOf(string space, string name, int arity, SyntaxNode place)
    {
        var found = Model.LookupNamespacesAndTypes(place.SpanStart, name: name).OfType<INamedTypeSymbol>().Where(type => type.Arity == arity).ToArray();
        if (found.Length > 0 && Array.TrueForAll(found, type => type.IsNamed(space, name)))
        {
            return name;
        }

        if (found.Length == 0 && !qualifiesNames)
        {
            Require(space, place);
            return name;
        }

        var first = space.Split('.')[0];
        var isPlain = Model.LookupNamespacesAndTypes(place.SpanStart, name: first) is [INamespaceSymbol { ContainingNamespace.IsGlobalNamespace: true }];
        return (isPlain ? string.Empty : "global::") + space + "." + name;
    }

    /// <summary>Makes sure that a namespace is imported at <paramref name="place"/>.</summary>
    public void Require(string space, SyntaxNode place) => Namespaces.Add((space, UsingDirectives.HolderOf(place)));

    /// <summary>A name that nothing has at <paramref name="place"/>, nor within it.</summary>
    public string FreeName(string wanted, SyntaxNode place) => context.NameInInnerScope(wanted, place, place);

    /// <summary>Remembers that this argument gives a variable an element of the dictionary.</summary>
    public void AddKnownWrite(SyntaxNode argument) => knownWrites.Add(argument);

    public bool IsKnownWrite(SyntaxNode argument) => knownWrites.Contains(argument);

    /// <summary>The names in the code by which <paramref name="variable"/>, a local, parameter or range variable, is used.</summary>
    public IEnumerable<IdentifierNameSyntax> NamesOf(ISymbol variable, SyntaxNode scope) =>
        from name in scope.DescendantNodes().OfType<IdentifierNameSyntax>()
        where name.Identifier.ValueText == variable.Name
            && SymbolEqualityComparer.Default.Equals(Model.GetSymbolInfo(name, CancellationToken).Symbol, variable)
        select name;

    /// <summary>The member or top-level program around a node: the scope of its variables.</summary>
    public SyntaxNode ScopeOf(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax and not BaseTypeDeclarationSyntax) ?? Root;

    /// <summary>Whether a node stands in <c>nameof(..)</c>, which never evaluates it.</summary>
    public bool IsOnlyNamed(SyntaxNode node) =>
        node.Ancestors().OfType<InvocationExpressionSyntax>().Any(call =>
            call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" } && OperationOf(call) is INameOfOperation or null);

    /// <summary>Whether a local or parameter has, as far as its body shows, one value for good.</summary>
    public bool IsNeverReassigned(IOperation reference) => reference switch
    {
        ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => Facts.Bodies.Around(reference).Locals.IsNeverReassigned(local),
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => Facts.Bodies.Around(reference).Locals.IsNeverReassigned(parameter),
        _ => false,
    };
}
