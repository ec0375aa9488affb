using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether other threads have to be expected in a compilation at all: by what it becomes, what it references and what it starts.</summary>
internal sealed class ProgramThreading(Compilation compilation)
{
    // What runs the code of these, runs it on one thread as a rule.
    private static readonly ImmutableHashSet<string> Drivers = TestFrameworks.Names.Union(["UnityEngine", "UnityEngine.CoreModule", "GodotSharp"]);

    private object? known;

    /// <summary>The threads of the program.</summary>
    public ProgramThreads Of(CancellationToken cancellationToken) => (ProgramThreads)(known ??= Find(cancellationToken));

    private ProgramThreads Find(CancellationToken cancellationToken)
    {
        var references = compilation.ReferencedAssemblyNames.Select(identity => identity.Name).ToArray();
        return references.Any(Drivers.Contains) || IsInBrowser(references) ? ProgramThreads.Driven
            : compilation.Options.OutputKind is not (OutputKind.ConsoleApplication or OutputKind.WindowsApplication) ? ProgramThreads.Several
            : references.Any(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name is "Microsoft.Extensions.Hosting")
                || compilation.SyntaxTrees.Any(tree => StartsSomething(tree, cancellationToken))
                ? ProgramThreads.Several
            : ProgramThreads.One;
    }

    private static bool StartsSomething(SyntaxTree tree, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ThreadingWords.Of(tree).StartSomething;
    }

    // The server of such a program references it, and what both of them share.
    private bool IsInBrowser(string[] references) =>
        compilation.Options.OutputKind is OutputKind.ConsoleApplication && references.Contains("Microsoft.AspNetCore.Components.WebAssembly") && !references.Contains("Microsoft.AspNetCore.Hosting");
}
