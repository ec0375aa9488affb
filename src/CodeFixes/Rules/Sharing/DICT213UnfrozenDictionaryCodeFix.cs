using System.Collections.Generic;
using System.Composition;
using System.Linq;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>Repairs DICT213: freezes what the initializer makes, with the same comparer.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT213UnfrozenDictionaryCodeFix))]
[Shared]
public sealed class DICT213UnfrozenDictionaryCodeFix : RuleCodeFix
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string FreezeKey = "DICT213.Freeze";

    /// <summary>Creates the code fix.</summary>
    public DICT213UnfrozenDictionaryCodeFix()
        : base("DICT213", new RepairVariant(FreezeKey, "Freeze it", Plan, diagnostic => diagnostic.Location.SourceSpan))
    {
    }

    private static IEnumerable<Repair> Plan(RepairContext context, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.ContainsKey(DICT213UnfrozenDictionaryAnalyzer.FilledByInitializerKey)
            || context.HasSyntaxErrors || DeclarationAt(context, diagnostic.Location) is not var (declared, value)
            || Unqualified(declared) is not { } name || value.ContainsDirectives
            || context.OperationOf(value) is not { } made || Comparer(made) is not { IsKnown: true } comparer)
        {
            yield break;
        }

        var isSet = name.TypeArgumentList.Arguments.Count == 1;
        var frozen = name.WithIdentifier(SyntaxFactory.Identifier(isSet ? "FrozenSet" : "FrozenDictionary").WithTriviaFrom(name.Identifier));
        var explicitly = value is ImplicitObjectCreationExpressionSyntax implicitly
            ? SyntaxFactory.ObjectCreationExpression(
                implicitly.NewKeyword.WithTrailingTrivia(SyntaxFactory.Space),
                name.WithIdentifier(SyntaxFactory.Identifier(isSet ? "HashSet" : "Dictionary")).WithoutTrivia(),
                implicitly.ArgumentList,
                implicitly.Initializer)
            : value;
        var call = Shapes.Call(explicitly, isSet ? "ToFrozenSet" : "ToFrozenDictionary", comparer.Expression is { } given ? [given] : []);
        yield return new Repair(
            declared,
            editor =>
            {
                editor.ReplaceNode(declared, frozen.WithTriviaFrom(declared));
                editor.ReplaceNode(value, call.WithTriviaFrom(value));
            },
            "System.Collections.Frozen");
    }

    private static (TypeSyntax Type, ExpressionSyntax Value)? DeclarationAt(RepairContext context, Location location)
    {
        var token = context.Root.FindToken(location.SourceSpan.Start);
        return token.Parent switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var value, Parent: VariableDeclarationSyntax { Variables.Count: 1, Type: var type } } => (type, value),
            PropertyDeclarationSyntax { Initializer.Value: var value, Type: var type } => (type, value),
            _ => null,
        };
    }

    private static GenericNameSyntax? Unqualified(TypeSyntax type) => type switch
    {
        GenericNameSyntax name => name,
        QualifiedNameSyntax { Right: GenericNameSyntax name } => name,
        _ => null,
    };

    // The comparer that the table was made with, where it can be written a second time: a frozen copy does not take it over.
    private static (bool IsKnown, ExpressionSyntax? Expression) Comparer(IOperation made)
    {
        var arguments = made switch
        {
            IObjectCreationOperation creation => creation.Arguments,
            IInvocationOperation { TargetMethod: { Name: "ToDictionary" or "ToHashSet", ContainingType: { Name: "Enumerable" } } } call => call.Arguments,
            _ => default,
        };
        if (arguments.IsDefault)
        {
            return (false, null);
        }

        var given = arguments.FirstOrDefault(argument => argument.Parameter?.Type.Name is "IEqualityComparer" && !argument.IsImplicit)?.Value.Syntax;
        return given is null or MemberAccessExpressionSyntax or IdentifierNameSyntax ? (true, (ExpressionSyntax?)given) : (false, null);
    }
}
