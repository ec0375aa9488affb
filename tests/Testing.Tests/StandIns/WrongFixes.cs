using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Testing.Tests.StandIns;

/// <summary>Derives the class from a type that is not there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NotCompilingFix)), Shared]
internal sealed class NotCompilingFix() : NameFix(new Offer("Derive", "T001.Derive", type => Good(type).WithBaseList(
    SyntaxFactory.BaseList([SyntaxFactory.SimpleBaseType(SyntaxFactory.IdentifierName("Missing"))]).NormalizeWhitespace().WithTrailingTrivia(SyntaxFactory.Space))))
{
    public static ClassDeclarationSyntax Good(ClassDeclarationSyntax type) => Rename(name => "Good" + name[3..])(type);
}

/// <summary>Adds a field that nobody uses: a warning of the compiler.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WarningFix)), Shared]
internal sealed class WarningFix() : NameFix(new Offer("Add", "T001.Add", type =>
    NotCompilingFix.Good(type).AddMembers(SyntaxFactory.ParseMemberDeclaration("private int _unused; ")!)));

/// <summary>Calls A what is B, and B what is A.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CircleFix)), Shared]
internal sealed class CircleFix() : NameFix(new Offer("Turn", "T001.Turn", Rename(name => name == "BadA" ? "BadB" : "BadA")));

/// <summary>Makes it worse every time.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GrowingFix)), Shared]
internal sealed class GrowingFix() : NameFix(new Offer("Grow", "T001.Grow", Rename(name => name + "X")));

/// <summary>Offers an action that leaves everything as it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NothingFix)), Shared]
internal sealed class NothingFix() : NameFix(new Offer("Nothing", "T001.Nothing", type => type));

/// <summary>A good action, and one beside it that leaves everything as it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GoodAndNothingFix)), Shared]
internal sealed class GoodAndNothingFix() : NameFix(
    new Offer("Good", "T001.Good", NotCompilingFix.Good),
    new Offer("Nothing", "T001.Nothing", type => type));

/// <summary>Has no equivalence key.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NoKeyFix)), Shared]
internal sealed class NoKeyFix() : NameFix(new Offer("Good", null, NotCompilingFix.Good));

/// <summary>Has one key for two actions.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SameKeyFix)), Shared]
internal sealed class SameKeyFix() : NameFix(
    new Offer("Good", "T001.Good", NotCompilingFix.Good),
    new Offer("Fine", "T001.Good", Rename(name => "Fine" + name[3..])));

/// <summary>Its fix-all repairs only the first of each document.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LosingFix)), Shared]
internal sealed class LosingFix() : NameFix(s_good)
{
    private static readonly Offer s_good = new("Good", "T001.Good", NotCompilingFix.Good);

    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) => await ChangeAsync(document, diagnostics.Take(1), s_good, context.CancellationToken));
}

/// <summary>Its fix-all repairs what the fix is not offered for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EagerFix)), Shared]
internal sealed class EagerFix() : NameFix(s_good)
{
    private static readonly Offer s_good = new("Good", "T001.Good", NotCompilingFix.Good);

    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) => await ChangeAsync(document, diagnostics, s_good, context.CancellationToken));

    protected override bool IsPossible(Diagnostic diagnostic) => !diagnostic.GetMessage(null).Contains('_', System.StringComparison.Ordinal);
}

/// <summary>Replaces whole classes and lets the batch fixer merge that, which drops edits of classes in classes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OverlappingFix)), Shared]
internal sealed class OverlappingFix() : NameFix(new Offer("Good", "T001.Good", type => NotCompilingFix.Good(type)
    .WithMembers([.. type.Members.Select((member, i) => member.WithTrailingTrivia(SyntaxFactory.Comment("/* in " + type.Identifier.ValueText + " */"), SyntaxFactory.Space))])))
{
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;
}

/// <summary>Has no fix-all.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NoFixAllFix)), Shared]
internal sealed class NoFixAllFix() : NameFix(new Offer("Good", "T001.Good", NotCompilingFix.Good))
{
    public override FixAllProvider? GetFixAllProvider() => null;
}

/// <summary>Builds a name with a space in it, which is two names when it is read again.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CrookedTreeFix)), Shared]
internal sealed class CrookedTreeFix() : NameFix(new Offer("Good", "T001.Good", Rename(name => "Good : object ")));

/// <summary>Is not exported.</summary>
#pragma warning disable RS1016
internal sealed class NotExportedFix() : NameFix(new Offer("Good", "T001.Good", NotCompilingFix.Good));
#pragma warning restore RS1016

/// <summary>Is exported under another name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = "Other"), Shared]
internal sealed class OtherNameFix() : NameFix(new Offer("Good", "T001.Good", NotCompilingFix.Good));

/// <summary>Is not shared.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NotSharedFix))]
internal sealed class NotSharedFix() : NameFix(new Offer("Good", "T001.Good", NotCompilingFix.Good));
