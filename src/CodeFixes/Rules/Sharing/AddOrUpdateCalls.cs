using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Part = DictionaryAnalyzers.Rules.Sharing.AtomicDelegate.Part;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>How is the call of <c>AddOrUpdate</c> written: with values where they cost nothing, with delegates where they may run twice?</summary>
internal static class AddOrUpdateCalls
{
    private const string Generic = "System.Collections.Generic";

    /// <summary>The calls that store <paramref name="absent"/> where the key is not there, or throw where it is null; each with the namespace that it misses.</summary>
    public static IEnumerable<(ExpressionSyntax Call, string? Missing)> Of(CheckThenActSite site, EntryUpdate update, ExpressionSyntax? absent, string? oldName)
    {
        var old = OldName(site, update, oldName);
        var (model, cancellationToken) = (site.Context.Facts, site.Context.CancellationToken);
        if (update.Value.SyntaxTree == site.Act.SyntaxTree && !RepeatableCode.Is(site.OperationOf(update.Value), model, cancellationToken))
        {
            foreach (var given in absent is null && update.IsFused ? CallsGiven(site, update, old) : [])
            {
                yield return given;
            }

            yield break;
        }

        var part = Part.Update(update.Value, update.Old, old);
        if (absent is null)
        {
            foreach (var way in AtomicDelegate.WaysFor(site, part))
            {
                yield return (Call(site, way, way.Throwing("KeyNotFoundException"), way.Of(part, update.PatternWith(old))), MissingFor(site));
            }

            yield break;
        }

        var add = Part.Add(absent);
        if (RepeatableCode.IsCheap(site.OperationOf(absent)))
        {
            foreach (var way in AtomicDelegate.WaysFor(site, part).Take(1).Where(way => way.Argument is null))
            {
                yield return (Call(site, way, absent, way.Of(part, update.PatternWith(old))), null);
            }
        }

        if (RepeatableCode.Is(site.OperationOf(absent), model, cancellationToken))
        {
            foreach (var way in AtomicDelegate.WaysFor(site, part, add))
            {
                yield return (Call(site, way, way.Of(add), way.Of(part, update.PatternWith(old))), null);
            }
        }
    }

    /// <summary>The calls that compute what is stored for an absent key from the value <paramref name="from"/>, as for one that is there from its own.</summary>
    public static IEnumerable<(ExpressionSyntax Call, string? Missing)> From(CheckThenActSite site, EntryUpdate update, string from, string? oldName)
    {
        if (update.PatternWith("a") is var pattern && (pattern.Contains("++") || pattern.Contains("--") || pattern.Contains(" a= "))
            || (update.Value.SyntaxTree == site.Act.SyntaxTree && !RepeatableCode.Is(site.OperationOf(update.Value), site.Context.Facts, site.Context.CancellationToken))
            || (update.IsFused && update.Pattern.EndsWith("= $", System.StringComparison.Ordinal)))
        {
            yield break;
        }

        var old = OldName(site, update, oldName);
        var part = Part.Update(update.Value, update.Old, old);

        // '0 + x' is x.
        var simple = from == "0" ? AddedToZero(update) : null;
        if (update.IsFused && from == "0" && update.Pattern.StartsWith("@ + ", System.StringComparison.Ordinal))
        {
            simple = update.Value;
        }

        var add = simple is null ? new Part(update.Value, update.Old, from, false) : Part.Add(simple);
        var addPattern = simple is null ? update.PatternWith(from) : update.IsFused ? update.Pattern.Substring("@ + ".Length) : "$";
        var isCheap = simple is null || simple.SyntaxTree != site.Act.SyntaxTree
            ? update.Value.SyntaxTree != site.Act.SyntaxTree || RepeatableCode.IsCheap(site.OperationOf(update.Value))
            : RepeatableCode.IsCheap(site.OperationOf(simple));
        if (isCheap)
        {
            foreach (var way in AtomicDelegate.WaysFor(site, part).Take(1).Where(way => way.Argument is null))
            {
                yield return (Call(site, way, SyntaxFactory.ParseExpression(addPattern.Replace("$", way.TextOf(add))), way.Of(part, update.PatternWith(old))), null);
            }
        }

        foreach (var way in AtomicDelegate.WaysFor(site, part, add))
        {
            yield return (Call(site, way, way.Of(add, addPattern), way.Of(part, update.PatternWith(old))), null);
        }
    }

    // 'd[k] += Next()': what must run once is the argument.
    private static IEnumerable<(ExpressionSyntax Call, string? Missing)> CallsGiven(CheckThenActSite site, EntryUpdate update, string old)
    {
        if (site.HasStateOverloads && site.Language >= LanguageVersion.CSharp9 && !site.ChangesEntry(update.Value))
        {
            var change = AtomicDelegate.Free(site, "change", [update.Value]);
            var body = update.PatternWith(old).Replace("($)", change).Replace("$", change);
            yield return (site.Call(
                "AddOrUpdate",
                SyntaxFactory.ParseExpression("static (_, _) => throw new KeyNotFoundException()"),
                SyntaxFactory.ParseExpression($"static (_, {old}, {change}) => {body}"),
                update.Value), MissingFor(site));
        }
    }

    private static InvocationExpressionSyntax Call(CheckThenActSite site, AtomicDelegate way, ExpressionSyntax add, ExpressionSyntax update) =>
        way.Argument is { } argument ? site.Call("AddOrUpdate", add, update, argument) : site.Call("AddOrUpdate", add, update);

    private static string? MissingFor(CheckThenActSite site) =>
        site.Context.Model.LookupNamespacesAndTypes(site.Act.SpanStart, name: "KeyNotFoundException").IsEmpty ? Generic : null;

    // The variable that held the old value keeps its name.
    private static string OldName(CheckThenActSite site, EntryUpdate update, string? name) =>
        name is not null && update.Old.Count > 0 && site.Language >= LanguageVersion.CSharp8 ? name : AtomicDelegate.Free(site, "old", [update.Value]);

    // 'n + x' or 'x + n', of numbers.
    private static ExpressionSyntax? AddedToZero(EntryUpdate update) =>
        update.Value.Bare() is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum
            ? update.Old.Count != 1 ? null
            : update.Old.Contains(sum.Left) ? sum.Right
            : update.Old.Contains(sum.Right) ? sum.Left
            : null
            : null;

    /// <summary>What <c>TryGetValue</c> and <c>GetValueOrDefault</c> give for an absent key.</summary>
    public static string? DefaultIn(CheckThenActSite site) =>
        site.Check is InvocationExpressionSyntax { ArgumentList.Arguments: [_, { Expression: var given }] } && site.CheckName == "GetValueOrDefault"
            ? RepeatableCode.IsCheap(site.OperationOf(given)) ? given.WithoutTrivia().ToString() : null
            : site.ValueType.SpecialType switch
            {
                SpecialType.System_Boolean => "false",
                >= SpecialType.System_SByte and <= SpecialType.System_Double => "0",
                _ => $"default({site.ValueType.ToMinimalDisplayString(site.Context.Model, site.Act.SpanStart)})",
            };

    /// <summary>What <c>GetOrAdd</c> stores for an absent key, where it is a value.</summary>
    public static string? InitialIn(CheckThenActSite site) =>
        site.Check is InvocationExpressionSyntax { ArgumentList.Arguments: [_, { Expression: var initial }] } && RepeatableCode.IsCheap(site.OperationOf(initial))
            ? initial.WithoutTrivia().ToString()
            : null;
}
