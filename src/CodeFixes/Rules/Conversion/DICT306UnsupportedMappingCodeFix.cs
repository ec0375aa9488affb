using System;
using System.Collections.Generic;
using System.Composition;
using System.Linq;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>Repairs DICT306: makes the class static and partial and the method partial, or leaves out what no dictionary can hold.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT306UnsupportedMappingCodeFix))]
[Shared]
public sealed class DICT306UnsupportedMappingCodeFix : RuleCodeFix
{
    /// <summary>The equivalence key of the repair that adds modifiers.</summary>
    public const string AddModifiersKey = "DICT306.AddModifiers";

    /// <summary>The equivalence key of the repair that marks the class.</summary>
    public const string MarkClassKey = "DICT306.MarkClass";

    /// <summary>The equivalence key of the repair that leaves members out.</summary>
    public const string ExcludeKey = "DICT306.Exclude";

    /// <summary>Creates the code fix.</summary>
    public DICT306UnsupportedMappingCodeFix()
        : base(
            "DICT306",
            new RepairVariant(AddModifiersKey, "Add the missing modifiers", PlanModifiers, diagnostic => diagnostic.Location.SourceSpan),
            new RepairVariant(MarkClassKey, "Mark the class with [DictionaryMapper]", PlanMark, diagnostic => diagnostic.Location.SourceSpan),
            new RepairVariant(ExcludeKey, "Exclude what cannot be mapped", PlanExclusion, diagnostic => diagnostic.Location.SourceSpan))
    {
    }

    private static IEnumerable<Repair> PlanModifiers(RepairContext context, Diagnostic diagnostic)
    {
        var missing = MapperEdits.Lines(diagnostic, DICT306UnsupportedMappingAnalyzer.MissingKey);
        if (missing.Contains(DICT306UnsupportedMappingAnalyzer.PartialMethod))
        {
            if (MapperEdits.MethodAt(context, diagnostic.Location) is { } method)
            {
                yield return new Repair(method, editor => editor.ReplaceNode(method, (current, _) => WithPartial((MethodDeclarationSyntax)current)));
            }

            yield break;
        }

        if (missing.IsEmpty || context.Root.FindToken(diagnostic.Location.SourceSpan.Start).Parent is not TypeDeclarationSyntax mapper
            || context.Model.GetDeclaredSymbol(mapper, context.CancellationToken) is not { } symbol)
        {
            yield break;
        }

        var needsStatic = missing.Contains(DICT306UnsupportedMappingAnalyzer.StaticType);
        if (needsStatic && !IsUsedAsStatic(context, symbol))
        {
            yield break;
        }

        // All declarations of all types around it have to be partial, and those in other files are not at hand.
        var declarations = mapper.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().ToArray();
        if (declarations.Any(declaration => context.Model.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } type
            || (type.DeclaringSyntaxReferences.Length > 1 && !IsPartial(declaration))))
        {
            yield break;
        }

        yield return new Repair(declarations[^1], editor =>
        {
            foreach (var declaration in declarations)
            {
                var makesStatic = needsStatic && declaration == mapper;
                if (makesStatic || !IsPartial(declaration))
                {
                    editor.ReplaceNode(declaration, (current, _) => WithModifiers((TypeDeclarationSyntax)current, makesStatic));
                }
            }
        });
    }

    // At the first of several declarations, so that no two of them are marked.
    private static IEnumerable<Repair> PlanMark(RepairContext context, Diagnostic diagnostic)
    {
        if (MapperEdits.Lines(diagnostic, DICT306UnsupportedMappingAnalyzer.MissingKey).Contains(DICT306UnsupportedMappingAnalyzer.MarkedType)
            && MapperEdits.MethodAt(context, diagnostic.Location)?.Parent is ClassDeclarationSyntax declaration
            && context.Model.GetDeclaredSymbol(declaration, context.CancellationToken) is { DeclaringSyntaxReferences: [var first, ..] }
            && first.SyntaxTree == context.Root.SyntaxTree && first.GetSyntax(context.CancellationToken) is ClassDeclarationSyntax marked)
        {
            yield return new Repair(marked, editor => AttributeEdits.Add(editor, context, marked, AttributeEdits.NameAt(context, marked.SpanStart, "DictionaryMapper")))
            {
                Rewrites = [marked.Identifier.Span],
            };
        }
    }

    private static IEnumerable<Repair> PlanExclusion(RepairContext context, Diagnostic diagnostic)
    {
        if (MapperEdits.MethodAt(context, diagnostic.Location) is { } method
            && MapperEdits.Exclude(context, method, MapperEdits.Lines(diagnostic, DICT306UnsupportedMappingAnalyzer.PathsKey)) is { } repair)
        {
            yield return repair;
        }
    }

    private static bool IsPartial(TypeDeclarationSyntax declaration) => declaration.Modifiers.Any(SyntaxKind.PartialKeyword);

    // No object of it is made, nothing derives from it and no variable has its type, anywhere in the compilation.
    private static bool IsUsedAsStatic(RepairContext context, INamedTypeSymbol type) =>
        type is { BaseType.SpecialType: SpecialType.System_Object, Interfaces.IsEmpty: true, IsAbstract: false, TypeKind: TypeKind.Class, IsRecord: false }
        && context.Facts.Names.PlacesOf(type.Name, context.CancellationToken) is { } places
        && places.All(token => IsStaticUse(token.Parent));

    private static bool IsStaticUse(SyntaxNode? name)
    {
        while (name?.Parent is AliasQualifiedNameSyntax or QualifiedNameSyntax or MemberAccessExpressionSyntax && name.Parent.GetLastToken() == name.GetLastToken())
        {
            name = name.Parent;
        }

        return name?.Parent is MemberAccessExpressionSyntax or QualifiedNameSyntax or UsingDirectiveSyntax or TypeOfExpressionSyntax;
    }

    private static MethodDeclarationSyntax WithPartial(MethodDeclarationSyntax method)
    {
        // A partial method that returns something has to say who can call it.
        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        var leading = method.Modifiers.Count > 0 ? method.Modifiers[0].LeadingTrivia : method.ReturnType.GetLeadingTrivia();
        var hasAccess = method.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword);
        SyntaxToken[] modifiers =
        [
            .. hasAccess ? Array.Empty<SyntaxToken>() : [SyntaxFactory.Token(SyntaxKind.PrivateKeyword).WithTrailingTrivia(SyntaxFactory.Space)],
            .. method.Modifiers.Select((modifier, i) => i == 0 ? modifier.WithLeadingTrivia() : modifier),
            partial,
        ];
        modifiers[0] = modifiers[0].WithLeadingTrivia(leading);
        return method.WithReturnType(method.Modifiers.Count > 0 ? method.ReturnType : method.ReturnType.WithLeadingTrivia()).WithModifiers([.. modifiers]);
    }

    private static TypeDeclarationSyntax WithModifiers(TypeDeclarationSyntax type, bool makesStatic)
    {
        var modifiers = type.Modifiers;
        var keyword = type.Keyword;
        var leading = modifiers.Count == 0 ? keyword.LeadingTrivia : default;
        if (makesStatic)
        {
            // Static on a sealed class says it twice, and the compiler refuses that.
            var place = modifiers.IndexOf(SyntaxKind.PartialKeyword);
            if (modifiers.IndexOf(SyntaxKind.SealedKeyword) is >= 0 and var sealedPlace)
            {
                modifiers = modifiers.Replace(modifiers[sealedPlace], SyntaxFactory.Token(SyntaxKind.StaticKeyword).WithTriviaFrom(modifiers[sealedPlace]));
            }
            else if (place == 0)
            {
                modifiers = modifiers.Replace(modifiers[0], modifiers[0].WithLeadingTrivia())
                    .Insert(0, SyntaxFactory.Token(modifiers[0].LeadingTrivia, SyntaxKind.StaticKeyword, [SyntaxFactory.Space]));
            }
            else
            {
                modifiers = modifiers.Insert(place < 0 ? modifiers.Count : place, SyntaxFactory.Token(SyntaxKind.StaticKeyword).WithTrailingTrivia(SyntaxFactory.Space));
            }
        }

        if (modifiers.IndexOf(SyntaxKind.PartialKeyword) < 0)
        {
            modifiers = modifiers.Add(SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space));
        }

        if (type.Modifiers.Count == 0)
        {
            type = type.WithKeyword(keyword.WithLeadingTrivia());
            modifiers = modifiers.Replace(modifiers[0], modifiers[0].WithLeadingTrivia(leading));
        }

        return type.WithModifiers(modifiers);
    }
}
