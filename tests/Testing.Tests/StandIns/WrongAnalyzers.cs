using System;
using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Testing.Tests.StandIns;

/// <summary>Collects what it sees and reports when the compilation ends.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class CompilationEndAnalyzer : NameAnalyzer
{
    protected override void Register(AnalysisContext context) => context.RegisterCompilationStartAction(start =>
    {
        var found = new ConcurrentBag<SyntaxToken>();
        start.RegisterSyntaxNodeAction(
            node =>
            {
                if (BadName(node.Node) is { } name)
                {
                    found.Add(name);
                }
            },
            SyntaxKind.ClassDeclaration);
        start.RegisterCompilationEndAction(end =>
        {
            foreach (var name in found)
            {
                end.ReportDiagnostic(At(name.GetLocation(), name.ValueText));
            }
        });
    });
}

/// <summary>Reports a class when it looks at the classes that derive from it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BaseOfAnalyzer : NameAnalyzer
{
    protected override void Register(AnalysisContext context) => context.RegisterSymbolAction(
        symbol =>
        {
            if (((INamedTypeSymbol)symbol.Symbol).BaseType is { Name: ['B', 'a', 'd', ..] } type)
            {
                symbol.ReportDiagnostic(At(type.Locations[0], type.Name));
            }
        },
        SymbolKind.NamedType);
}

/// <summary>Throws at a bad name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ThrowingAnalyzer : NameAnalyzer
{
    protected override void Register(AnalysisContext context) =>
        OnBadNames(context, (_, name) => throw new InvalidOperationException("no idea what to do with " + name.ValueText));
}

/// <summary>Does not come back.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SlowAnalyzer : NameAnalyzer
{
    protected override void Register(AnalysisContext context) => OnBadNames(context, (_, _) => Thread.Sleep(10_000));
}

/// <summary>Keeps a count in a static field, so that no two runs are the same.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class StaticStateAnalyzer : NameAnalyzer
{
    private static int s_count;

    protected override void Register(AnalysisContext context) =>
        OnBadNames(context, (node, name) => node.ReportDiagnostic(At(name.GetLocation(), $"{name.ValueText}, number {Interlocked.Increment(ref s_count)},")));
}

/// <summary>Remembers in a field what it reported, so that only the first compilation gets it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class InstanceStateAnalyzer : NameAnalyzer
{
    private readonly ConcurrentDictionary<string, bool> _seen = new();

    protected override void Register(AnalysisContext context) => OnBadNames(context, (node, name) =>
    {
        if (_seen.TryAdd(name.ValueText, true))
        {
            node.ReportDiagnostic(At(name.GetLocation(), name.ValueText));
        }
    });
}

/// <summary>Reports in generated code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class GeneratedCodeAnalyzer : NameAnalyzer
{
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        Register(context);
    }
}

/// <summary>Reports a path instead of a place in a tree, which no pragma reaches.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PathLocationAnalyzer : NameAnalyzer
{
    protected override void Register(AnalysisContext context) => OnBadNames(context, (node, name) => node.ReportDiagnostic(At(
        Location.Create(node.Node.SyntaxTree.FilePath, name.Span, name.GetLocation().GetLineSpan().Span), name.ValueText)));
}
