using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Mapping;

/// <summary>
/// Replaces one conversion by a mapper: where the type of the object is known, the conversion itself; in a helper that takes any
/// object, for the types that the solution hands to it, with the old code for all others.
/// </summary>
internal static class MapperRepair
{
    // Who hands more types than these to one helper is better served by something else.
    private const int MaximumTypes = 12;

    /// <summary>The solution with the conversion at <paramref name="read"/> replaced, which compiles as cleanly as before; null where it cannot be.</summary>
    public static async Task<Solution?> ApplyAsync(Document document, SyntaxNode read, CancellationToken cancellationToken)
    {
        if (await RepairContext.CreateAsync(document, cancellationToken).ConfigureAwait(false) is not { } context
            || !MapperProvider.CanHaveMappers(context.Model.Compilation)
            || context.OperationOf(read) is not { } operation
            || new ReflectionConversions(context.Facts).At(operation, cancellationToken) is not { } conversion
            || new ConversionReader(context.Facts).Read(conversion) is not { } site
            || (site.Expression ?? (SyntaxNode)site.Loop!).DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) || trivia.IsDirective))
        {
            return null;
        }

        var members = new ReflectedMembers(context.Facts, new MemberTests(context.Facts, new KeyTexts(context.Facts)));
        if (members.ListingOf(site.List) is not { } listing || !ReflectionMembers.Lists(listing, out var of) || of is null)
        {
            return null;
        }

        var listed = TypeListed(of, site.Source, context.Facts);
        var repaired = site.Source is IParameterReferenceOperation { Parameter: var parameter } && IsOpen(parameter.Type)
            ? await DispatchAsync(context, site, members, listed, parameter, cancellationToken).ConfigureAwait(false)
            : await ReplaceAsync(context, site, members, listed, cancellationToken).ConfigureAwait(false);
        return repaired is not null && await IsSoundAsync(document.Project.Solution, repaired, cancellationToken).ConfigureAwait(false) ? repaired : null;
    }

    // Where the type is known: a call takes the place of the expression or the loop.
    private static async Task<Solution?> ReplaceAsync(RepairContext context, ConversionSite site, ReflectedMembers members, ListedType listed, CancellationToken cancellationToken)
    {
        var solution = context.Document.Project.Solution;
        var type = listed.Exact ?? site.Source.Type as INamedTypeSymbol;
        if (type is null || !listed.IsKnown || (listed.Exact is null && !await IsExactAsync(type, solution, cancellationToken).ConfigureAwait(false))
            || Wish(context, site, members, type, fills: FilledAfter(site) is not null || (site.Loop is not null && site.Creation is null && !site.AddsPairs)) is not { } wish)
        {
            return null;
        }

        var mark = new SyntaxAnnotation();
        var creation = new SyntaxAnnotation();
        var node = site.Expression ?? (SyntaxNode)site.Loop!;
        var unneeded = Unneeded(site, node, context).Select(statement => (Statement: statement, Mark: new SyntaxAnnotation())).ToArray();
        var marked = new[] { (Node: node, Mark: mark) }.Concat(unneeded.Select(found => (Node: (SyntaxNode)found.Statement, found.Mark)));
        if ((site.Creation ?? (SyntaxNode?)FilledAfter(site)) is { } made)
        {
            marked = marked.Append((made, creation));
        }

        if (await MapperProvider.FindOrAddAsync(Marked(context, [.. marked]), mark, wish, cancellationToken).ConfigureAwait(false) is not { } mapper
            || mapper.Solution.GetDocument(context.Document.Id) is not { } document
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not CompilationUnitSyntax root)
        {
            return null;
        }

        var source = site.Source.Syntax.WithoutTrivia().ToString();
        if (FilledAfter(site) is { } statement)
        {
            root = WithFilling(root, creation, statement, context, $"new Dictionary<string, {ValueAt(context, statement)}>({wish.Entries.Count}, {site.Comparer!.WithoutTrivia()})", $"{mapper.Class}.{mapper.Name}({source}, ");
        }
        else if (site.Expression is not null)
        {
            root = Replace(root, mark, old => SyntaxFactory.ParseExpression(Call(context, site, mapper, source)).WithTriviaFrom(old));
        }
        else if (site.Creation is not null)
        {
            root = Replace(root, creation, old => SyntaxFactory.ParseExpression($"{mapper.Class}.{mapper.Name}({source})").WithTriviaFrom(old));
            root = Remove(root, mark);
        }
        else
        {
            var filling = site.AddsPairs ? $"{site.Target!.WithoutTrivia()}.AddRange({mapper.Class}.{mapper.Name}({source}));" : $"{mapper.Class}.{mapper.Name}({source}, {site.Target!.WithoutTrivia()});";
            root = Replace(root, mark, old => SyntaxFactory.ParseStatement(filling).WithTriviaFrom(old));
        }

        foreach (var (_, unneededMark) in unneeded)
        {
            root = Remove(root, unneededMark);
        }

        return document.WithSyntaxRoot(WithNamespace(root, context, node, mapper)).Project.Solution;
    }

    // In a helper: a type test in front of the old code for each type that the solution hands to it.
    private static async Task<Solution?> DispatchAsync(
        RepairContext context, ConversionSite site, ReflectedMembers members, ListedType listed, IParameterSymbol parameter, CancellationToken cancellationToken)
    {
        var solution = context.Document.Project.Solution;
        if (!listed.IsKnown || listed.Exact is not null || parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary } helper
            || (site.Expression ?? (SyntaxNode)site.Loop!).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } declaration || !MakesOnly(declaration, site, context))
        {
            return null;
        }

        var mark = new SyntaxAnnotation();
        var document = Marked(context, [(declaration, mark)]);
        var cases = new List<(string Type, string Variable, string Guard, MapperMethod Mapper)>();
        foreach (var type in await TypesHandedAsync(helper, parameter, solution, context, cancellationToken).ConfigureAwait(false))
        {
            if (Wish(context, site, members, type, fills: false) is not { } wish
                || await MapperProvider.FindOrAddAsync(document, mark, wish, cancellationToken).ConfigureAwait(false) is not { } mapper)
            {
                continue;
            }

            document = mapper.Solution.GetDocument(context.Document.Id)!;
            var name = type.ToMinimalDisplayString(context.Model, declaration.SpanStart);
            var variable = context.UniqueName(VariableFor(type), declaration);
            var guard = listed.ByTypeParameter ? $" when typeof({parameter.Type.Name}) == typeof({name})" : type.IsSealed || type.IsValueType ? string.Empty : $" when {variable}.GetType() == typeof({name})";
            cases.Add((name, variable, guard, mapper));
        }

        if (cases.Count == 0 || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not CompilationUnitSyntax root)
        {
            return null;
        }

        root = Replace(root, mark, old => HelperDispatch.Write((MethodDeclarationSyntax)old, parameter.Name, cases.Select(one => (one.Type, one.Variable, one.Guard, Call(context, site, one.Mapper, one.Variable))), context.EndOfLine));
        foreach (var one in cases)
        {
            root = WithNamespace(root, context, declaration, one.Mapper);
        }

        return document.WithSyntaxRoot(root).Project.Solution;
    }

    // The statement of an expression with a comparer, where another can follow that fills the dictionary: it need not be copied.
    private static StatementSyntax? FilledAfter(ConversionSite site) => site is { Comparer: not null, Expression: { } expression }
        && expression.FirstAncestorOrSelf<StatementSyntax>() is { Parent: BlockSyntax } statement
        && (statement is ReturnStatementSyntax { Expression: var returned } && returned == expression
            || statement is LocalDeclarationStatementSyntax { Declaration: { Type: var type, Variables: [{ Initializer.Value: var value }] } } && value == expression
                && (type.IsVar || type is GenericNameSyntax { Identifier.ValueText: "Dictionary" or "IDictionary" }))
            ? statement
            : null;

    // 'var map = new Dictionary<..>(3, comparer);' and 'OrderMapper.CopyTo(order, map);'
    private static CompilationUnitSyntax WithFilling(CompilationUnitSyntax root, SyntaxAnnotation mark, StatementSyntax original, RepairContext context, string creation, string call)
    {
        var statement = (StatementSyntax)root.GetAnnotatedNodes(mark).Single();
        var line = original.SyntaxTree.GetText().Lines.GetLineFromPosition(original.SpanStart).ToString();
        var indentation = SyntaxFactory.Whitespace(line.Substring(0, line.Length - line.TrimStart().Length));
        var end = SyntaxFactory.EndOfLine(context.EndOfLine);
        if (statement is LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: { } value } variable] } local)
        {
            var filling = SyntaxFactory.ParseStatement($"{call}{variable.Identifier.Text});").WithLeadingTrivia(indentation).WithTrailingTrivia(end);
            return root.ReplaceNode(statement, [local.ReplaceNode(value, SyntaxFactory.ParseExpression(creation)), filling]);
        }

        var name = context.UniqueName("values", original);
        return root.ReplaceNode(
            statement,
            [
                SyntaxFactory.ParseStatement($"var {name} = {creation};").WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(end),
                SyntaxFactory.ParseStatement($"{call}{name});").WithLeadingTrivia(indentation).WithTrailingTrivia(end),
                SyntaxFactory.ParseStatement($"return {name};").WithLeadingTrivia(indentation).WithTrailingTrivia(statement.GetTrailingTrivia()),
            ]);
    }

    // What makes the dictionary, with the comparer that it had.
    private static string Call(RepairContext context, ConversionSite site, MapperMethod mapper, string source)
    {
        var call = $"{mapper.Class}.{mapper.Name}({source}){site.Copying}";
        return site is { Comparer: { } comparer, Expression: { } replaced } ? $"new Dictionary<string, {ValueAt(context, replaced)}>({call}, {comparer.WithoutTrivia()})" : call;
    }

    private static MapperWish? Wish(RepairContext context, ConversionSite site, ReflectedMembers members, INamedTypeSymbol type, bool fills)
    {
        if (type is { IsAnonymousType: true } or { IsGenericType: true } or { TypeKind: not (TypeKind.Class or TypeKind.Struct) } or { IsFileLocal: true } or { IsRefLikeType: true } or { IsStatic: true })
        {
            return null;
        }

        var listed = members.Of(site.List, type);
        foreach (var (test, expected) in site.Tests)
        {
            listed = members.Filtered(listed, test, expected);
        }

        if (listed is null || listed.Count == 0 || !ReflectedMembers.AreReadable(listed))
        {
            return null;
        }

        var words = context.Facts.Mappers.WordsIn(context.Root.SyntaxTree);
        var sensitive = listed.Where(member => SensitiveMembers.SignOf(member, words) is not null).ToArray();
        var keys = new KeyTexts(context.Facts);
        var entries = listed.Except(sensitive, SymbolEqualityComparer.Default).OfType<ISymbol>().Select(member => (Member: member, Key: keys.Of(site.Key, member))).ToArray();
        return entries.Length == 0 || entries.Any(entry => entry.Key is null) || entries.Select(entry => entry.Key).Distinct(System.StringComparer.OrdinalIgnoreCase).Count() != entries.Length
            ? null
            : new MapperWish(type, [.. entries.Select(entry => new ReflectedMember(entry.Member, entry.Key!))], sensitive, site.OmitsNulls, fills);
    }

    // Which type 'GetProperties' is asked of.
    private static ListedType TypeListed(IOperation of, IOperation source, CompilationModel model)
    {
        of = of.Unwrapped();
        return of switch
        {
            ILocalReferenceOperation local when OwnValue.Of(local, model) is { } value && !IsSame(local, source) => TypeListed(value, source, model),
            IInvocationOperation { TargetMethod.Name: "GetTypeInfo" } call when call.Argument(0) is { } type => TypeListed(type, source, model),
            ITypeOfOperation { TypeOperand: INamedTypeSymbol type } => new ListedType(type, false, true),
            ITypeOfOperation { TypeOperand: ITypeParameterSymbol parameter } => new ListedType(null, true, SymbolEqualityComparer.Default.Equals(parameter, source.Type)),
            IInvocationOperation { TargetMethod: { Name: "GetType", ContainingType.SpecialType: SpecialType.System_Object }, Instance: { } instance } => new ListedType(null, false, IsSame(instance.Unwrapped(), source)),
            _ => new ListedType(null, false, IsSame(of, source)),
        };
    }

    private static bool IsSame(IOperation one, IOperation other) =>
        one is IInstanceReferenceOperation && other is IInstanceReferenceOperation
        || (one.SymbolOfVariable() is { } variable && SymbolEqualityComparer.Default.Equals(variable, other.SymbolOfVariable()));

    private static bool IsOpen(ITypeSymbol type) => type is { SpecialType: SpecialType.System_Object } or ITypeParameterSymbol;

    // Whether an object that is declared as this type is of this type.
    internal static async Task<bool> IsExactAsync(INamedTypeSymbol type, Solution solution, CancellationToken cancellationToken) =>
        type.IsSealed || type.IsValueType
        || (!type.IsAbstract && type.TypeKind is TypeKind.Class && type.Locations.Any(location => location.IsInSource)
            && !(await SymbolFinder.FindDerivedClassesAsync(type, solution, transitive: false, cancellationToken: cancellationToken).ConfigureAwait(false)).Any());

    // The helper makes the dictionary and does nothing else, but look for null first.
    private static bool MakesOnly(MethodDeclarationSyntax helper, ConversionSite site, RepairContext context)
    {
        if (helper.ExpressionBody is { } arrow)
        {
            return arrow.Expression == site.Expression;
        }

        if (helper.Body is not { Statements: [.., ReturnStatementSyntax { Expression: { } returned }] statements } || (site.Expression is null && site.Creation is null))
        {
            return false;
        }

        var made = site.Expression?.FirstAncestorOrSelf<StatementSyntax>() ?? site.Creation!.FirstAncestorOrSelf<StatementSyntax>()!;
        var conversion = site.Expression is null ? site.Loop! : made;
        var lists = Unneeded(site, conversion, context).ToArray();
        return (returned == site.Expression || (made is LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: var value, Identifier.ValueText: var name }] }
                && (value == site.Expression || value == site.Creation) && returned is IdentifierNameSyntax { Identifier.ValueText: var named } && named == name))
            && statements.All(statement => statement == made || statement == conversion || lists.Contains(statement) || statement == statements.Last() || TestsForNull(statement));
    }

    private static bool TestsForNull(StatementSyntax statement) =>
        statement is IfStatementSyntax { Else: null, Condition: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Right.RawKind: (int)SyntaxKind.NullLiteralExpression } or IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } } }
        || statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ThrowIfNull" } } };

    private static async Task<IReadOnlyList<INamedTypeSymbol>> TypesHandedAsync(
        IMethodSymbol helper, IParameterSymbol parameter, Solution solution, RepairContext context, CancellationToken cancellationToken)
    {
        var types = new List<INamedTypeSymbol>();
        foreach (var reference in await SymbolFinder.FindReferencesAsync(helper, solution, cancellationToken).ConfigureAwait(false))
        {
            foreach (var location in reference.Locations)
            {
                if (await location.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
                    || await location.Document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
                    || root.FindNode(location.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call
                    || model.GetOperation(call, cancellationToken) is not IInvocationOperation invocation
                    || invocation.TargetMethod.Name != helper.Name
                    || invocation.Argument(parameter.Ordinal)?.Unwrapped().Type is not INamedTypeSymbol { IsAnonymousType: false, IsAbstract: false } handed
                    || handed.SpecialType is not SpecialType.None || NamedPairs.IsDictionary(handed, context.Facts.Types)
                    || handed.GetDocumentationCommentId() is not { } id
                    || DocumentationCommentId.GetFirstSymbolForDeclarationId(id, context.Model.Compilation) is not INamedTypeSymbol here
                    || !context.Model.Compilation.IsSymbolAccessibleWithin(here, context.Model.Compilation.Assembly))
                {
                    continue;
                }

                if (!types.Contains(here, SymbolEqualityComparer.Default))
                {
                    types.Add(here);
                }
            }
        }

        return [.. types.OrderBy(type => type.ToDisplayString(), System.StringComparer.Ordinal).Take(MaximumTypes)];
    }

    // Locals that were there for the list alone: 'var properties = o.GetType().GetProperties();'
    private static IEnumerable<StatementSyntax> Unneeded(ConversionSite site, SyntaxNode node, RepairContext context)
    {
        var pending = new Queue<IOperation>();
        pending.Enqueue(site.List);
        var removed = new List<SyntaxNode> { node };
        while (pending.Count > 0)
        {
            foreach (var local in pending.Dequeue().Descendants().Append(site.List).OfType<ILocalReferenceOperation>())
            {
                if (local.Local.DeclaringSyntaxReferences is [{ } reference] && reference.GetSyntax(context.CancellationToken) is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } }
                    && !removed.Contains(statement) && !IsSame(local, site.Source)
                    && local.Root().Descendants().OfType<ILocalReferenceOperation>().All(other => !SymbolEqualityComparer.Default.Equals(other.Local, local.Local) || removed.Any(gone => gone.Span.Contains(other.Syntax.Span))))
                {
                    removed.Add(statement);
                    yield return statement;
                    if (context.OperationOf(statement) is { } declared)
                    {
                        pending.Enqueue(declared);
                    }
                }
            }
        }
    }

    internal static Document Marked(RepairContext context, IReadOnlyCollection<(SyntaxNode Node, SyntaxAnnotation Mark)> marked) =>
        context.Document.WithSyntaxRoot(context.Root.ReplaceNodes(
            marked.Select(one => one.Node),
            (original, rewritten) => rewritten.WithAdditionalAnnotations(marked.First(one => one.Node == original).Mark)));

    internal static CompilationUnitSyntax Replace(CompilationUnitSyntax root, SyntaxAnnotation mark, System.Func<SyntaxNode, SyntaxNode> replacement) =>
        root.ReplaceNode(root.GetAnnotatedNodes(mark).Single(), replacement(root.GetAnnotatedNodes(mark).Single()));

    // Comments above it stay, where they are.
    internal static CompilationUnitSyntax Remove(CompilationUnitSyntax root, SyntaxAnnotation mark)
    {
        var node = root.GetAnnotatedNodes(mark).Single();
        var leading = node.GetLeadingTrivia();
        if (!leading.Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)))
        {
            return root.RemoveNode(node, SyntaxRemoveOptions.KeepNoTrivia)!;
        }

        if (leading.Last().IsKind(SyntaxKind.WhitespaceTrivia))
        {
            root = root.ReplaceNode(node, node.WithLeadingTrivia(leading.RemoveAt(leading.Count - 1)));
        }

        return root.RemoveNode(root.GetAnnotatedNodes(mark).Single(), SyntaxRemoveOptions.KeepLeadingTrivia)!;
    }

    internal static CompilationUnitSyntax WithNamespace(CompilationUnitSyntax root, RepairContext context, SyntaxNode place, MapperMethod mapper)
    {
        var enclosing = context.Model.GetEnclosingSymbol(place.SpanStart)?.ContainingNamespace?.ToDisplayString() ?? string.Empty;
        return mapper.Namespace.Length == 0 || enclosing == mapper.Namespace || enclosing.StartsWith(mapper.Namespace + ".", System.StringComparison.Ordinal)
            ? root
            : UsingDirectives.Add(root, mapper.Namespace, UsingDirectives.HolderOf(place), context.EndOfLine);
    }

    private static string ValueAt(RepairContext context, SyntaxNode place) => (context.Model.GetNullableContext(place.SpanStart) & NullableContext.AnnotationsEnabled) != 0 ? "object?" : "object";

    private static string VariableFor(INamedTypeSymbol type)
    {
        var name = char.ToLowerInvariant(type.Name[0]) + type.Name.Substring(1);
        return SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "known" : name;
    }

    // Neither an error nor a warning that was not there, in any document that has changed, whichever project or framework compiles it.
    internal static async Task<bool> IsSoundAsync(Solution before, Solution after, CancellationToken cancellationToken)
    {
        var changed = after.GetChanges(before).GetProjectChanges().SelectMany(change => change.GetChangedDocuments()).ToList();
        foreach (var id in changed.ToArray())
        {
            var document = after.GetDocument(id)!;
            foreach (var view in document.GetLinkedDocumentIds().Except(changed).ToArray())
            {
                after = after.WithDocumentText(view, await document.GetTextAsync(cancellationToken).ConfigureAwait(false));
                changed.Add(view);
            }
        }

        foreach (var inProject in changed.GroupBy(id => id.ProjectId))
        {
            var was = await CompilerComplaints.OfAsync(inProject.Select(id => before.GetDocument(id)!), cancellationToken).ConfigureAwait(false);
            var now = await CompilerComplaints.OfAsync(inProject.Select(id => after.GetDocument(id)!), cancellationToken).ConfigureAwait(false);
            if (!now.IsCoveredBy(was))
            {
                return false;
            }
        }

        return true;
    }

    private readonly record struct ListedType(INamedTypeSymbol? Exact, bool ByTypeParameter, bool IsKnown);
}
