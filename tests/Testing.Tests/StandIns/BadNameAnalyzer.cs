using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Testing.Tests.StandIns;

/// <summary>Right in every way.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BadNameAnalyzer : NameAnalyzer;
