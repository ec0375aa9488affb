// A stand-in lives beside its tests.
#pragma warning disable RS1036, RS1038, RS1041, RS2008
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Tests.Retyping;

/// <summary>A stand-in for the rules that offer a concurrent dictionary: reports every declaration with <c>map</c> in its name and whose type is a plain dictionary.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PlainDictionaryAnalyzer : DiagnosticAnalyzer
{
    public const string Id = "T202";

    private static readonly DiagnosticDescriptor Rule = new(Id, "Dictionary", "'{0}' is a plain dictionary", "Test", DiagnosticSeverity.Warning, true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(symbol => Report(symbol.ReportDiagnostic, symbol.Symbol, symbol.Symbol is IFieldSymbol field ? field.Type : ((IPropertySymbol)symbol.Symbol).Type), SymbolKind.Field, SymbolKind.Property);
        context.RegisterOperationAction(
            operation =>
            {
                var local = ((Microsoft.CodeAnalysis.Operations.IVariableDeclaratorOperation)operation.Operation).Symbol;
                Report(operation.ReportDiagnostic, local, local.Type);
            },
            OperationKind.VariableDeclarator);
    }

    private static void Report(System.Action<Diagnostic> report, ISymbol symbol, ITypeSymbol type)
    {
        if (symbol.Name.Contains("map", System.StringComparison.OrdinalIgnoreCase) && type.Name is "Dictionary" or "IDictionary" or "IReadOnlyDictionary" or "HashSet" or "ISet")
        {
            report(Diagnostic.Create(Rule, symbol.Locations[0], symbol.Name));
        }
    }
}
