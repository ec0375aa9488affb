using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Editing;

namespace DictionaryAnalyzers.Testing.Tests.StandIns;

/// <summary>Reports every call of a method with the name Fault.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class FaultCallAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new("T003", "Fault", "A fault", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(
            node =>
            {
                if (((InvocationExpressionSyntax)node.Node).Expression is IdentifierNameSyntax { Identifier.ValueText: "Fault" } name)
                {
                    node.ReportDiagnostic(Diagnostic.Create(s_rule, name.GetLocation()));
                }
            },
            SyntaxKind.InvocationExpression);
    }
}

/// <summary>Calls the method with the name Right instead.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FaultCallFix)), Shared]
internal sealed class FaultCallFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["T003"];

    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) => await ChangeAsync(document, diagnostics));

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        context.RegisterCodeFix(CodeAction.Create("Right", _ => ChangeAsync(context.Document, context.Diagnostics), "T003.Right"), context.Diagnostics);
        return Task.CompletedTask;
    }

    private static async Task<Document> ChangeAsync(Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        var editor = await DocumentEditor.CreateAsync(document);
        foreach (var diagnostic in diagnostics)
        {
            editor.ReplaceNode(editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan), (current, _) => SyntaxFactory.IdentifierName("Right").WithTriviaFrom(current));
        }

        return editor.GetChangedDocument();
    }
}
