using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules;

/// <summary>Parts of messages that the rules have in common.</summary>
internal static class Messages
{
    /// <summary>The text of a node on one line, at most sixty characters of it.</summary>
    public static string Shortened(this SyntaxNode site)
    {
        var text = string.Join(" ", site.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 60 ? text : text.Substring(0, 57) + "...";
    }

    /// <summary>The type and name of the method that a call runs.</summary>
    public static string CalleeName(this IOperation call) =>
        call is IInvocationOperation { TargetMethod: var method } ? $"{method.ContainingType?.Name}.{method.Name}" : string.Empty;
}
