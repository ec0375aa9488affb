using System.Runtime.CompilerServices;
using DictionaryAnalyzers.Testing;

namespace DictionaryAnalyzers.Tests;

/// <summary>Lets every test of a code fix ask all rules of the package whether the fix brings up anything new.</summary>
internal static class PackageCompanions
{
    [ModuleInitializer]
    internal static void Register() => CompanionAnalyzers.Default = CompanionAnalyzers.In(typeof(RuleAnalyzer).Assembly);
}
