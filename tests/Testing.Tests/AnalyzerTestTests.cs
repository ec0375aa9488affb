using System.Collections.Generic;
using System.Threading.Tasks;
using DictionaryAnalyzers.Testing.Tests.StandIns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace DictionaryAnalyzers.Testing.Tests;

public class AnalyzerTestTests
{
    private static CSharpAnalyzerTest<TAnalyzer, DefaultVerifier> Test<TAnalyzer>(string code)
        where TAnalyzer : DiagnosticAnalyzer, new() => new() { TestCode = code };

    [Fact]
    public Task Passes_WhenTheMarkedIsReported() => Test<BadNameAnalyzer>("class [|Bad1|] { } class {|T001:Bad2|} { } class Good { }").RunAsync();

    [Fact]
    public Task Passes_WhenNothingIsMarkedAndNothingReported() => Test<BadNameAnalyzer>("class Good { }").RunAsync();

    [Fact]
    public async Task Fails_WhenTheMarkedIsNotReported() =>
        await Fails.With(Test<BadNameAnalyzer>("class [|Good|] { }"), "Expected and not reported:\n  /0/Test0.cs(1,7)-(1,11): T001");

    [Fact]
    public async Task Fails_WhenMoreIsReported_AndPrintsTheMarks() =>
        await Fails.With(Test<BadNameAnalyzer>("class Bad1 { }\nclass Bad2 { class Bad3 { } }"), "Reported and not expected", "'Bad1' is a bad name", "~~~~", "class {|T001:Bad2|} { class {|T001:Bad3|} { } }");

    [Fact]
    public async Task Fails_WhenTheMarkIsSomewhereElse() =>
        await Fails.With(Test<BadNameAnalyzer>("[|class Bad1|] { }"), "Expected and not reported", "because it is somewhere else", "Reported and not expected");

    [Fact]
    public async Task Fails_WhenTheSameIsMarkedTwice() =>
        await Fails.With(Test<BadNameAnalyzer>("class [|[|Bad1|]|] { }"), "Expected and not reported");

    [Fact]
    public Task Passes_WithAPositionMark() => Test<BadNameAnalyzer>("class $$Bad1 { }").RunAsync();

    [Fact]
    public async Task Compares_MessageAndSeverityAndArguments()
    {
        var test = Test<BadNameAnalyzer>("class {|#0:Bad1|} { }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("T001", DiagnosticSeverity.Warning).WithLocation(0).WithMessage("'Bad1' is a bad name"));
        await test.RunAsync();

        test = Test<BadNameAnalyzer>("class {|#0:Bad1|} { }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult(NameAnalyzer.Rule).WithLocation(0).WithArguments("Bad1"));
        await test.RunAsync();

        test = Test<BadNameAnalyzer>("class {|#0:Bad1|} { }");
        test.ExpectedDiagnostics.Add(CSharpAnalyzerVerifier<BadNameAnalyzer, DefaultVerifier>.Diagnostic().WithLocation(0).WithArguments("Bad2"));
        await Fails.With(test, "because its message is ''Bad1' is a bad name'");

        test = Test<BadNameAnalyzer>("class {|#0:Bad1|} { }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("T001", DiagnosticSeverity.Info).WithLocation(0));
        await Fails.With(test, "because its severity is Warning");
    }

    [Fact]
    public Task Compares_LineAndColumn()
    {
        var test = Test<BadNameAnalyzer>("class Bad1 { }\nclass Bad2 { }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult(NameAnalyzer.Rule).WithLocation(1, 7).WithMessage(null));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(NameAnalyzer.Rule).WithSpan("Test0.cs", 2, 7, 2, 11).WithMessage(null));
        return test.RunAsync();
    }

    [Fact]
    public async Task Fails_WhenANumberedMarkIsMissing()
    {
        var test = Test<BadNameAnalyzer>("class {|#0:Good|} { }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("T001", DiagnosticSeverity.Warning).WithLocation(1));
        await Fails.With(test, "no source has that mark");
    }

    [Fact]
    public async Task Compares_AdditionalLocations()
    {
        static CSharpAnalyzerTest<SymbolEndAnalyzer, DefaultVerifier> Create()
        {
            var test = Test<SymbolEndAnalyzer>("partial class {|#0:Bad|} { }");
            test.TestState.Sources.Add("partial class {|#1:Bad|} { }");
            return test;
        }

        var test = Create();
        test.ExpectedDiagnostics.Add(new DiagnosticResult("T001", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1));
        await test.RunAsync();

        test = Create();
        test.ExpectedDiagnostics.Add(new DiagnosticResult("T001", DiagnosticSeverity.Warning).WithLocation(0));
        await Fails.With(test, "because its additional locations are");
    }

    [Fact]
    public Task Passes_WithADiagnosticWithoutLocation()
    {
        var test = Test<CompilationAnalyzer>("class Good { }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult(NameAnalyzer.Rule).WithNoLocation().WithArguments("TestProject"));
        return test.RunAsync();
    }

    [Fact]
    public async Task Fails_WhenTheMarkDoesNotSayWhichOfTwoRules()
    {
        await Fails.With(Test<TwoRulesAnalyzer>("class [|Bad|] { }"), "[|..|] does not say which diagnostic is meant", "T001, T002");
        await Test<TwoRulesAnalyzer>("class {|T001:Bad|} { } struct {|T002:S|} { }").RunAsync();

        var test = Test<TwoRulesAnalyzer>("class [|Bad|] { }");
        test.MarkupOptions = MarkupOptions.UseFirstDescriptor;
        await test.RunAsync();
    }

    [Fact]
    public async Task Fails_WithoutSources() => await Fails.With(new CSharpAnalyzerTest<BadNameAnalyzer, DefaultVerifier>(), "TestState.Sources");

    [Fact]
    public async Task Fails_WhenTheSourceDoesNotCompile_UnlessThatIsMarked()
    {
        await Fails.With(Test<BadNameAnalyzer>("class Good { int x = y; }"), "error CS0103", "mark the place with {|CS0000:..|}");
        await Test<BadNameAnalyzer>("class Good { int x = {|CS0103:y|}; }").RunAsync();

        var test = Test<BadNameAnalyzer>("class Good { int x = y; }");
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        await test.RunAsync();
    }

    [Fact]
    public async Task Wants_WarningsMarked_WhenAsked()
    {
        await Test<BadNameAnalyzer>("class Good { string x = null; }").RunAsync();

        var test = Test<BadNameAnalyzer>("class Good { private string x = null; }");
        test.CompilerDiagnostics = CompilerDiagnostics.Warnings;
        await Fails.With(test, "CS8625", "CS0414");

        test = Test<BadNameAnalyzer>("class Good { private string {|CS0414:x|} = {|CS8625:null|}; }");
        test.CompilerDiagnostics = CompilerDiagnostics.Warnings;
        await test.RunAsync();
    }

    [Fact]
    public async Task Fails_WhenTheAnalyzerThrows() =>
        await Fails.With(Test<ThrowingAnalyzer>("class Bad { }"), "AD0001", "no idea what to do with Bad", nameof(ThrowingAnalyzer), "InvalidOperationException");

    [Fact]
    public async Task Fails_WhenTheAnalyzerThrows_EvenIfEverythingIsIgnored()
    {
        var test = Test<ThrowingAnalyzer>("#pragma warning disable\nclass Bad { }");
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        test.DisabledDiagnostics.Add("AD0001");
        await Fails.With(test, "no idea what to do with Bad");
    }

    [Fact]
    public async Task Fails_WhenTheAnalyzerDoesNotComeBack()
    {
        var test = Test<SlowAnalyzer>("class Bad { }");
        test.Extra.TimeLimit = System.TimeSpan.FromSeconds(1);
        await Fails.With(test, "has not ended after 00:00:01");
    }

    [Fact]
    public async Task Fails_WhenTheAnalyzerHasStaticState() =>
        await Fails.With(Test<StaticStateAnalyzer>("class [|Bad|] { }"), "Two runs of the same analyzer", "number ");

    [Fact]
    public async Task Fails_WhenTheAnalyzerKeepsStateBetweenCompilations() =>
        await Fails.With(Test<InstanceStateAnalyzer>("class [|Bad|] { }"), "Two runs of the same analyzer");

    [Fact]
    public async Task Fails_WhenTheRuleReportsInGeneratedCode()
    {
        await Fails.With(Test<GeneratedCodeAnalyzer>("class [|Bad|] { }"), "is reported in generated code", "ConfigureGeneratedCodeAnalysis");

        var test = Test<GeneratedCodeAnalyzer>("class [|Bad|] { }");
        test.TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck;
        await test.RunAsync();
    }

    [Fact]
    public async Task Fails_WhenAPragmaDoesNotReachTheRule()
    {
        await Fails.With(Test<PathLocationAnalyzer>("class [|Bad|] { }"), "is reported although '#pragma warning disable'");

        var test = Test<PathLocationAnalyzer>("class [|Bad|] { }");
        test.TestBehaviors = TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedCodeCheck;
        await test.RunAsync();
    }

    [Fact]
    public Task Passes_WhenTheSourceStartsWithDirectives() =>
        Test<BadNameAnalyzer>("#define X\n#if X\nclass [|Bad|] { }\n#endif\n#nullable disable\nclass [|Bad2|] { }").RunAsync();

    [Fact]
    public async Task Fails_WhenTheRuleReportsAtTheEndOfTheCompilation()
    {
        await Fails.With(Test<CompilationEndAnalyzer>("class [|Bad|] { }"), "Context: Live", "an editor that looks at that document does not show it", "end of the compilation");

        var test = Test<CompilationEndAnalyzer>("class [|Bad|] { }");
        test.Extra.LiveMode = false;
        await test.RunAsync();
    }

    [Fact]
    public async Task Fails_WhenTheRuleReportsInAnotherDocument()
    {
        var test = Test<BaseOfAnalyzer>("class [|Bad|] { }");
        test.TestState.Sources.Add("class Derived : Bad { }");
        await Fails.With(test, "an editor that looks at that document does not show it", "another document");

        // Roslyn keeps what a symbol action reports outside its symbol for the whole build, in one document too.
        await Fails.With(Test<BaseOfAnalyzer>("class [|Bad|] { } class Derived : Bad { }"), "outside the symbol");
    }

    [Fact]
    public Task Passes_WhenTheRuleReportsAtTheEndOfASymbol()
    {
        var test = Test<SymbolEndAnalyzer>("partial class [|Bad|] { void M() { } }");
        test.TestState.Sources.Add("partial class Bad { void N() { } }");
        return test.RunAsync();
    }

    [Fact]
    public Task Switches_RulesOn_ThatAreOffByDefault() => Test<OffByDefaultAnalyzer>("class [|Bad|] { }").RunAsync();

    [Fact]
    public Task Switches_RulesOff_ThatAreDisabled()
    {
        var test = Test<BadNameAnalyzer>("class Bad { }");
        test.DisabledDiagnostics.Add("T001");
        return test.RunAsync();
    }

    [Fact]
    public async Task Reads_SeverityFromEditorConfig()
    {
        var test = Test<BadNameAnalyzer>("class {|#0:Bad|} { }");
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.T001.severity = error\n"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("T001", DiagnosticSeverity.Error).WithLocation(0));
        await test.RunAsync();

        test = Test<BadNameAnalyzer>("class Bad { }");
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.T001.severity = none\n"));
        await test.RunAsync();
    }

    [Fact]
    public Task Gives_OptionsAndAdditionalFiles()
    {
        var test = Test<OptionsAnalyzer>("class {|#0:Bad|} { }");
        test.Extra.GlobalOptions["build_property.Flavour"] = "sweet";
        test.TestState.AnalyzerConfigFiles.Add((".editorconfig", "root = true\n[*.cs]\ntest.flavour = sour\n"));
        test.TestState.AdditionalFiles.Add(("words.txt", "text"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(NameAnalyzer.Rule).WithLocation(0).WithArguments("sweet|sour|/0/words.txt=text"));
        return test.RunAsync();
    }

    [Fact]
    public Task Gives_GlobalConfigFiles()
    {
        var test = Test<OptionsAnalyzer>("class {|#0:Bad|} { }");
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.Flavour = bitter\n"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(NameAnalyzer.Rule).WithLocation(0).WithArguments("bitter||="));
        return test.RunAsync();
    }

    [Fact]
    public async Task Builds_SeveralProjects()
    {
        var test = Test<BadNameAnalyzer>("class [|BadUser|] : Lib.BadBase { }");
        test.TestState.Sources.Add(("Sub/More.cs", "class [|BadMore|] { }"));
        test.TestState.AdditionalProjectReferences.Add("P");
        test.TestState.AdditionalProjects["P"].Sources.Add("namespace Lib; public class [|BadBase|] { }");
        await test.RunAsync();

        test = Test<BadNameAnalyzer>("class Good { }");
        test.TestState.AdditionalProjectReferences.Add("Missing");
        await Fails.With(test, "references 'Missing'", "TestProject");
    }

    [Theory]
    [InlineData("net10.0", "class C { System.Threading.Lock L = new(); System.Collections.Frozen.FrozenDictionary<int, int>? D; }")]
    [InlineData("net8.0", "class C { System.Threading.{|CS0234:Lock|}? L; System.Collections.Frozen.FrozenDictionary<int, int>? D; }")]
    [InlineData("netstandard2.0", "class C { System.Collections.{|CS0234:Frozen|}.X? D; System.Collections.Concurrent.ConcurrentDictionary<int, int>? E; }")]
    [InlineData("net472", "class C { System.{|CS0234:IAsyncDisposable|}? D; System.AppDomain? A; System.Windows.Forms.Form? F; }")]
    public Task Compiles_AgainstTheChosenFramework(string framework, string code)
    {
        var sets = new Dictionary<string, ReferenceAssemblies>
        {
            ["net10.0"] = ReferenceAssemblies.Net.Net100,
            ["net8.0"] = ReferenceAssemblies.Net.Net80,
            ["netstandard2.0"] = ReferenceAssemblies.NetStandard.NetStandard20,
            ["net472"] = ReferenceAssemblies.NetFramework.Net472.Default,
        };
        var test = Test<BadNameAnalyzer>(code);
        test.ReferenceAssemblies = sets[framework];
        Assert.Equal(framework, test.ReferenceAssemblies.TargetFramework);
        return test.RunAsync();
    }

    [Fact]
    public async Task References_AreLoadedOnce()
    {
        var first = await ReferenceAssemblies.Net.Net100.ResolveAsync(null, default);
        var second = await ReferenceAssemblies.Net.Net100.ResolveAsync(null, default);
        Assert.True(first == second);
        Assert.True(first.Length > 150);
    }

    [Fact]
    public async Task Compiles_WithTheChosenLanguage()
    {
        var test = Test<BadNameAnalyzer>("class Good { int[] x = {|CS8107:default|}; }");
        test.TestState.Sources.Clear();
        test.TestCode = "class Good { int x = 1_000; object? y; }";
        test.Extra.LanguageVersion = LanguageVersion.CSharp7;
        test.Extra.NullableContextOptions = NullableContextOptions.Disable;
        await Fails.With(test, "CS8107");

        test = Test<BadNameAnalyzer>("class Good { string x = null; }");
        test.CompilerDiagnostics = CompilerDiagnostics.Warnings;
        test.DisabledDiagnostics.Add("CS0414");
        test.Extra.NullableContextOptions = NullableContextOptions.Disable;
        await test.RunAsync();
    }

    [Fact]
    public async Task Finds_TopLevelStatements()
    {
        await Test<BadNameAnalyzer>("System.Console.WriteLine(); class [|Bad|] { }").RunAsync();

        var test = Test<BadNameAnalyzer>("class Good { }");
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.CompilerDiagnostics = CompilerDiagnostics.Errors;
        await Fails.With(test, "CS5001");
    }

    [Fact]
    public Task Adds_ImplicitUsings_WhenAsked()
    {
        var test = Test<BadNameAnalyzer>("class [|Bad|] { Dictionary<int, int> D = new(); Task? T; }");
        test.Extra.ImplicitUsings = true;
        return test.RunAsync();
    }

    [Fact]
    public Task Applies_SolutionTransforms()
    {
        var test = Test<BadNameAnalyzer>("class {|CS0227:Good|} { }".Replace("{|CS0227:Good|}", "Good", System.StringComparison.Ordinal));
        test.TestState.Sources.Clear();
        test.TestCode = "unsafe class {|CS0227:Good|} { }";
        test.SolutionTransforms.Add((solution, id) =>
            solution.WithProjectCompilationOptions(id, ((CSharpCompilationOptions)solution.GetProject(id)!.CompilationOptions!).WithAllowUnsafe(false)));
        return test.RunAsync();
    }

    [Fact]
    public async Task Shows_WhatASuppressorSuppresses()
    {
        var test = new SuppressorTest { TestCode = "class {|#0:BadAllowed|} { } class {|#1:Bad|} { }" };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("T001", DiagnosticSeverity.Warning).WithLocation(0).WithIsSuppressed(true));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("T001", DiagnosticSeverity.Warning).WithLocation(1));
        await test.RunAsync();

        await Fails.With(new SuppressorTest { TestCode = "class {|T001:BadAllowed|} { }" }, "WithIsSuppressed(true)");
    }

    [Fact]
    public async Task Calls_TheDiagnosticVerifier()
    {
        var seen = 0;
        var test = Test<BadNameAnalyzer>("class [|Bad|] { }");
        test.DiagnosticVerifier = (_, _, _) => seen++;
        await test.RunAsync();
        Assert.Equal(1, seen);
    }

    private sealed class SuppressorTest : CSharpAnalyzerTest<BadNameAnalyzer, DefaultVerifier>
    {
        protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [new BadNameAnalyzer(), new AllowedSuppressor()];
    }
}
