using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// Writes expressions as delegates for <c>GetOrAdd</c> and <c>AddOrUpdate</c>: static ones that are given by argument what they need
/// where the language and the framework have that, or else ones that capture it.
/// </summary>
internal sealed class AtomicDelegate
{
    private readonly CheckThenActSite site;
    private readonly bool isStatic;
    private readonly ImmutableArray<string> given;
    private readonly string state;

    private AtomicDelegate(CheckThenActSite site, bool isStatic, ImmutableArray<string> given, string state)
    {
        this.site = site;
        this.isStatic = isStatic;
        this.given = given;
        this.state = state;
    }

    /// <summary>An expression that becomes the body of a delegate.</summary>
    /// <param name="Value">The expression.</param>
    /// <param name="Old">What in it stands for the value that the entry has.</param>
    /// <param name="OldText">What is written there instead.</param>
    /// <param name="IsGivenOld">Whether the delegate is given that value, under that name.</param>
    public sealed record Part(ExpressionSyntax Value, IReadOnlyCollection<ExpressionSyntax> Old, string OldText, bool IsGivenOld)
    {
        /// <summary>A delegate that makes the value of an absent key.</summary>
        public static Part Add(ExpressionSyntax value) => new(value, [], string.Empty, false);

        /// <summary>A delegate that computes a value from the one that is there.</summary>
        public static Part Update(ExpressionSyntax value, IReadOnlyCollection<ExpressionSyntax> old, string name) => new(value, old, name, true);
    }

    /// <summary>The argument by which the delegates are given what they need; null where they need nothing, or capture it.</summary>
    public ExpressionSyntax? Argument => given switch
    {
        [] => null,
        [var only] => SyntaxFactory.ParseExpression(only),
        _ => SyntaxFactory.ParseExpression($"({string.Join(", ", given.Select(one => one == "this" ? "self: this" : one))})"),
    };

    /// <summary>The ways to write the delegates of one call, best first.</summary>
    public static IEnumerable<AtomicDelegate> WaysFor(CheckThenActSite site, params Part[] parts)
    {
        var needed = parts.SelectMany(part => NeededBy(site, part)).Select(need => need.Name).Distinct().ToImmutableArray();
        if (needed.Contains("_"))
        {
            yield break;
        }

        if (site.Language >= LanguageVersion.CSharp9 && (needed.IsEmpty || (site.HasStateOverloads && !needed.Contains("base"))))
        {
            var state = needed switch
            {
                [] => string.Empty,
                ["this"] => Free(site, "self", parts.Select(part => part.Value)),
                [var only] => only,
                _ => Free(site, "state", parts.Select(part => part.Value)),
            };
            yield return new AtomicDelegate(site, isStatic: true, needed, state);
        }

        yield return new AtomicDelegate(site, isStatic: false, [], string.Empty);
    }

    /// <summary>A name that the <paramref name="parts"/> do not use.</summary>
    public static string Free(CheckThenActSite site, string wanted, IEnumerable<SyntaxNode> parts)
    {
        var taken = new HashSet<string>(parts.SelectMany(part => part.DescendantTokens()).Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText), StringComparer.Ordinal);
        return Enumerable.Range(1, int.MaxValue - 1).Select(number => number == 1 ? wanted : wanted + number)
            .First(name => !taken.Contains(name)
                && !site.Context.Model.LookupSymbols(site.Act.SpanStart, name: name).Any(symbol => symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol));
    }

    /// <summary>The delegate that throws, so that a key that is absent stays absent as it does with the indexer.</summary>
    public ExpressionSyntax Throwing(string exception) =>
        Lambda(given.IsEmpty ? ["_"] : ["_", "_"], $"throw new {exception}()", site.Language >= LanguageVersion.CSharp9);

    /// <summary>The delegate of a part; <paramref name="pattern"/> says what is done with the expression, which stands as <c>$</c> in it.</summary>
    public ExpressionSyntax Of(Part part, string pattern = "$")
    {
        var parameters = new List<string> { KeysIn(site, part).Any() ? KeyName(part) : "_" };
        if (part.IsGivenOld)
        {
            parameters.Add(part.OldText);
        }

        if (!given.IsEmpty)
        {
            parameters.Add(NeededBy(site, part).Any() ? state : "_");
        }

        return Lambda([.. parameters], pattern.Replace("$", TextOf(part)), isStatic);
    }

    /// <summary>The expression, with the names that things have in the delegate.</summary>
    public string TextOf(Part part)
    {
        var replacements = new Dictionary<SyntaxNode, string>();
        foreach (var old in part.Old)
        {
            replacements[old] = part.OldText;
        }

        foreach (var key in KeysIn(site, part))
        {
            replacements[key] = KeyName(part);
        }

        if (!given.IsEmpty)
        {
            foreach (var (node, name) in NeededBy(site, part))
            {
                var place = given.Length == 1 ? state : $"{state}.{(name == "this" ? "self" : name)}";
                replacements[node] = name == "this" && node is SimpleNameSyntax ? $"{place}.{node.WithoutTrivia()}" : place;
            }
        }

        var root = SyntaxFactory.ParenthesizedExpression(part.Value.WithoutTrivia());
        var offset = part.Value.SpanStart - root.Expression.SpanStart;
        var nodes = replacements.ToDictionary(
            pair => root.DescendantNodes().First(node => node.SpanStart + offset == pair.Key.SpanStart && node.RawKind == pair.Key.RawKind && node.Span.Length == pair.Key.Span.Length),
            pair => pair.Value);
        var changed = root.ReplaceNodes(nodes.Keys, (original, _) => SyntaxFactory.ParseExpression(nodes[original]).WithTriviaFrom(original));
        return changed.Expression.ToFullString();
    }

    // A key that is a variable keeps its name, which then means the parameter.
    private string KeyName(Part part) =>
        site.Language >= LanguageVersion.CSharp8 && site.VariableOf(site.Key) is { } variable && variable.Name != part.OldText
            ? variable.Name
            : Free(site, "key", [part.Value]);

    // Before C# 9 only one parameter may be called '_'.
    private ExpressionSyntax Lambda(string[] parameters, string body, bool needsNothing)
    {
        if (site.Language < LanguageVersion.CSharp9)
        {
            var unused = "_";
            for (var index = 0; index < parameters.Length; index++)
            {
                if (parameters[index] == "_")
                {
                    parameters[index] = unused;
                    unused += "_";
                }
            }
        }

        var head = parameters is [var only] ? only : $"({string.Join(", ", parameters)})";
        return SyntaxFactory.ParseExpression($"{(needsNothing ? "static " : string.Empty)}{head} => {body}");
    }

    // Where a part names the key as the call does: a variable, or a path of members.
    private static IEnumerable<ExpressionSyntax> KeysIn(CheckThenActSite site, Part part)
    {
        var key = site.Key.Bare();
        var symbol = SymbolOf(site, key);
        if (symbol is null or ILocalSymbol { IsConst: true } or IFieldSymbol { IsConst: true }
            || key.DescendantNodesAndSelf().Any(node => node is not (NameSyntax or MemberAccessExpressionSyntax or InstanceExpressionSyntax)))
        {
            return [];
        }

        return part.Value.DescendantNodesAndSelf(node => !part.Old.Contains(node))
            .OfType<ExpressionSyntax>()
            .Where(node => !part.Old.Contains(node) && SyntaxFactory.AreEquivalent(node, key) && !IsNameOnly(node)
                && SymbolEqualityComparer.Default.Equals(SymbolOf(site, node), symbol));
    }

    // What a delegate would capture: variables of the method, and its instance.
    private static IEnumerable<(SyntaxNode Node, string Name)> NeededBy(CheckThenActSite site, Part part)
    {
        var given = new HashSet<SyntaxNode>([.. part.Old, .. KeysIn(site, part)]);
        return part.Value.DescendantNodesAndSelf(node => !given.Contains(node))
            .Where(node => !given.Contains(node))
            .Select(node => (node, NeedOf(site, node, part.Value)))
            .Where(need => need.Item2 is not null)
            .Select(need => (need.node, need.Item2!));
    }

    private static string? NeedOf(CheckThenActSite site, SyntaxNode node, ExpressionSyntax value)
    {
        switch (node)
        {
            case ThisExpressionSyntax:
                return "this";
            case BaseExpressionSyntax:
                return "base";
            case SimpleNameSyntax name when !IsNameOnly(name):
                var symbol = SymbolOf(site, name);
                if (symbol is ILocalSymbol { IsConst: false } or IParameterSymbol)
                {
                    return symbol.DeclaringSyntaxReferences.Any(declaration => value.Span.Contains(declaration.Span)) ? null : symbol.Name;
                }

                return symbol is { IsStatic: false } and (IFieldSymbol or IPropertySymbol or IEventSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary })
                    && !(name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
                    && name.Parent is not MemberBindingExpressionSyntax
                    && name.FirstAncestorOrSelf<SubpatternSyntax>()?.ExpressionColon?.Span.Contains(name.Span) is not true
                        ? "this"
                        : null;
            default:
                return null;
        }
    }

    private static ISymbol? SymbolOf(CheckThenActSite site, ExpressionSyntax expression) =>
        site.Context.Model.GetSymbolInfo(expression, site.Context.CancellationToken).Symbol;

    // 'name: value', 'new T { Name = value }': not a use of anything.
    private static bool IsNameOnly(SyntaxNode node) =>
        node.Parent is NameColonSyntax or NameEqualsSyntax
        || (node.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ObjectInitializerExpression or (int)SyntaxKind.WithInitializerExpression } } assignment
            && assignment.Left == node);
}
