using System.Threading.Tasks;
using DictionaryAnalyzers.Testing.Tests.StandIns;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace DictionaryAnalyzers.Testing.Tests;

public class CodeFixTestTests
{
    private static CSharpCodeFixTest<BadNameAnalyzer, TCodeFix, DefaultVerifier> Test<TCodeFix>(string code, string? fixedCode)
        where TCodeFix : CodeFixProvider, new() => new() { TestCode = code, FixedCode = fixedCode! };

    [Fact]
    public Task Passes_WhenTheFixIsRight() => Test<GoodNameFix>("class [|BadA|] { }\n// comment\nclass [|BadB|] { }", "class GoodA { }\n// comment\nclass GoodB { }").RunAsync();

    [Fact]
    public Task Passes_WithClassesInClasses() => Test<GoodNameFix>("class [|BadA|] { class [|BadB|] { class [|BadC|] { } } }", "class GoodA { class GoodB { class GoodC { } } }").RunAsync();

    [Fact]
    public async Task Takes_TheActionWithTheKeyOrNumber()
    {
        var test = Test<GoodNameFix>("class [|BadA|] { }", "class FineA { }");
        test.CodeActionEquivalenceKey = "T001.Fine";
        await test.RunAsync();

        test = Test<GoodNameFix>("class [|BadA|] { }", "class FineA { }");
        test.CodeActionIndex = 1;
        await test.RunAsync();

        test = Test<GoodNameFix>("class [|BadA|] { }", "class FineA { }");
        test.CodeActionEquivalenceKey = "T001.Other";
        await Fails.With(test, "an action with the key 'T001.Other' is expected", "'Call it good' (key 'T001.Good')");
    }

    [Fact]
    public Task Takes_ActionsInsideOthers() => Test<NestedFix>("class [|BadA|] { }", "class GoodA { }").RunAsync();

    [Fact]
    public async Task Calls_TheActionVerifier()
    {
        var title = "";
        var test = Test<GoodNameFix>("class [|BadA|] { }", "class GoodA { }");
        test.CodeActionVerifier = (action, _) => title = action.Title;
        await test.RunAsync();
        Assert.Equal("Call it good", title);
    }

    [Fact]
    public async Task Fails_WhenTheFixedCodeIsOther() =>
        await Fails.With(
            Test<GoodNameFix>("class A { }\nclass [|BadB|] { }\n", "class A { }\nclass  GoodB { }\n"),
            "Context: Fixes applied one by one", "- class  GoodB { }", "+ class GoodB { }", "The whole file after the fix");

    [Fact]
    public async Task Fails_WhenOnlySpaceOrLineEndsDiffer()
    {
        await Fails.With(Test<GoodNameFix>("class [|BadB|] { }\n", "class GoodB { } \n"), "- class GoodB { }·");
        await Fails.With(Test<GoodNameFix>("class [|BadB|] { }\n", "class GoodB { }\r\n"), "\u240D\u240A");
    }

    [Fact]
    public async Task Fails_WhenTheResultDoesNotCompile()
    {
        await Fails.With(Test<NotCompilingFix>("class [|BadA|] { }", "class GoodA : Missing { }"), "Context: Diagnostics of fixed state", "CS0246");
        await Fails.With(Test<NotCompilingFix>("class [|BadA|] { }", "class GoodA { }"), "It does not compile either", "CS0246");
        await Test<NotCompilingFix>("class [|BadA|] { }", "class GoodA : {|CS0246:Missing|} { }").RunAsync();
    }

    [Fact]
    public async Task Fails_WhenTheFixBringsUpAWarning()
    {
        await Fails.With(Test<WarningFix>("class [|BadA|] { }", "class GoodA { private int _unused; }"), "brings up warnings of the compiler", "CS0169");

        var test = Test<WarningFix>("class [|BadA|] { }", "class GoodA { private int {|CS0169:_unused|}; }");
        test.CompilerDiagnostics = CompilerDiagnostics.Warnings;
        await test.RunAsync();
    }

    [Fact]
    public async Task Fails_WhenTheFixBringsUpAReportOfAnotherRule()
    {
        static CSharpCodeFixTest<BadNameAnalyzer, GoodNameFix, DefaultVerifier> Create(string before, string after)
        {
            var test = Test<GoodNameFix>(before, after);
            test.Extra.Companions = [new BadNameAnalyzer(), new GoodNameAnalyzer()];
            return test;
        }

        await Fails.With(Create("class [|BadA|] { }", "class GoodA { }"), "All rules of the package", "brings up reports of other rules", "T004");
        await Fails.With(Create("class GoodB { } class [|BadA|] { }", "class GoodB { } class GoodA { }"), "T004");

        var test = Create("class [|BadA|] { }", "class GoodA { }");
        test.Extra.NewReports.Add("T004");
        await test.RunAsync();
    }

    [Fact]
    public async Task Fails_WhenTheFixNeverBecomesStable()
    {
        var test = Test<CircleFix>("class [|BadA|] { }", "class [|BadB|] { }");
        test.NumberOfIncrementalIterations = -10;
        await Fails.With(test, "never becomes stable");
        await Fails.With(Test<CircleFix>("class [|BadA|] { }", "class [|BadB|] { }"), "After 1 iterations the fix 'Turn'", "class BadB { }");
        await Fails.With(Test<GrowingFix>("class [|BadA|] { }", "class [|BadAX|] { }"), "After 1 iterations", "NumberOfIncrementalIterations");
    }

    [Fact]
    public async Task Counts_Iterations()
    {
        static CSharpCodeFixTest<BadNameAnalyzer, StepFix, DefaultVerifier> Create() => Test<StepFix>("class [|BadBadA|] { }", "class A { }");

        await Fails.With(Create(), "After 1 iterations");

        var test = Create();
        test.NumberOfIncrementalIterations = 2;
        await Fails.With(test, "Context: Fix-all in Document", "NumberOfFixAllIterations");

        test = Create();
        test.NumberOfIncrementalIterations = 2;
        test.NumberOfFixAllIterations = -3;
        await test.RunAsync();

        test = Create();
        test.NumberOfIncrementalIterations = 3;
        test.NumberOfFixAllIterations = 2;
        await Fails.With(test, "2 fixes were applied one by one, exactly 3 are expected");
    }

    [Fact]
    public Task Applies_OnlyOne_WhenAsked()
    {
        var test = Test<GoodNameFix>("class [|BadA|] { } class [|BadB|] { }", "class GoodA { } class [|BadB|] { }");
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne | CodeFixTestBehaviors.SkipFixAllCheck;
        return test.RunAsync();
    }

    [Fact]
    public async Task Fails_WhenTheFixHasNoKeyOrTheSameTwice()
    {
        await Fails.With(Test<NoKeyFix>("class [|BadA|] { }", "class GoodA { }"), "has no equivalence key", "CodeAction.Create");
        await Fails.With(Test<SameKeyFix>("class [|BadA|] { }", "class GoodA { }"), "the same equivalence key");
    }

    [Fact]
    public async Task Fails_WhenAnActionChangesNothing()
    {
        await Fails.With(Test<NothingFix>("class [|BadA|] { }", null), "changes nothing", "before RegisterCodeFix");
        await Fails.With(Test<GoodAndNothingFix>("class [|BadA|] { }", "class GoodA { }"), "'Nothing' (key 'T001.Nothing') changes nothing");
    }

    [Fact]
    public async Task Fails_WhenFixAllLosesAnEdit()
    {
        await Test<LosingFix>("class [|BadA|] { }", "class GoodA { }").RunAsync();
        await Fails.With(Test<LosingFix>("class [|BadA|] { } class [|BadB|] { }", "class GoodA { } class GoodB { }"), "Context: Fix-all in Document", "Does fix-all lose an edit?");
        await Fails.With(
            Test<OverlappingFix>("class [|BadA|] { class [|BadB|] { int x; } }", "class GoodA { class GoodB { int x;/* in BadB */ }/* in GoodA */ }"));
    }

    [Fact]
    public async Task Fails_WhenFixAllRepairsWhatNoFixIsOfferedFor() => await Fails.With(
        Test<EagerFix>("class [|BadA|] { } class [|Bad_B|] { }", "class GoodA { } class [|Bad_B|] { }"), "Context: Fix-all in Document", "+ class GoodA { } class Good_B { }");

    [Fact]
    public async Task Runs_FixAllInEachScope()
    {
        var test = Test<LosingFix>("class [|BadA|] { } class [|BadB|] { }", "class GoodA { } class GoodB { }");
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllInDocumentCheck;
        await Fails.With(test, "Context: Fix-all in Project");

        test = Test<LosingFix>("class [|BadA|] { } class [|BadB|] { }", "class GoodA { } class GoodB { }");
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllInDocumentCheck | CodeFixTestBehaviors.SkipFixAllInProjectCheck;
        await Fails.With(test, "Context: Fix-all in Solution");

        test = Test<LosingFix>("class [|BadA|] { } class [|BadB|] { }", "class GoodA { } class GoodB { }");
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck;
        await test.RunAsync();
    }

    [Fact]
    public async Task Fails_WhenThereIsNoFixAll() =>
        await Fails.With(Test<NoFixAllFix>("class [|BadA|] { }", "class GoodA { }"), "has no fix-all in Document", "GetFixAllProvider");

    [Fact]
    public async Task Compares_FixAllWithItsOwnState()
    {
        var test = Test<LosingFix>("class [|BadA|] { } class [|BadB|] { }", "class GoodA { } class GoodB { }");
        test.BatchFixedCode = "class GoodA { } class BadB { }";
        await Fails.With(test, "Fix-all in Document");

        var right = Test<GoodNameFix>("class [|BadA|] { } class [|BadB|] { }", "class GoodA { } class [|BadB|] { }");
        right.BatchFixedCode = "class GoodA { } class GoodB { }";
        right.CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne;
        await right.RunAsync();
    }

    [Fact]
    public async Task Fixes_SeveralDocumentsAndProjects()
    {
        var test = Test<GoodNameFix>("class [|BadA|] { }", null);
        test.TestState.Sources.Add("class [|BadB|] { }");
        test.TestState.AdditionalProjects["P"].Sources.Add("class [|BadC|] { }");
        test.TestState.AdditionalProjects["P"].Sources.Add("class [|BadD|] { }");
        test.FixedState.Sources.Add("class GoodA { }");
        test.FixedState.Sources.Add("class GoodB { }");
        test.FixedState.AdditionalProjects["P"].Sources.Add("class GoodC { }");
        test.FixedState.AdditionalProjects["P"].Sources.Add("class GoodD { }");
        await test.RunAsync();

        var losing = Test<LosingFix>("class [|BadA|] { }", null);
        losing.TestState.Sources.Add("class [|BadB|] { } class [|BadC|] { }");
        losing.FixedState.Sources.Add("class GoodA { }");
        losing.FixedState.Sources.Add("class GoodB { } class GoodC { }");
        await Fails.With(losing, "After 2 times fix-all in Document");
    }

    [Fact]
    public async Task Tells_ProjectsApart_ThatShareAFile()
    {
        var test = Test<GoodNameFix>("class [|BadA|] { }", "class GoodA { }");
        test.TestState.AdditionalProjects["P"].Sources.Add(("/0/Test0.cs", "class [|BadA|] { }"));
        test.TestState.AdditionalProjects["P"].ReferenceAssemblies = ReferenceAssemblies.NetStandard.NetStandard20;
        test.FixedState.AdditionalProjects["P"].Sources.Add(("/0/Test0.cs", "class FineA { }"));
        await Fails.With(test, "/0/Test0.cs (project P)", "- class FineA { }");
    }

    [Fact]
    public Task Passes_WhenSomeCannotBeFixed_AndAreMarkedInTheFixedCode() =>
        Test<GoodNameFix>("class [|BadA|] { } class [|Bad_B|] { }", "class GoodA { } class [|Bad_B|] { }").RunAsync();

    [Fact]
    public async Task Fails_WhenSomeAreLeft_AndAreNotMarkedInTheFixedCode() =>
        await Fails.With(Test<GoodNameFix>("class [|BadA|] { } class [|Bad_B|] { }", "class GoodA { } class Bad_B { }"), "Context: Diagnostics of fixed state", "Reported and not expected");

    [Fact]
    public async Task Passes_WhenNoFixIsOfferedAndNoneExpected()
    {
        await Test<GoodNameFix>("class [|Bad_B|] { }", null).RunAsync();
        await Test<GoodNameFix>("class [|Bad_B|] { }", "class [|Bad_B|] { }").RunAsync();
        await Test<GoodNameFix>("class [|Bad_B|] { }", "class Bad_B { }").RunAsync();
        await Test<GoodNameFix>("class Good { }", null).RunAsync();
    }

    [Fact]
    public async Task Fails_WhenAFixIsOfferedAndNoneExpected()
    {
        await Fails.With(Test<GoodNameFix>("class [|BadB|] { }", null), "No fix is expected", "'Call it good' (key 'T001.Good')");
        await Fails.With(Test<GoodNameFix>("class [|BadB|] { }", "class BadB { }"), "No fix is expected");

        var test = Test<GoodNameFix>("class [|BadB|] { }", null);
        test.CodeActionEquivalenceKey = "T001.Other";
        await test.RunAsync();
    }

    [Fact]
    public async Task Fails_WhenAFixIsExpectedAndNoneOffered() =>
        await Fails.With(Test<GoodNameFix>("class [|Bad_B|] { }", "class Good_B { }"), "an action is expected", "Offered: nothing");

    [Fact]
    public async Task Compares_WhatIsOffered()
    {
        var test = Test<GoodNameFix>("class [|BadA|] { }", "class GoodA { }");
        test.Extra.OfferedEquivalenceKeys = ["T001.Good", "T001.Fine"];
        test.Extra.OfferedTitles = ["Call it good", "Call it fine"];
        await test.RunAsync();

        test = Test<GoodNameFix>("class [|BadA|] { }", "class GoodA { }");
        test.Extra.OfferedEquivalenceKeys = ["T001.Good"];
        await Fails.With(test, "The offered equivalence keys are not the expected ones", "[T001.Good, T001.Fine]");

        test = Test<GoodNameFix>("class [|Bad_A|] { }", null);
        test.Extra.OfferedTitles = [];
        await test.RunAsync();
    }

    [Fact]
    public async Task Fails_WhenTheProviderIsNotExportedAsItShould()
    {
        await Fails.With(Test<NotExportedFix>("class [|BadA|] { }", "class GoodA { }"), "is not exported", "ExportCodeFixProvider");
        await Fails.With(Test<OtherNameFix>("class [|BadA|] { }", "class GoodA { }"), "exported under the name 'Other'");
        await Fails.With(Test<NotSharedFix>("class [|BadA|] { }", "class GoodA { }"), "is not shared");

        var test = Test<NotSharedFix>("class [|BadA|] { }", "class GoodA { }");
        test.Extra.CheckProvider = false;
        await test.RunAsync();
    }

    [Fact]
    public async Task Fails_WhenTheProviderRepairsOtherDiagnostics() =>
        await Fails.With(
            new CSharpCodeFixTest<EmptyDiagnosticAnalyzer, GoodNameFix, DefaultVerifier> { TestCode = "class A { }" }, "repairs none of the diagnostics under test");

    [Fact]
    public async Task Fails_WhenTheTreeIsNotWhatItsTextSays()
    {
        await Fails.With(Test<CrookedTreeFix>("class [|BadA|] { }", "class Good : object  { }"), "is not the one that its text parses to");

        var test = Test<CrookedTreeFix>("class [|BadA|] { }", "class Good : object  { }");
        test.CodeActionValidationMode = CodeActionValidationMode.None;
        await test.RunAsync();
    }

    [Fact]
    public Task Keeps_WindowsLineEnds() => Test<GoodNameFix>("class [|BadA|]\r\n{\r\n}\r\n", "class GoodA\r\n{\r\n}\r\n").RunAsync();

    [Fact]
    public Task Shortens_WithTheStaticVerifier() => CSharpCodeFixVerifier<BadNameAnalyzer, GoodNameFix, DefaultVerifier>.VerifyCodeFixAsync(
        "class {|#0:BadA|} { }",
        CSharpCodeFixVerifier<BadNameAnalyzer, GoodNameFix, DefaultVerifier>.Diagnostic().WithLocation(0).WithArguments("BadA"),
        "class GoodA { }");
}
