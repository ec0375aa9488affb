using System;

namespace DictionaryAnalyzers.Testing;

/// <summary>What <see cref="DefaultVerifier"/> throws: the message says what differs and what to do about it.</summary>
public sealed class VerificationException : Exception
{
    /// <summary>Creates the exception without a message.</summary>
    public VerificationException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public VerificationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    public VerificationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
