using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>The record that takes a dictionary's place: what it is called, and which members it has.</summary>
internal sealed class RecordShape
{
    // What says nothing of what the dictionary is.
    private static readonly ImmutableHashSet<string> Vague = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "d", "dict", "dic", "dictionary", "map", "data", "values", "value", "result", "results", "props", "properties", "fields", "obj", "o", "item", "items", "row", "bag", "info", "args",
        "parameters", "m", "x", "it", "temp", "tmp", "ret", "response", "payload", "table", "entries");

    private static readonly ImmutableArray<string> Verbs = ["Get", "Build", "Create", "Make", "Load", "Read", "Fetch", "Compute", "Find", "Parse", "To", "Collect", "Prepare", "Calculate"];

    private RecordShape(FixedDictionary dictionary, string name, ImmutableArray<RecordMember> members)
    {
        Dictionary = dictionary;
        Name = name;
        Members = members;
    }

    public FixedDictionary Dictionary { get; }

    public string Name { get; }

    public ImmutableArray<RecordMember> Members { get; }

    /// <summary>This one and those of its members.</summary>
    public IEnumerable<RecordShape> All => Members.Select(member => member.Nested).OfType<RecordShape>().SelectMany(nested => nested.All).Prepend(this);

    public RecordMember this[string key] => Members.First(member => Dictionary.Comparer.Equals(member.Key, key));

    /// <summary>The shape of <paramref name="found"/>; null where its names cannot become names of properties, or something is read that may not be there.</summary>
    public static RecordShape? Of(RepairContext context, FixedDictionary found) => Of(context, found, NameOf(found));

    private static RecordShape? Of(RepairContext context, FixedDictionary found, string wanted)
    {
        var name = context.UniqueTypeName(wanted, found.Creations[0].Syntax);
        var members = ImmutableArray.CreateBuilder<RecordMember>();
        foreach (var key in found.Keys)
        {
            if (MemberOf(context, found, key, name) is not { } member || members.Any(other => other.Name == member.Name))
            {
                return null;
            }

            members.Add(member);
        }

        return new RecordShape(found, name, members.ToImmutable());
    }

    private static RecordMember? MemberOf(RepairContext context, FixedDictionary found, string key, string record)
    {
        var uses = found.Uses.Where(use => found.Comparer.Equals(use.Key, key)).ToArray();
        var values = uses.Select(use => use.Value).OfType<IOperation>().ToArray();
        var isSetAtOnce = found.Creations.All(creation => uses.Any(use => use.Kind is FixedUseKind.Fill && IsFillOf(use, creation)));

        // What may be absent becomes null, and has to have been asked for before.
        var isGuarded = uses.Any(use => use.Kind is FixedUseKind.TryRead or FixedUseKind.Test or FixedUseKind.ReadOrDefault);
        var isAlwaysSet = isSetAtOnce || uses.Any(use => use.Kind is FixedUseKind.Fill);
        if ((!isAlwaysSet && !isGuarded) || (isAlwaysSet && !isSetAtOnce && found.Creations.Count > 1))
        {
            return null;
        }

        RecordShape? nested = null;
        if (found.Nested.TryGetValue(key, out var inner) && (nested = Of(context, inner, Identifier(key))) is null)
        {
            return null;
        }

        var types = values.Select(TypeOf).OfType<ITypeSymbol>().Distinct(SymbolEqualityComparer.Default).OfType<ITypeSymbol>().ToArray();
        var type = types is [var only] && CanBeNamed(only) ? only : null;
        var storesNull = values.Any(value => TypeOf(value) is null || MayBeNull(context, value));

        // Whether null was stored or nothing, a property does not say.
        if (!isAlwaysSet && storesNull && uses.Any(use => use.Kind is FixedUseKind.TryRead or FixedUseKind.Test))
        {
            return null;
        }

        var property = Identifier(key);
        return property.Length == 0 ? null
            : new RecordMember(
                key,
                property == record || property is "EqualityContract" or "ToString" or "Equals" or "GetHashCode" or "GetType" or "Clone" or "PrintMembers" or "Deconstruct" or "MemberwiseClone" or "Finalize" ? property + "Value" : property,
                nested is null ? type : null,
                storesNull || !isAlwaysSet || (!isSetAtOnce && type is { IsReferenceType: true }) || nested?.Dictionary.MayBeNull == true,
                isSetAtOnce,
                uses.Any(use => use.Value is not null && !found.Creations.Any(creation => IsFillOf(use, creation))),
                nested);
    }

    /// <summary>Whether a use sets a member of what <paramref name="creation"/> makes in the same expression, or in the statements that will become part of it.</summary>
    public static bool IsFillOf(FixedUse use, IObjectCreationOperation creation) =>
        creation.Initializer is { } initializer
            ? use.Operation.Syntax.Parent == initializer.Syntax
            : FoldedInto(creation).Any(statement => statement.Span.Contains(use.Operation.Syntax.Span));

    /// <summary>The statements right after the declaration of a local that set the members of the dictionary it was declared with.</summary>
    public static IReadOnlyList<ExpressionStatementSyntax> FoldedInto(IObjectCreationOperation creation)
    {
        if (creation.Initializer is not null || creation.Syntax.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax declaration } } variable })
        {
            return [];
        }

        ExpressionStatementSyntax[] found =
        [
            .. declaration.Following()
                .Select(statement => statement as ExpressionStatementSyntax)
                .TakeWhile(statement => statement is not null && !statement.ContainsDirectives && Fills(statement.Expression, variable.Identifier.ValueText)
                    && !statement.Expression.DescendantNodes().OfType<IdentifierNameSyntax>().Skip(1).Any(name => name.Identifier.ValueText == variable.Identifier.ValueText))
                .OfType<ExpressionStatementSyntax>(),
        ];
        return StandsAlone(declaration) && found.All(StandsAlone) ? found : [];
    }

    // Each in a line of its own.
    private static bool StandsAlone(SyntaxNode statement) =>
        statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)
        && statement.SyntaxTree.GetText().Lines.GetLineFromPosition(statement.SpanStart) is var line && string.IsNullOrWhiteSpace(statement.SyntaxTree.GetText().ToString(TextSpan.FromBounds(line.Start, statement.SpanStart)));

    private static bool Fills(ExpressionSyntax expression, string variable) => expression switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax name } } => name.Identifier.ValueText == variable,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Expression: IdentifierNameSyntax name } } => name.Identifier.ValueText == variable,
        _ => false,
    };

    // The type before the conversion to 'object'.
    private static ITypeSymbol? TypeOf(IOperation value) =>
        value is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion ? TypeOf(conversion.Operand)
        : value.ConstantValue is { HasValue: true, Value: null } ? null
        : value.Type;

    private static bool MayBeNull(RepairContext context, IOperation value) =>
        RecordMember.IsNullableValue(TypeOf(value))
        || (TypeOf(value) is { IsReferenceType: true } && context.Model.GetTypeInfo(value.Syntax, context.CancellationToken).Nullability.FlowState is NullableFlowState.MaybeNull);

    private static bool CanBeNamed(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Object } or { IsAnonymousType: true } or { TypeKind: TypeKind.Dynamic or TypeKind.Error or TypeKind.Pointer or TypeKind.FunctionPointer } => false,
        ITypeParameterSymbol parameter => parameter.TypeParameterKind is TypeParameterKind.Type,
        IArrayTypeSymbol array => CanBeNamed(array.ElementType) || array.ElementType.SpecialType is SpecialType.System_Object,
        INamedTypeSymbol named => !named.IsFileLocal && named.TypeArguments.All(argument => CanBeNamed(argument) || argument.SpecialType is SpecialType.System_Object),
        _ => true,
    };

    private static string NameOf(FixedDictionary found)
    {
        var names = found.Carriers.OfType<IMethodSymbol>().Select(method => Subject(method.Name))
            .Concat(found.Carriers.OfType<ILocalSymbol>().Select(local => local.Name))
            .Concat(found.Carriers.OfType<IParameterSymbol>().Select(parameter => parameter.Name));
        return names.FirstOrDefault(name => !Vague.Contains(name) && name.Length > 1) is { } telling ? Identifier(telling) : Identifier(Around(found)) + "Values";
    }

    // What the method or type in which it is made is about.
    private static string Around(FixedDictionary found) => found.Creations[0].Syntax.Ancestors().Select(node => node switch
    {
        LocalFunctionStatementSyntax function => Subject(function.Identifier.ValueText),
        MethodDeclarationSyntax method => Subject(method.Identifier.ValueText),
        TypeDeclarationSyntax type => type.Identifier.ValueText,
        _ => string.Empty,
    }).FirstOrDefault(name => name.Length > 0) ?? "Program";

    // 'LoadOrderAsync' is about an order.
    private static string Subject(string method)
    {
        var name = method.EndsWith("Async", StringComparison.Ordinal) ? method.Substring(0, method.Length - 5) : method;
        var verb = Verbs.FirstOrDefault(candidate => name.StartsWith(candidate, StringComparison.Ordinal) && (name.Length == candidate.Length || char.IsUpper(name[candidate.Length])));
        return verb is null ? name : name.Substring(verb.Length);
    }

    /// <summary>The name of a property for what the dictionary calls <paramref name="key"/>: <c>order-id</c> becomes <c>OrderId</c>.</summary>
    internal static string Identifier(string key)
    {
        var text = new StringBuilder(key.Length);
        var startsWord = true;
        foreach (var character in key)
        {
            if (!char.IsLetterOrDigit(character))
            {
                startsWord = true;
                continue;
            }

            if (text.Length == 0 && char.IsDigit(character))
            {
                text.Append('_');
            }

            text.Append(startsWord ? char.ToUpperInvariant(character) : character);
            startsWord = false;
        }

        return text.ToString();
    }
}
