using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Testing;

/// <summary>The verifier for any test framework: throws <see cref="VerificationException"/>.</summary>
public class DefaultVerifier : IVerifier
{
    /// <summary>Creates a verifier without context.</summary>
    public DefaultVerifier()
        : this([])
    {
    }

    /// <summary>Creates a verifier whose failures say <paramref name="context"/> first.</summary>
    protected DefaultVerifier(ImmutableStack<string> context) => Context = context;

    /// <summary>What the test is doing, innermost first.</summary>
    protected ImmutableStack<string> Context { get; }

    /// <inheritdoc />
    public virtual void Empty<T>(string collectionName, IEnumerable<T> collection)
    {
        var elements = collection.ToArray();
        if (elements.Length > 0)
        {
            Fail($"'{collectionName}' should be empty, it has {elements.Length} elements: {string.Join(", ", elements.Take(10))}");
        }
    }

    /// <inheritdoc />
    public virtual void Equal<T>(T expected, T actual, string? message = null)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            Fail($"{message ?? "Values differ."}\nExpected: {expected}\nActual:   {actual}");
        }
    }

    /// <inheritdoc />
    public virtual void True([DoesNotReturnIf(false)] bool assert, string? message = null)
    {
        if (!assert)
        {
            Fail(message ?? "Expected true, was false.");
        }
    }

    /// <inheritdoc />
    public virtual void False([DoesNotReturnIf(true)] bool assert, string? message = null)
    {
        if (assert)
        {
            Fail(message ?? "Expected false, was true.");
        }
    }

    /// <inheritdoc />
    [DoesNotReturn]
    public virtual void Fail(string? message = null) => throw new VerificationException(CreateMessage(message ?? "The verification failed."));

    /// <inheritdoc />
    public virtual void LanguageIsSupported(string language) =>
        True(language == LanguageNames.CSharp, $"Tests are written in C#, not in '{language}'.");

    /// <inheritdoc />
    public virtual void NotEmpty<T>(string collectionName, IEnumerable<T> collection) =>
        True(collection.Any(), $"'{collectionName}' should not be empty.");

    /// <inheritdoc />
    public virtual void SequenceEqual<T>(IEnumerable<T> expected, IEnumerable<T> actual, IEqualityComparer<T>? equalityComparer = null, string? message = null)
    {
        var left = expected.ToArray();
        var right = actual.ToArray();
        if (!left.SequenceEqual(right, equalityComparer))
        {
            Fail($"{message ?? "Sequences differ."}\nExpected: {string.Join(", ", left)}\nActual:   {string.Join(", ", right)}");
        }
    }

    /// <inheritdoc />
    public virtual IVerifier PushContext(string context)
    {
        if (GetType() != typeof(DefaultVerifier))
        {
            throw new InvalidOperationException($"'{GetType()}' has to override {nameof(PushContext)}: the base would forget the derived type.");
        }

        return new DefaultVerifier(Context.Push(context));
    }

    /// <summary>The message with the context before it, outermost first.</summary>
    protected virtual string CreateMessage(string message) =>
        string.Concat(Context.Reverse().Select(context => $"Context: {context}\n")) + message;
}
