using System;
using System.Threading.Tasks;
using Xunit;

namespace DictionaryAnalyzers.Testing.Tests;

/// <summary>Asserts that a test fails, and that its message says what the reader needs.</summary>
internal static class Fails
{
    public static async Task<string> With<TVerifier>(AnalyzerTest<TVerifier> test, params string[] parts)
        where TVerifier : IVerifier, new()
    {
        var failure = await Assert.ThrowsAsync<VerificationException>(() => test.RunAsync());
        foreach (var part in parts)
        {
            Assert.Contains(part, failure.Message, StringComparison.Ordinal);
        }

        return failure.Message;
    }
}
