using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using DictionaryAnalyzers.Testing.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Testing.Running;

/// <summary>
/// A program, the code fix that repairs it, what must go wrong before and what must be right after. After the fix the program must in
/// any case compile, end by itself with exit code 0, and not show the fault.
/// </summary>
/// <typeparam name="TAnalyzer">The analyzer that reports the fault.</typeparam>
/// <typeparam name="TCodeFix">The code fix that repairs it.</typeparam>
public sealed class RepairProof<TAnalyzer, TCodeFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    private const string FirstPath = "/0/Program.cs";

    private readonly SolutionState _program = new("Program", LanguageNames.CSharp, "/0/Program", "cs")
    {
        MarkupHandling = MarkupMode.Ignore,
        OutputKind = OutputKind.ConsoleApplication,
    };

    private readonly TestExtras _extra = new();
    private readonly List<(string Description, Func<ProgramResult, bool> Shows)> _faults = [];
    private readonly List<Action<ProofResult>> _claims = [];
    private readonly List<Type> _generators = [];
    private string? _key;
    private TimeSpan _timeLimit = TimeSpan.FromSeconds(20);
    private long? _heapLimit;
    private bool _inProcess;
    private int _attempts = 1;

    internal RepairProof(string program) => _program.Sources.Add((FirstPath, program));

    /// <summary>Takes the action with this equivalence key.</summary>
    public RepairProof<TAnalyzer, TCodeFix> WithKey(string equivalenceKey)
    {
        _key = equivalenceKey;
        return this;
    }

    /// <summary>Adds another source file.</summary>
    public RepairProof<TAnalyzer, TCodeFix> WithFile(string path, string code)
    {
        _program.Sources.Add((path, code));
        return this;
    }

    /// <summary>Gives analyzers an option, such as <c>build_property.X</c>.</summary>
    public RepairProof<TAnalyzer, TCodeFix> WithGlobalOption(string name, string value)
    {
        _extra.GlobalOptions[name] = value;
        return this;
    }

    /// <summary>Lets the program use an assembly of the running test.</summary>
    public RepairProof<TAnalyzer, TCodeFix> WithReference(Assembly assembly)
    {
        _program.AdditionalReferences.Add(assembly);
        return this;
    }

    /// <summary>Runs a source generator on the program, before the fix and after it.</summary>
    public RepairProof<TAnalyzer, TCodeFix> WithGenerator<TGenerator>()
        where TGenerator : new()
    {
        _generators.Add(typeof(TGenerator));
        return this;
    }

    /// <summary>Gives the program the global usings of the .NET SDK.</summary>
    public RepairProof<TAnalyzer, TCodeFix> WithImplicitUsings()
    {
        _extra.ImplicitUsings = true;
        return this;
    }

    /// <summary>Ends the program after this time.</summary>
    public RepairProof<TAnalyzer, TCodeFix> WithTimeLimit(TimeSpan timeLimit)
    {
        _timeLimit = timeLimit;
        return this;
    }

    /// <summary>Gives the program a heap of at most so many bytes.</summary>
    public RepairProof<TAnalyzer, TCodeFix> WithHeapLimit(long bytes)
    {
        _heapLimit = bytes;
        return this;
    }

    /// <summary>Runs the program inside the test: quicker, and only for programs that end by themselves.</summary>
    public RepairProof<TAnalyzer, TCodeFix> InProcess()
    {
        _inProcess = true;
        return this;
    }

    /// <summary>For faults that do not show every time: runs the program up to so often before the fix, and so often after it.</summary>
    public RepairProof<TAnalyzer, TCodeFix> WithAttempts(int attempts)
    {
        _attempts = attempts;
        return this;
    }

    /// <summary>Before the fix an unhandled exception of this type ends the program, or one that holds it.</summary>
    public RepairProof<TAnalyzer, TCodeFix> FaultsWith<TException>()
        where TException : Exception => FaultsWhen($"ends with {typeof(TException).Name}", result => result.EndedWith<TException>());

    /// <summary>Before the fix the program prints something that matches this regular expression.</summary>
    public RepairProof<TAnalyzer, TCodeFix> FaultsWithOutput(string pattern) =>
        FaultsWhen($"prints what matches '{pattern}'", result => Regex.IsMatch(result.StandardOutput, pattern, RegexOptions.Multiline));

    /// <summary>Before the fix the program prints an error that matches this regular expression.</summary>
    public RepairProof<TAnalyzer, TCodeFix> FaultsWithError(string pattern) =>
        FaultsWhen($"prints an error that matches '{pattern}'", result => Regex.IsMatch(result.StandardError, pattern, RegexOptions.Multiline));

    /// <summary>Before the fix the program does not end.</summary>
    public RepairProof<TAnalyzer, TCodeFix> FaultsByHanging() => FaultsWhen("does not end in time", result => result.TimedOut);

    /// <summary>Before the fix the program shows a fault of another kind.</summary>
    public RepairProof<TAnalyzer, TCodeFix> FaultsWhen(string description, Func<ProgramResult, bool> shows)
    {
        _faults.Add((description, shows));
        return this;
    }

    /// <summary>After the fix the program prints exactly this; line ends, and those at the end, do not matter.</summary>
    public RepairProof<TAnalyzer, TCodeFix> ThenPrints(string output) => Then(result =>
    {
        var expected = output.ReplaceLineEndings("\n").TrimEnd('\n');
        var actual = result.After.StandardOutput.TrimEnd('\n');
        return expected == actual ? null : "After the fix the program prints something else.\n" + LineDiff.Between(expected, actual, "expected", "printed");
    });

    /// <summary>After the fix the program prints something that matches this regular expression.</summary>
    public RepairProof<TAnalyzer, TCodeFix> ThenPrintsLike(string pattern) => Then(result =>
        Regex.IsMatch(result.After.StandardOutput, pattern, RegexOptions.Multiline) ? null : $"After the fix the program prints nothing that matches '{pattern}'.");

    /// <summary>The program prints the same before and after the fix.</summary>
    public RepairProof<TAnalyzer, TCodeFix> ThenPrintsTheSame() => ThenPrintsTheSameApartFrom("(?!)");

    /// <summary>The program prints the same before and after the fix, but for lines that match this regular expression.</summary>
    public RepairProof<TAnalyzer, TCodeFix> ThenPrintsTheSameApartFrom(string linePattern) => Then(result =>
        result.SameOutputApartFrom(linePattern)
            ? null
            : "The program prints other things after the fix than before.\n" + LineDiff.Between(result.Before.StandardOutput, result.After.StandardOutput, "before", "after"));

    /// <summary>Runs the proof.</summary>
    /// <exception cref="VerificationException">Something is not as claimed.</exception>
    public async Task<ProofResult> RunAsync(CancellationToken cancellationToken = default)
    {
        var verifier = new DefaultVerifier();
        var (before, after) = await FixAsync(verifier, cancellationToken).ConfigureAwait(false);
        var code = (await after.Projects.Single().Documents.First(document => document.FilePath == FirstPath).GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString();

        var runner = new ProgramRunner { TimeLimit = _timeLimit, HeapLimit = _heapLimit, InProcess = _inProcess };
        var faulty = await RunBeforeAsync(runner, before, verifier.PushContext("Before the fix"), cancellationToken).ConfigureAwait(false);
        ProofResult? proof = null;
        for (var attempt = 0; attempt < _attempts; attempt++)
        {
            proof = new ProofResult(faulty, await RunAsync(runner, after, "After the fix", code, cancellationToken).ConfigureAwait(false), code);
            VerifyAfter(proof, verifier.PushContext("After the fix"));
        }

        return proof!;
    }

    private static async Task<ProgramResult> RunAsync(ProgramRunner runner, Solution solution, string when, string code, CancellationToken cancellationToken)
    {
        var compilation = await solution.Projects.Single().GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await runner.RunAsync(compilation!, cancellationToken).ConfigureAwait(false);
        }
        catch (VerificationException failure)
        {
            throw new VerificationException($"Context: {when}\n{failure.Message}\n{code}", failure);
        }
    }

    private RepairProof<TAnalyzer, TCodeFix> Then(Func<ProofResult, string?> complaint)
    {
        _claims.Add(result =>
        {
            if (complaint(result) is { } text)
            {
                throw new VerificationException($"{text}\n\n{result}");
            }
        });
        return this;
    }

    private async Task<(Solution Before, Solution After)> FixAsync(IVerifier verifier, CancellationToken cancellationToken)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = [new TAnalyzer()];
        ImmutableArray<CodeFixProvider> providers = [new TCodeFix()];
        ImmutableArray<DiagnosticDescriptor> descriptors = [.. analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)];
        var test = new MarkupReader(descriptors, null, [], MarkupOptions.None, ReferenceAssemblies.Net.Net100).Read(_program);
        var options = CompilationSettings.Apply(ProgramRunner.Options(CSharpSettings.Compilation(_extra)), descriptors, []);
        var before = await new SolutionFactory(options, CSharpSettings.Parse(_extra), [.. _generators], _extra, []).CreateAsync(test, cancellationToken).ConfigureAwait(false);

        var fixing = verifier.PushContext("The fix");
        var session = new FixSession(providers, new DiagnosticCollector(analyzers, fixing), new FixChoice(_key, null), CodeActionValidationMode.SemanticStructure, fixing);
        await Offers.VerifySomeAsync(session, before, cancellationToken).ConfigureAwait(false);
        var after = await new FixAllFixing(session, FixAllScope.Solution, new IterationLimit(-1)).ApplyAsync(before, cancellationToken).ConfigureAwait(false);
        return (before, after);
    }

    private async Task<ProgramResult> RunBeforeAsync(ProgramRunner runner, Solution before, IVerifier verifier, CancellationToken cancellationToken)
    {
        ProgramResult? result = null;
        for (var attempt = 0; attempt < _attempts; attempt++)
        {
            result = await RunAsync(runner, before, "Before the fix", "", cancellationToken).ConfigureAwait(false);
            if (_faults.Count > 0 && _faults.All(fault => fault.Shows(result)))
            {
                return result;
            }
        }

        if (_faults.Count > 0)
        {
            verifier.Fail($"The program shows no fault: it should be that it {string.Join(" and ", _faults.Select(fault => fault.Description))}. It {result}");
        }

        if (!result!.Succeeded)
        {
            verifier.Fail($"No fault is claimed, so the program has to run. It {result}");
        }

        return result;
    }

    private void VerifyAfter(ProofResult proof, IVerifier verifier)
    {
        foreach (var fault in _faults.Where(fault => fault.Shows(proof.After)))
        {
            verifier.Fail($"The fault still shows, the program {fault.Description}.\n\n{proof}");
        }

        if (!proof.After.Succeeded)
        {
            verifier.Fail($"The program does not end well.\n\n{proof}");
        }

        foreach (var claim in _claims)
        {
            claim(proof);
        }
    }
}
