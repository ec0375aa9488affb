using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DictionaryAnalyzers.Testing.Running;

/// <summary>
/// Compiles a console program and runs it: in a process of its own, which may hang, fill its heap or overflow its stack; or, for quick
/// programs that do none of that, inside the test.
/// </summary>
public sealed class ProgramRunner
{
    /// <summary>After how long the program is ended.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How many bytes its heap may have; null is no limit. Only in a process of its own.</summary>
    public long? HeapLimit { get; init; }

    /// <summary>
    /// Whether it runs inside the test process. It must then end by itself, not call <c>Environment.Exit</c>, and have no
    /// unhandled exceptions on threads that it starts.
    /// </summary>
    public bool InProcess { get; init; }

    /// <summary>What its <c>Main</c> gets.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Assemblies that it uses besides the framework.</summary>
    public IReadOnlyList<MetadataReference> References { get; init; } = [];

    /// <summary>Compiles and runs sources with a <c>Main</c> or top-level statements.</summary>
    /// <exception cref="VerificationException">The sources do not compile.</exception>
    public async Task<ProgramResult> RunAsync(IEnumerable<string> sources, CancellationToken cancellationToken = default)
    {
        var extra = new TestExtras();
        var trees = sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, CSharpSettings.Parse(extra), $"Program{i}.cs", cancellationToken: cancellationToken)).ToArray();
        var framework = await ReferenceAssemblies.Net.Net100.ResolveAsync(LanguageNames.CSharp, cancellationToken).ConfigureAwait(false);
        return await RunAsync(
            CSharpCompilation.Create("Program", trees, framework.AddRange(References), Options(CSharpSettings.Compilation(extra))), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Compiles and runs a source with a <c>Main</c> or top-level statements.</summary>
    /// <exception cref="VerificationException">The source does not compile.</exception>
    public Task<ProgramResult> RunAsync(string source, CancellationToken cancellationToken = default) => RunAsync([source], cancellationToken);

    /// <summary>Emits and runs a compilation.</summary>
    /// <exception cref="VerificationException">It does not compile.</exception>
    public Task<ProgramResult> RunAsync(Compilation compilation, CancellationToken cancellationToken = default)
    {
        var program = CompiledProgram.Emit(compilation, cancellationToken);
        return InProcess
            ? InProcessHost.RunAsync(program, Arguments, TimeLimit, cancellationToken)
            : ChildProcessHost.RunAsync(program, Arguments, TimeLimit, HeapLimit, cancellationToken);
    }

    /// <summary>The options of a program: as it would be shipped, because debug code hides races.</summary>
    internal static CSharpCompilationOptions Options(CSharpCompilationOptions options) =>
        options.WithOutputKind(OutputKind.ConsoleApplication).WithOptimizationLevel(OptimizationLevel.Release);
}
