using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Generators.Mapping;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Mapping;

/// <summary>
/// Replaces a round trip through JSON by a mapper, where the type of the object is known, no options or converters have a say, and
/// nobody takes the values for what JSON makes of them.
/// </summary>
internal static class JsonMapperRepair
{
    /// <summary>The solution with the round trip that ends in <paramref name="reader"/> replaced, which compiles as cleanly as before; null where it cannot be.</summary>
    public static async Task<Solution?> ApplyAsync(Document document, SyntaxNode reader, CancellationToken cancellationToken)
    {
        if (await RepairContext.CreateAsync(document, cancellationToken).ConfigureAwait(false) is not { } context
            || !MapperProvider.CanHaveMappers(context.Model.Compilation)
            || context.OperationOf(reader) is not IInvocationOperation call
            || JsonRoundTrips.Of(context.Facts).EndingIn(call, cancellationToken) is not { Origin.Depth: 0 } trip
            || StatementsOf(call, context) is not { } statements
            || SettingsOf(call, trip, context, cancellationToken) is not { } settings
            || trip.Origin.Source.Type is not INamedTypeSymbol type
            || Wish(context, type, trip, settings) is not { } wish
            || !await IsExactAsync(trip, type, document.Project.Solution, cancellationToken).ConfigureAwait(false)
            || await IsTakenForJsonAsync(context, call, trip, cancellationToken).ConfigureAwait(false)
            || TextOf(context, trip, reader) is not { } source)
        {
            return null;
        }

        var node = reader.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed ? suppressed : (ExpressionSyntax)reader;
        var mark = new SyntaxAnnotation();
        var unneeded = statements.Select(statement => (Node: (SyntaxNode)statement, Mark: new SyntaxAnnotation())).ToArray();
        if (await MapperProvider.FindOrAddAsync(MapperRepair.Marked(context, [(node, mark), .. unneeded]), mark, wish, cancellationToken).ConfigureAwait(false) is not { } mapper
            || mapper.Solution.GetDocument(document.Id) is not { } changed
            || await changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not CompilationUnitSyntax root)
        {
            return null;
        }

        var mapped = $"{mapper.Class}.{mapper.Name}({source.Text})";
        var text = !source.MayBeNull ? mapped : StandsFree(node) ? $"{source.Text} is null ? null : {mapped}" : $"({source.Text} is null ? null : {mapped})";
        root = MapperRepair.Replace(root, mark, old => SyntaxFactory.ParseExpression(text).WithTriviaFrom(old));
        foreach (var (_, unneededMark) in unneeded)
        {
            root = MapperRepair.Remove(root, unneededMark);
        }

        var repaired = changed.WithSyntaxRoot(MapperRepair.WithNamespace(root, context, node, mapper)).Project.Solution;
        return await MapperRepair.IsSoundAsync(document.Project.Solution, repaired, cancellationToken).ConfigureAwait(false) ? repaired : null;
    }

    private static MapperWish? Wish(RepairContext context, INamedTypeSymbol type, JsonRoundTrip trip, (KeyCase Naming, bool OmitsNulls) settings)
    {
        if (type is { IsAnonymousType: true } or { IsGenericType: true } or { IsFileLocal: true } or { IsRefLikeType: true }
            || JsonMembers.Of(type, IsNewtonsoft(trip), settings.Naming) is not { } members)
        {
            return null;
        }

        var words = context.Facts.Mappers.WordsIn(context.Root.SyntaxTree);
        var sensitive = members.Select(member => member.Member).Where(member => SensitiveMembers.SignOf(member, words) is not null).ToArray();
        ReflectedMember[] entries = [.. members.Where(member => !sensitive.Contains(member.Member, SymbolEqualityComparer.Default))];
        return entries.Length == 0 ? null : new MapperWish(type, entries, sensitive, settings.OmitsNulls, Fills: false);
    }

    private static bool IsNewtonsoft(JsonRoundTrip trip) => trip.Origin.Writer.TargetMethod.ContainingNamespace is { Name: "Json", ContainingNamespace.Name: "Newtonsoft" } or { Name: "Linq" };

    // What is handed to writer and reader beside the object and its JSON, where that only chooses names and leaves nulls out; no settings hold for the whole program.
    private static (KeyCase Naming, bool OmitsNulls)? SettingsOf(IInvocationOperation call, JsonRoundTrip trip, RepairContext context, CancellationToken cancellationToken)
    {
        var value = JsonCalls.Written(trip.Origin.Writer);
        var json = JsonCalls.ReadText(call);
        var isKnown = trip.Origin.Writer.TargetMethod.ContainingAssembly.Name is not "System.Web.Extensions" && trip.Origin.Writer.TargetMethod.ContainingNamespace.ToDisplayString() is "System.Text.Json" or "Newtonsoft.Json" or "Newtonsoft.Json.Linq";
        if (!isKnown || trip.Reader.Syntax.DescendantTrivia().Comments().Any()
            || trip.Reader.Syntax is not InvocationExpressionSyntax || trip.Reader.Syntax.GetFirstToken().Parent is MemberBindingExpressionSyntax or ElementBindingExpressionSyntax
            || !IsMadeDictionary(trip.Dictionary)
            || (IsNewtonsoft(trip) && context.Facts.Names.PlacesOf("DefaultSettings", cancellationToken) is not { IsEmpty: true }))
        {
            return null;
        }

        // What the reader is told of names and nulls does not concern the entries of a dictionary.
        var options = new JsonOptions(context.Facts);
        return call.Arguments.All(argument => argument.Value == json || IsDefault(argument) || options.Of(argument.Value) is not null)
            ? trip.Origin.Writer.Arguments.Where(argument => argument.Value != value && !IsDefault(argument)).ToArray() switch
            {
                [] => (KeyCase.AsIs, false),
                [var given] => options.Of(given.Value),
                _ => null,
            }
            : null;
    }

    private static bool IsDefault(IArgumentOperation argument) =>
        argument.ArgumentKind is ArgumentKind.DefaultValue || argument.Value.Unwrapped() is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation
        || argument is { ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer: null or { ElementValues.IsEmpty: true } } };

    private static bool IsMadeDictionary(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Dictionary" or "IDictionary" or "IReadOnlyDictionary", TypeArguments: [{ SpecialType: SpecialType.System_String }, { SpecialType: SpecialType.System_Object }] }
        && type.IsNamed("System.Collections.Generic", type.Name);

    // The declarations of the locals by way of which the JSON goes, each right before the next; null where it goes another way.
    private static List<StatementSyntax>? StatementsOf(IInvocationOperation call, RepairContext context)
    {
        var found = new List<StatementSyntax>();
        var statement = call.Syntax.FirstAncestorOrSelf<StatementSyntax>();
        var json = JsonCalls.ReadText(call);
        while (json is not null)
        {
            json = JsonOrigins.Bare(json);
            if (json is IInvocationOperation writer && JsonCalls.Written(writer) is not null)
            {
                return JsonCalls.Target(writer) is null ? found : null;
            }

            if (json is ILocalReferenceOperation { Local: var local } reference)
            {
                if (local.DeclaringSyntaxReferences is not [var declaration]
                    || declaration.GetSyntax(context.CancellationToken) is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax declared } }
                    || statement?.Previous() != declared || declared.ContainsDirectives
                    || reference.Root().Descendants().OfType<ILocalReferenceOperation>().Count(other => SymbolEqualityComparer.Default.Equals(other.Local, local)) != 1)
                {
                    return null;
                }

                found.Add(declared);
                statement = declared;
                json = context.Facts.Bodies.Around(reference).Locals.SoleValue(local);
                continue;
            }

            json = JsonCalls.PassedOn(json);
        }

        return null;
    }

    // System.Text.Json writes what the declared type has, unless that is 'object'; Newtonsoft.Json what the object has.
    private static async Task<bool> IsExactAsync(JsonRoundTrip trip, INamedTypeSymbol type, Solution solution, CancellationToken cancellationToken) =>
        (!IsNewtonsoft(trip) && trip.Origin.Writer.TargetMethod.TypeArguments is [var declared] && SymbolEqualityComparer.Default.Equals(declared, type))
        || trip.Origin.Source is IObjectCreationOperation
        || await MapperRepair.IsExactAsync(type, solution, cancellationToken).ConfigureAwait(false);

    // Whether the code that has the dictionary, or calls the method that returns it, expects a value as JSON gives it.
    private static async Task<bool> IsTakenForJsonAsync(RepairContext context, IInvocationOperation call, JsonRoundTrip trip, CancellationToken cancellationToken)
    {
        var ignored = call.Syntax.FirstAncestorOrSelf<StatementSyntax>()?.Span ?? call.Syntax.Span;
        if (NamesJson(context.Root, ignored, trip))
        {
            return true;
        }

        if (context.Model.GetEnclosingSymbol(call.Syntax.SpanStart, cancellationToken) is not IMethodSymbol { ReturnsVoid: false } method)
        {
            return false;
        }

        foreach (var document in (await SymbolFinder.FindReferencesAsync(method, context.Document.Project.Solution, cancellationToken).ConfigureAwait(false))
            .SelectMany(reference => reference.Locations).Select(location => location.Document).Distinct())
        {
            if (document.Id != context.Document.Id && await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root && NamesJson(root, default, trip))
            {
                return true;
            }
        }

        return false;
    }

    private static bool NamesJson(SyntaxNode root, Microsoft.CodeAnalysis.Text.TextSpan ignored, JsonRoundTrip trip) => root.DescendantNodes().Any(node =>
        !ignored.Contains(node.Span) && !trip.Origin.Writer.Syntax.Span.Contains(node.Span) && node switch
        {
            IdentifierNameSyntax name => IsTypeOfJson(name.Identifier.ValueText) && !name.Ancestors().Any(ancestor => ancestor is UsingDirectiveSyntax),
            CastExpressionSyntax { Type: PredefinedTypeSyntax type } cast => IsNewtonsoft(trip) && IsNumberOfJson(type) && cast.Expression.Bare() is ElementAccessExpressionSyntax or IdentifierNameSyntax,
            DeclarationPatternSyntax { Type: PredefinedTypeSyntax type } => IsNewtonsoft(trip) && IsNumberOfJson(type),
            TypePatternSyntax { Type: PredefinedTypeSyntax type } => IsNewtonsoft(trip) && IsNumberOfJson(type),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression, Right: PredefinedTypeSyntax type } => IsNewtonsoft(trip) && IsNumberOfJson(type),
            _ => false,
        });

    private static bool IsNumberOfJson(PredefinedTypeSyntax type) => type.Keyword.IsKind(SyntaxKind.LongKeyword) || type.Keyword.IsKind(SyntaxKind.DoubleKeyword);

    // What stands for the object in the place of the reader, and whether it may be null there, of which JSON makes null again.
    private static (string Text, bool MayBeNull)? TextOf(RepairContext context, JsonRoundTrip trip, SyntaxNode reader)
    {
        var written = JsonCalls.Written(trip.Origin.Writer)!.Unwrapped().Syntax;
        while (written is CastExpressionSyntax or ParenthesizedExpressionSyntax)
        {
            written = written is CastExpressionSyntax cast ? cast.Expression : ((ParenthesizedExpressionSyntax)written).Expression;
        }

        if (written is not ExpressionSyntax expression || reader.FirstAncestorOrSelf<MemberDeclarationSyntax>() != written.FirstAncestorOrSelf<MemberDeclarationSyntax>())
        {
            return null;
        }

        var text = expression.Bare().WithoutTrivia().ToString();
        var mayBeNull = trip.Origin.Source.Type is { IsReferenceType: true } && expression.Bare() is not (ThisExpressionSyntax or BaseObjectCreationExpressionSyntax)
            && expression is not PostfixUnaryExpressionSyntax && context.Model.GetTypeInfo(expression, context.CancellationToken).Nullability.FlowState is not NullableFlowState.NotNull;
        return mayBeNull && !IsRepeatable(expression.Bare()) ? null : (text, mayBeNull);
    }

    private static bool IsRepeatable(ExpressionSyntax expression) => expression is IdentifierNameSyntax or ThisExpressionSyntax
        || expression is MemberAccessExpressionSyntax { Expression: var inner } && IsRepeatable(inner);

    private static bool StandsFree(ExpressionSyntax node) => node.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or ArgumentSyntax or ParenthesizedExpressionSyntax;

    /// <summary>Whether who names this type expects it in the dictionary.</summary>
    private static bool IsTypeOfJson(string name) => name is "JsonElement" or "JsonValueKind" or "JsonNode" or "JsonObject" or "JsonArray" or "JsonValue"
        or "JToken" or "JObject" or "JArray" or "JValue" or "JTokenType";
}
