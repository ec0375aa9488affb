using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

// The SDK's own analyzers are asked in Package.Tests; here something stands in that reports at the same places in the same form.
public class DICT207CollectionExpressionSuppressorTests
{
    [Theory]
    [InlineData("IDE0305", "var copy = cd.{|#0:ToArray|}();")]
    [InlineData("IDE0305", "var copy = (cd).{|#0:ToArray|}();")]
    [InlineData("IDE0305", "var copy = ((IDictionary<int, int>)cd).{|#0:ToArray|}();")]
    [InlineData("IDE0305", "var copy = cd!.{|#0:ToList|}();")]
    [InlineData("IDE0305", "var copy = cd.Append(default).{|#0:ToArray|}();")]
    [InlineData("IDE0305", "var copy = plain.Concat(cd).{|#0:ToArray|}();")]
    [InlineData("IDE0306", "var copy = {|#0:new|} List<KeyValuePair<int, int>>(cd);")]
    [InlineData("IDE0028", "List<KeyValuePair<int, int>> copy = {|#0:new|}(cd);")]
    [InlineData("IDE0028", "var copy = {|#0:new|} List<KeyValuePair<int, int>>(); copy.AddRange(cd);")]
    [InlineData("IDE0028", "var copy = {|#0:new|} List<KeyValuePair<int, int>>(); copy.Add(default); foreach (var pair in cd) { copy.Add(pair); }")]
    public Task Silences(string id, string body) => Verify(id, body, isSuppressed: true);

    [Theory]
    [InlineData("IDE0305", "var copy = plain.{|#0:ToArray|}();")]
    [InlineData("IDE0305", "var copy = cd.Keys.{|#0:ToArray|}();")]
    [InlineData("IDE0305", "var copy = cd.Where(pair => pair.Key > 1).{|#0:ToList|}();")]
    [InlineData("IDE0305", "var copy = plain.Where(pair => cd.ContainsKey(pair.Key)).{|#0:ToList|}();")]
    [InlineData("IDE0306", "var copy = {|#0:new|} List<KeyValuePair<int, int>>(plain);")]
    [InlineData("IDE0306", "var copy = {|#0:new|} HashSet<KeyValuePair<int, int>>(cd);")]
    [InlineData("IDE0028", "var copy = {|#0:new|} List<KeyValuePair<int, int>>(); copy.AddRange(plain); Use(copy); copy.AddRange(cd);")]
    [InlineData("IDE0028", "var copy = {|#0:new|} List<KeyValuePair<int, int>>(); foreach (var pair in cd) { if (pair.Key > 1) { copy.Add(pair); } Use(copy); }")]
    public Task LetsThrough(string id, string body) => Verify(id, body, isSuppressed: false);

    private static Task Verify(string id, string body, bool isSuppressed)
    {
        var test = new SuppressorTest(id)
        {
            TestBehaviors = TestBehaviors.SkipSuppressionCheck,
            TestCode = $$"""
                using System.Collections.Concurrent;
                using System.Collections.Generic;
                using System.Linq;

                class C
                {
                    private readonly ConcurrentDictionary<int, int> cd = new ConcurrentDictionary<int, int>();
                    private readonly Dictionary<int, int> plain = new Dictionary<int, int>();

                    void M()
                    {
                        {{body}}
                    }

                    static void Use(object o) { }
                }
                """,
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(id, DiagnosticSeverity.Warning).WithLocation(0)
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithIsSuppressed(isSuppressed));
        return test.RunAsync();
    }

    private sealed class SuppressorTest(string id) : CSharpAnalyzerTest<SdkStandIn, DefaultVerifier>
    {
        protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [new SdkStandIn(id), new DICT207CollectionExpressionSuppressor()];
    }

#pragma warning disable RS1036, RS1038, RS1041 // it stands in for an analyzer of the SDK and is never shipped
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class SdkStandIn(string id) : DiagnosticAnalyzer
    {
        public SdkStandIn()
            : this("IDE0305")
        {
        }

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new DiagnosticDescriptor(id, "Use a collection expression", "Use a collection expression", "Style", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSyntaxNodeAction(
                Report, SyntaxKind.InvocationExpression, SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression);
        }

        private void Report(SyntaxNodeAnalysisContext context)
        {
            if (context.Node.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is null)
            {
                return;
            }

            var token = (context.Node, id) switch
            {
                (InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier: { ValueText: "ToArray" or "ToList" } name } }, "IDE0305") => name,
                (BaseObjectCreationExpressionSyntax creation, "IDE0306" or "IDE0028") => creation.NewKeyword,
                _ => default,
            };
            if (token != default)
            {
                context.ReportDiagnostic(Diagnostic.Create(SupportedDiagnostics.Single(), token.GetLocation(), [context.Node.GetLocation()]));
            }
        }
    }
}
