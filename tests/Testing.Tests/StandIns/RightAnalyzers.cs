using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Testing.Tests.StandIns;

/// <summary>Is off unless it is switched on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class OffByDefaultAnalyzer() : NameAnalyzer(isEnabledByDefault: false);

/// <summary>Says what options and additional files it is given.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class OptionsAnalyzer : NameAnalyzer
{
    protected override void Register(AnalysisContext context) => OnBadNames(context, (node, name) =>
    {
        var provider = node.Options.AnalyzerConfigOptionsProvider;
        provider.GlobalOptions.TryGetValue("build_property.Flavour", out var global);
        provider.GetOptions(node.Node.SyntaxTree).TryGetValue("test.flavour", out var local);
        var file = node.Options.AdditionalFiles.FirstOrDefault();
        node.ReportDiagnostic(At(name.GetLocation(), $"{global}|{local}|{file?.Path}={file?.GetText()}"));
    });
}

/// <summary>Reports a partial class once all of it is seen, with the other parts as additional locations.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SymbolEndAnalyzer : NameAnalyzer
{
    protected override void Register(AnalysisContext context) => context.RegisterSymbolStartAction(
        start => start.RegisterSymbolEndAction(end =>
        {
            if (end.Symbol.Name.StartsWith("Bad", System.StringComparison.Ordinal))
            {
                end.ReportDiagnostic(At(end.Symbol.Locations[0], end.Symbol.Name, [.. end.Symbol.Locations.Skip(1)]));
            }
        }),
        SymbolKind.NamedType);
}

/// <summary>Says something of the compilation as a whole.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class CompilationAnalyzer : NameAnalyzer
{
    protected override void Register(AnalysisContext context) =>
        context.RegisterCompilationAction(compilation => compilation.ReportDiagnostic(At(Location.None, compilation.Compilation.AssemblyName!)));
}

/// <summary>Reports two different things.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TwoRulesAnalyzer : NameAnalyzer
{
    private static readonly DiagnosticDescriptor s_other = new("T002", "Struct", "A struct", "Test", DiagnosticSeverity.Info, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule, s_other];

    protected override void Register(AnalysisContext context)
    {
        base.Register(context);
        context.RegisterSyntaxNodeAction(
            node => node.ReportDiagnostic(Diagnostic.Create(s_other, ((StructDeclarationSyntax)node.Node).Identifier.GetLocation())),
            SyntaxKind.StructDeclaration);
    }
}

/// <summary>Suppresses T001 at classes whose name ends with "Allowed".</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AllowedSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor s_allowed = new("TS01", "T001", "It is allowed");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => [s_allowed];

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan).EndsWith("Allowed", System.StringComparison.Ordinal))
            {
                context.ReportSuppression(Suppression.Create(s_allowed, diagnostic));
            }
        }
    }
}

/// <summary>Reports what the fixes of T001 make: T004 at every class whose name starts with "Good".</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class GoodNameAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new("T004", "Good name", "'{0}' is a good name", "Test", DiagnosticSeverity.Info, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(
            node =>
            {
                var name = ((ClassDeclarationSyntax)node.Node).Identifier;
                if (name.ValueText.StartsWith("Good", System.StringComparison.Ordinal))
                {
                    node.ReportDiagnostic(Diagnostic.Create(s_rule, name.GetLocation(), name.ValueText));
                }
            },
            SyntaxKind.ClassDeclaration);
    }
}
