using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Testing.Tests.StandIns;

/// <summary>What the stand-ins have in common: T001 at every class whose name starts with "Bad".</summary>
internal abstract class NameAnalyzer(bool isEnabledByDefault = true) : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor Rule = Create(isEnabledByDefault: true);

    private readonly DiagnosticDescriptor _rule = isEnabledByDefault ? Rule : Create(isEnabledByDefault: false);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [_rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        Register(context);
    }

    protected virtual void Register(AnalysisContext context) =>
        OnBadNames(context, (node, name) => node.ReportDiagnostic(At(name.GetLocation(), name.ValueText)));

    protected Diagnostic At(Location location, string argument, params Location[] additional) =>
        Diagnostic.Create(_rule, location, additional, argument);

    protected static void OnBadNames(AnalysisContext context, Action<SyntaxNodeAnalysisContext, SyntaxToken> report) =>
        context.RegisterSyntaxNodeAction(
            node =>
            {
                if (BadName(node.Node) is { } name)
                {
                    report(node, name);
                }
            },
            SyntaxKind.ClassDeclaration);

    protected static SyntaxToken? BadName(SyntaxNode node) =>
        ((ClassDeclarationSyntax)node).Identifier is var name && name.ValueText.StartsWith("Bad", StringComparison.Ordinal) ? name : null;

    private static DiagnosticDescriptor Create(bool isEnabledByDefault) =>
        new("T001", "Bad name", "'{0}' is a bad name", "Test", DiagnosticSeverity.Warning, isEnabledByDefault);
}
