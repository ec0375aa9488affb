using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Generators.Mapping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>Edits of the options of a mapper's method, in the attribute that it has or in a new one.</summary>
internal static class MapperEdits
{
    private const string Mapping = "DictionaryMapping";
    private const string Key = "DictionaryKey";

    /// <summary>The declaration of the method whose name a diagnostic stands on.</summary>
    public static MethodDeclarationSyntax? MethodAt(RepairContext context, Location location) =>
        context.Root.FindToken(location.SourceSpan.Start).Parent is MethodDeclarationSyntax method && method.Identifier.Span == location.SourceSpan ? method : null;

    /// <summary>The lines of a diagnostic property.</summary>
    public static ImmutableArray<string> Lines(Diagnostic diagnostic, string property) =>
        diagnostic.Properties.TryGetValue(property, out var text) && !string.IsNullOrEmpty(text) ? [.. text!.Split('\n')] : [];

    /// <summary>Lets a method leave out some members; what it or its class leaves out today stays left out.</summary>
    public static Repair? Exclude(RepairContext context, MethodDeclarationSyntax method, IReadOnlyCollection<string> paths)
    {
        if (paths.Count == 0 || context.Model.GetDeclaredSymbol(method, context.CancellationToken) is not { ContainingType: { } mapper } symbol)
        {
            return null;
        }

        var written = Written(context, symbol, OptionsReader.Exclude);
        var inherited = PathNode.Listed(KnownAttributes.Find(mapper, KnownAttributes.Mapper), OptionsReader.Exclude);
        IEnumerable<string> before = written?.Select(expression => expression.WithoutTrivia().ToString()) ?? inherited?.Select(path => AttributeEdits.Quoted(path.Text)) ?? [];
        var elements = before.Concat(paths.Select(AttributeEdits.Quoted)).Distinct(StringComparer.Ordinal);
        return Set(context, method, OptionsReader.Exclude, AttributeEdits.List(context, elements, method));
    }

    /// <summary>Gives a method an option.</summary>
    public static Repair? Set(RepairContext context, MethodDeclarationSyntax method, string option, string value)
    {
        if (context.Model.GetDeclaredSymbol(method, context.CancellationToken) is not { } symbol)
        {
            return null;
        }

        return AttributeOf(context, KnownAttributes.Find(symbol, KnownAttributes.Mapping)) is { } attribute
            ? new Repair(method, editor => AttributeEdits.SetArgument(editor, attribute, option, value))
            : new Repair(method, editor => AttributeEdits.Add(editor, context, method, $"{AttributeEdits.NameAt(context, method.SpanStart, Mapping)}({option} = {value})"));
    }

    /// <summary>The declaration of a member whose name stands at a place: a property, a field of its own or a parameter of a record.</summary>
    public static SyntaxNode? MemberAt(RepairContext context, TextSpan place)
    {
        var token = context.Root.FullSpan.Contains(place) ? context.Root.FindToken(place.Start) : default;
        return token.Parent switch
        {
            PropertyDeclarationSyntax property => property,
            ParameterSyntax parameter => parameter,
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax field } } => field,
            _ => null,
        };
    }

    /// <summary>Gives a member a key: in the attribute that it has, or in a new one.</summary>
    public static void SetKey(DocumentEditor editor, RepairContext context, SyntaxNode member, string key)
    {
        var declared = member is FieldDeclarationSyntax field ? field.Declaration.Variables[0] : member;
        var value = AttributeEdits.Quoted(key);
        var symbol = context.Model.GetDeclaredSymbol(declared, context.CancellationToken);
        if (symbol is not null && AttributeOf(context, KnownAttributes.Find(symbol, KnownAttributes.Key)) is { ArgumentList.Arguments: [{ Expression: var written }] })
        {
            editor.ReplaceNode(written, Microsoft.CodeAnalysis.CSharp.SyntaxFactory.ParseExpression(value).WithTriviaFrom(written));
        }
        else
        {
            AttributeEdits.Add(editor, context, member, $"{AttributeEdits.NameAt(context, member.SpanStart, Key)}({value})");
        }
    }

    /// <summary>Takes the attributes of a member away that give it no name, or the empty name where they say something else too.</summary>
    public static void RemoveNames(DocumentEditor editor, RepairContext context, SyntaxNode member)
    {
        foreach (var attribute in member.DescendantNodes().OfType<AttributeSyntax>())
        {
            if (attribute.ArgumentList?.Arguments.FirstOrDefault(argument => IsEmpty(argument.Expression, context)) is not { } empty
                || context.Model.GetTypeInfo(attribute, context.CancellationToken).Type is not { } type)
            {
                continue;
            }

            if (TypeNames.Is(type, KnownAttributes.JsonName))
            {
                AttributeEdits.Remove(editor, attribute);
            }
            else if (TypeNames.Is(type, KnownAttributes.DataMember))
            {
                editor.RemoveNode(attribute.ArgumentList!.Arguments.Count == 1 ? attribute.ArgumentList : empty, SyntaxRemoveOptions.KeepNoTrivia);
            }
        }
    }

    /// <summary>Where an attribute is written, in this document.</summary>
    public static AttributeSyntax? AttributeOf(RepairContext context, AttributeData? attribute) =>
        attribute?.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == context.Root.SyntaxTree
            ? reference.GetSyntax(context.CancellationToken) as AttributeSyntax
            : null;

    /// <summary>The elements of a list, as they are written.</summary>
    public static IReadOnlyList<ExpressionSyntax> Elements(ExpressionSyntax list) => list switch
    {
        CollectionExpressionSyntax collection => [.. collection.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression)],
        ImplicitArrayCreationExpressionSyntax array => [.. array.Initializer.Expressions],
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => [.. initializer.Expressions],
        _ => [],
    };

    private static bool IsEmpty(ExpressionSyntax expression, RepairContext context) =>
        context.Model.GetConstantValue(expression, context.CancellationToken) is { HasValue: true, Value: null or "" };

    private static IReadOnlyList<ExpressionSyntax>? Written(RepairContext context, ISymbol method, string option) =>
        AttributeOf(context, KnownAttributes.Find(method, KnownAttributes.Mapping))?.ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == option) is { Expression: var list }
            ? Elements(list)
            : null;
}
