// A stand-in lives beside its tests.
#pragma warning disable RS1036, RS1038, RS1041, RS2008
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Tests.Retyping;

/// <summary>A stand-in for the rules that offer Lazy values: reports every factory that is handed to a ConcurrentDictionary of other values.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class FactoryCallAnalyzer : DiagnosticAnalyzer
{
    public const string Id = "T206";

    private static readonly DiagnosticDescriptor Rule = new(Id, "Factory", "'{0}' is given a factory", "Test", DiagnosticSeverity.Warning, true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is { ContainingType: { Name: "ConcurrentDictionary", TypeArguments: [_, { Name: not "Lazy" }] }, Name: "GetOrAdd" or "AddOrUpdate" }
            && call.Arguments.FirstOrDefault(argument => argument.Parameter!.Type.TypeKind is TypeKind.Delegate) is { } factory
            && call.Syntax is InvocationExpressionSyntax { Expression: var called })
        {
            var name = called switch
            {
                MemberAccessExpressionSyntax access => access.Name.Identifier,
                MemberBindingExpressionSyntax binding => binding.Name.Identifier,
                _ => called.GetFirstToken(),
            };
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, name.GetLocation(), [call.Syntax.GetLocation(), factory.Value.Syntax.GetLocation()], name.ValueText));
        }
    }
}
