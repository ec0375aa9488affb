using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Testing.Tests.StandIns;

/// <summary>A right analyzer: reports every class whose name starts with "Bad", once.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BadNameAnalyzer : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor Rule = new("T001", "Bad name", "'{0}' is a bad name", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(
            node =>
            {
                var name = ((ClassDeclarationSyntax)node.Node).Identifier;
                if (name.ValueText.StartsWith("Bad", System.StringComparison.Ordinal))
                {
                    node.ReportDiagnostic(Diagnostic.Create(Rule, name.GetLocation(), name.ValueText));
                }
            },
            SyntaxKind.ClassDeclaration);
    }
}
