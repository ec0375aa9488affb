using System;
using System.IO;
using DictionaryAnalyzers.Testing.Running;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Proofs.Racing;

/// <summary>Gives programs the <see cref="Race"/>.</summary>
internal static class RaceProofs
{
    /// <summary>The files that a program with races consists of besides its own.</summary>
    public static (string Path, string Code)[] Files { get; } =
    [
        ("/0/Race.cs", ReadRace()),
        ("/0/Usings.cs", $"global using {typeof(Race).Namespace};\n"),
    ];

    /// <summary>Lets the program call <see cref="Race"/>, and gives it the time that a race may take on a busy machine.</summary>
    public static RepairProof<TAnalyzer, TCodeFix> WithRaces<TAnalyzer, TCodeFix>(this RepairProof<TAnalyzer, TCodeFix> proof)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TCodeFix : CodeFixProvider, new()
    {
        foreach (var (path, code) in Files)
        {
            proof.WithFile(path, code);
        }

        return proof.WithTimeLimit(TimeSpan.FromSeconds(60));
    }

    private static string ReadRace()
    {
        using var reader = new StreamReader(typeof(Race).Assembly.GetManifestResourceStream("Race.cs")!);
        return reader.ReadToEnd();
    }
}
