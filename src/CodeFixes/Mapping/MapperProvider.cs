using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Generators.Mapping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Mapping;

/// <summary>
/// Finds the method of a mapper that does what a repair wants, or writes it: into the mapper of the type where it has one, into a new
/// one beside the type, or for a type of others beside the code that asks. The parser of the generator says whether it does.
/// </summary>
internal static class MapperProvider
{
    /// <summary>A method as it is wanted, in a solution that has it; null where it cannot be had.</summary>
    /// <param name="document">The document that asks.</param>
    /// <param name="place">Marks the node that asks.</param>
    /// <param name="wish">What is wanted.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static async Task<MapperMethod?> FindOrAddAsync(Document document, SyntaxAnnotation place, MapperWish wish, CancellationToken cancellationToken)
    {
        if (await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation || !CanHaveMappers(compilation) || Resolve(wish.Type, compilation) is not { } type)
        {
            return null;
        }

        foreach (var mapper in MappersIn(compilation))
        {
            if (Granting(mapper, compilation, type, wish, cancellationToken) is { } method)
            {
                return new MapperMethod(document.Project.Solution, NamespaceOf(mapper), mapper.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), method);
            }
        }

        foreach (var options in Options(type, wish, compilation))
        {
            if (await WriteAsync(document, place, compilation, type, wish, options, cancellationToken).ConfigureAwait(false) is { } written)
            {
                return written;
            }
        }

        return null;
    }

    /// <summary>Whether the generator runs on the compilation: it has put its attributes there.</summary>
    public static bool CanHaveMappers(Compilation compilation) =>
        DocumentationCommentId.GetFirstSymbolForDeclarationId("T:" + KnownAttributes.Mapper, compilation) is not null;

    private static IEnumerable<INamedTypeSymbol> MappersIn(Compilation compilation) =>
        compilation.GetSymbolsWithName(name => name.EndsWith("Mapper", StringComparison.Ordinal), SymbolFilter.Type).OfType<INamedTypeSymbol>()
            .Where(type => type is { IsStatic: true, ContainingType: null, Arity: 0, DeclaredAccessibility: Accessibility.Internal or Accessibility.Public } && KnownAttributes.Find(type, KnownAttributes.Mapper) is not null)
            .OrderBy(type => type.Name, StringComparer.Ordinal);

    private static string? Granting(INamedTypeSymbol mapper, Compilation compilation, INamedTypeSymbol type, MapperWish wish, CancellationToken cancellationToken) =>
        mapper.GetMembers().OfType<IMethodSymbol>().Any(method => IsOf(method, type))
        && MapperParser.Read(mapper, compilation, null, cancellationToken).Model is { } model
            ? model.Methods.FirstOrDefault(method => wish.IsGrantedBy(method)
                && mapper.GetMembers(method.Signature.Name).OfType<IMethodSymbol>().Any(named => IsOf(named, type) && named.Parameters.Length == (wish.Fills ? 2 : 1)
                    && named is { DeclaredAccessibility: Accessibility.Public or Accessibility.Internal }))?.Signature.Name
            : null;

    private static bool IsOf(IMethodSymbol method, INamedTypeSymbol type) => method.Parameters is [{ Type: var mapped }, ..] && SymbolEqualityComparer.Default.Equals(mapped, type);

    // The ways to say what is wanted, the one that says it best first.
    private static IEnumerable<string> Options(INamedTypeSymbol type, MapperWish wish, Compilation compilation)
    {
        var naming = new[] { KeyCase.AsIs, KeyCase.CamelCase, KeyCase.SnakeCase, KeyCase.KebabCase }
            .FirstOrDefault(candidate => wish.Entries.All(entry => KeyNames.Apply(candidate, entry.Member.Name) == entry.Key || MemberNames.Of(entry.Member).Given()?.Key == entry.Key));
        var wanted = wish.Entries.Select(entry => entry.Member.Name).ToArray();
        var byDefault = new SourceMembers(compilation, type).Of(type).Where(member => member.IsByDefault && !MemberNames.Of(member.Symbol).IsIgnored).Select(member => member.Name).ToArray();
        var list = MapperText.Options(wanted, [], naming, wish.OmitsNulls);
        var rest = byDefault.Except(wanted).ToArray();
        var without = MapperText.Options(null, rest, naming, wish.OmitsNulls);
        return rest.Length - wish.Sensitive.Count > wanted.Length ? [list, without] : [without, list];
    }

    private static async Task<MapperMethod?> WriteAsync(
        Document document, SyntaxAnnotation place, Compilation compilation, INamedTypeSymbol type, MapperWish wish, string options, CancellationToken cancellationToken)
    {
        var mapperName = new[] { type.Name + "Mapper", type.Name + "DictionaryMapper" }.FirstOrDefault(name => IsFree(name, type, compilation) || OwnMapper(name, type, compilation) is not null);
        if (mapperName is null)
        {
            return null;
        }

        var own = OwnMapper(mapperName, type, compilation);
        var written = own is not null
            ? await AddMethodAsync(document.Project, own, type, wish, options, cancellationToken).ConfigureAwait(false)
            : await AddClassAsync(document, place, type, wish, mapperName, options, cancellationToken).ConfigureAwait(false);
        if (written is null || await written.GetProject(document.Project.Id)!.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } changed
            || Resolve(type, changed) is not { } same)
        {
            return null;
        }

        foreach (var mapper in MappersIn(changed).Where(candidate => candidate.Name == mapperName))
        {
            if (Granting(mapper, changed, same, wish, cancellationToken) is { } method)
            {
                return new MapperMethod(written, NamespaceOf(mapper), mapper.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), method);
            }
        }

        return null;
    }

    private static async Task<Solution?> AddClassAsync(
        Document asking, SyntaxAnnotation place, INamedTypeSymbol type, MapperWish wish, string name, string options, CancellationToken cancellationToken)
    {
        // Beside the type where the project has it, else beside who asks.
        var declaration = type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)).FirstOrDefault(node => IsWritable(asking.Project, node.SyntaxTree));
        var document = declaration is null ? asking : asking.Project.GetDocument(declaration.SyntaxTree)!;
        if (await RepairContext.CreateAsync(document, cancellationToken).ConfigureAwait(false) is not { } context)
        {
            return null;
        }

        var node = declaration ?? context.Root.GetAnnotatedNodes(place).FirstOrDefault();
        var neighbour = node?.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().LastOrDefault(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);
        var position = neighbour?.SpanStart ?? context.Root.EndOfFileToken.SpanStart;
        var basis = wish.Fills ? "CopyTo" : "ToDictionary";
        var method = MapperText.Method(basis, NameAt(type, context.Model, position), IsNullable(context.Model, position), wish.Fills, IsNewTo(type, basis, context));
        var indentation = neighbour is null ? string.Empty : IndentationOf(neighbour);
        var text = MapperText.Class(name, options, method, indentation, context.EndOfLine);
        if (SyntaxFactory.ParseMemberDeclaration(text, options: (CSharpParseOptions)context.Root.SyntaxTree.Options) is not { } member)
        {
            return null;
        }

        var holder = UsingDirectives.HolderOf(neighbour ?? (SyntaxNode)context.Root);
        var missing = Missing(context.Model, position).ToArray();
        var root = neighbour is null ? context.Root.AddMembers(member)
            : neighbour.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) ? context.Root.InsertNodesAfter(neighbour, [member])
            : context.Root.ReplaceNode(neighbour, [neighbour.WithTrailingTrivia(neighbour.GetTrailingTrivia().Add(SyntaxFactory.EndOfLine(context.EndOfLine))), member.WithTrailingTrivia()]);
        foreach (var space in missing)
        {
            root = UsingDirectives.Add(root, space, holder, context.EndOfLine);
        }

        return document.WithSyntaxRoot(root).Project.Solution;
    }

    private static async Task<Solution?> AddMethodAsync(Project project, INamedTypeSymbol mapper, INamedTypeSymbol type, MapperWish wish, string options, CancellationToken cancellationToken)
    {
        if (mapper.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)).OfType<ClassDeclarationSyntax>().FirstOrDefault(node => IsWritable(project, node.SyntaxTree)) is not { } declaration
            || await RepairContext.CreateAsync(project.GetDocument(declaration.SyntaxTree)!, cancellationToken).ConfigureAwait(false) is not { } context)
        {
            return null;
        }

        var basis = wish.Fills ? "CopyTo" : "ToDictionary";
        var name = Enumerable.Range(1, 9).Select(number => number == 1 ? basis : basis + number)
            .FirstOrDefault(candidate => !mapper.GetMembers(candidate).OfType<IMethodSymbol>().Any(method => IsOf(method, type) && method.Parameters.Length == (wish.Fills ? 2 : 1)));
        if (name is null)
        {
            return null;
        }

        // What the class says holds for the method too, as far as the method does not say otherwise.
        var position = declaration.OpenBraceToken.SpanStart;
        var indentation = IndentationOf(declaration) + "    ";
        var method = MapperText.Method(name, NameAt(type, context.Model, position), IsNullable(context.Model, position), wish.Fills, IsNewTo(type, name, context));
        var isSaidByClass = KnownAttributes.Find(mapper, KnownAttributes.Mapper) is { NamedArguments.IsEmpty: true };
        var attribute = options.Length == 0 && isSaidByClass ? string.Empty : $"{indentation}[DictionaryMapping{options}]{context.EndOfLine}";
        var separator = declaration.Members.Any() ? context.EndOfLine : string.Empty;
        return SyntaxFactory.ParseMemberDeclaration($"{separator}{attribute}{indentation}{method}{context.EndOfLine}", options: (CSharpParseOptions)context.Root.SyntaxTree.Options) is { } member
            ? context.Document.WithSyntaxRoot(context.Root.ReplaceNode(declaration, declaration.AddMembers(member))).Project.Solution
            : null;
    }

    // Whoever has called another method of the name on such an object goes on calling that one.
    private static bool IsNewTo(INamedTypeSymbol type, string name, RepairContext context) =>
        !type.AllInterfaces.Any(implemented => implemented.SpecialType is SpecialType.System_Collections_IEnumerable)
        && !context.Model.LookupSymbols(context.Root.SpanStart, type, name, includeReducedExtensionMethods: true).Any(method => IsOfOthers(method))
        && !context.Model.Compilation.GetSymbolsWithName(name, SymbolFilter.Member).OfType<IMethodSymbol>().Any(method => IsOfOthers(method) && method.IsExtensionMethod && method.ReduceExtensionMethod(type) is not null);

    private static bool IsOfOthers(ISymbol method) => KnownAttributes.Find(method.ContainingType, KnownAttributes.Mapper) is null;

    private static bool IsWritable(Project project, SyntaxTree tree) => project.GetDocument(tree) is { } document and not SourceGeneratedDocument && document.FilePath?.EndsWith(".g.cs", StringComparison.Ordinal) != true;

    private static bool IsFree(string name, INamedTypeSymbol type, Compilation compilation) =>
        type.ContainingNamespace.GetTypeMembers(name).IsEmpty && !compilation.GetSymbolsWithName(name, SymbolFilter.Type).Any();

    private static INamedTypeSymbol? OwnMapper(string name, INamedTypeSymbol type, Compilation compilation) =>
        MappersIn(compilation).FirstOrDefault(mapper => mapper.Name == name && mapper.GetMembers().OfType<IMethodSymbol>().Any(method => IsOf(method, type)));

    private static INamedTypeSymbol? Resolve(INamedTypeSymbol type, Compilation compilation) =>
        type.GetDocumentationCommentId() is { } id ? DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) as INamedTypeSymbol : null;

    private static string NamespaceOf(INamedTypeSymbol type) => type.ContainingNamespace.IsGlobalNamespace ? string.Empty : type.ContainingNamespace.ToDisplayString();

    private static string NameAt(INamedTypeSymbol type, SemanticModel model, int position) => type.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(model, position);

    private static bool IsNullable(SemanticModel model, int position) => (model.GetNullableContext(position) & NullableContext.AnnotationsEnabled) != 0;

    private static IEnumerable<string> Missing(SemanticModel model, int position)
    {
        if (!model.LookupNamespacesAndTypes(position, name: "DictionaryMapperAttribute").Any())
        {
            yield return "DictionaryAnalyzers";
        }

        if (!model.LookupNamespacesAndTypes(position, name: "IDictionary").Any(symbol => symbol is INamedTypeSymbol { Arity: 2 }))
        {
            yield return "System.Collections.Generic";
        }
    }

    private static string IndentationOf(SyntaxNode node)
    {
        var line = node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }
}
