using System.Collections.Generic;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>Takes the old value out and disposes of it before a new one takes its place.</summary>
internal static class ReplacedValueRepair
{
    public static IEnumerable<Repair> Plan(ValueDisposal disposal, ExpressionSyntax site)
    {
        if (site is not AssignmentExpressionSyntax || site.Parent is not ExpressionStatementSyntax statement || !ValueDisposal.IsInList(statement)
            || disposal.Use.Key?.Syntax is not ExpressionSyntax key || !ValueDisposal.IsRepeatable(key))
        {
            yield break;
        }

        var layout = new LockLayout(statement, disposal.Context.EndOfLine);
        var name = disposal.Context.UniqueName("replaced", statement);
        foreach (var dispose in disposal.Ways(name, site))
        {
            yield return ValueDisposal.Before(statement, disposal.Removal(key, name, dispose, layout), layout);
        }
    }
}
