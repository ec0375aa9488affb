using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace DictionaryAnalyzers.Testing;

/// <summary>How a test says that something is not as expected. Keeps the verifier independent of a test framework.</summary>
public interface IVerifier
{
    /// <summary>Fails when <paramref name="collection"/> has an element.</summary>
    void Empty<T>(string collectionName, IEnumerable<T> collection);

    /// <summary>Fails when the two differ.</summary>
    void Equal<T>(T expected, T actual, string? message = null);

    /// <summary>Fails when <paramref name="assert"/> is false.</summary>
    void True([DoesNotReturnIf(false)] bool assert, string? message = null);

    /// <summary>Fails when <paramref name="assert"/> is true.</summary>
    void False([DoesNotReturnIf(true)] bool assert, string? message = null);

    /// <summary>Fails always.</summary>
    [DoesNotReturn]
    void Fail(string? message = null);

    /// <summary>Fails when the language is not one that tests can be written in.</summary>
    void LanguageIsSupported(string language);

    /// <summary>Fails when <paramref name="collection"/> has no element.</summary>
    void NotEmpty<T>(string collectionName, IEnumerable<T> collection);

    /// <summary>Fails when the two sequences differ.</summary>
    void SequenceEqual<T>(IEnumerable<T> expected, IEnumerable<T> actual, IEqualityComparer<T>? equalityComparer = null, string? message = null);

    /// <summary>A verifier whose failures say <paramref name="context"/> first.</summary>
    IVerifier PushContext(string context);
}
