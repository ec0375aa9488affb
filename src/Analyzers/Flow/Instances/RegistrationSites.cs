using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Flow;

/// <summary>The calls of a source file that register something in a container, by the names that they mention.</summary>
internal sealed class RegistrationSites
{
    // Weak keys: a tree that an editor did not change is the same one in the next compilation, and is not read again.
    private static readonly ConditionalWeakTable<SyntaxTree, RegistrationSites> Known = new();

    private readonly ImmutableArray<RegistrationSite> silent;
    private readonly ILookup<string, RegistrationSite> byName;

    private RegistrationSites(ImmutableArray<RegistrationSite> all)
    {
        silent = [.. all.Where(static site => !site.SaysItsTypes)];
        byName = all.Where(static site => site.SaysItsTypes).SelectMany(static site => site.Names, static (site, name) => (site, name)).ToLookup(static found => found.name, static found => found.site);
    }

    /// <summary>The sites in <paramref name="tree"/>.</summary>
    public static RegistrationSites Of(SyntaxTree tree) => Known.GetValue(tree, static key => new RegistrationSites(Read(key)));

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => silent.IsEmpty && byName.Count == 0;

    /// <summary>Those that may register a type of one of the <paramref name="names"/>: they mention it, or say nothing of types.</summary>
    public IEnumerable<RegistrationSite> Mentioning(IReadOnlyCollection<string> names) => silent.Concat(names.SelectMany(name => byName[name])).Distinct();

    private static ImmutableArray<RegistrationSite> Read(SyntaxTree tree) =>
        [.. ThreadingWords.Of(tree).Registrations(CancellationToken.None)
            .Select(static name => RegistrationCalls.Of(name.ValueText) is var (lifetime, form) && CallAt(name, form) is { } call ? new RegistrationSite(call, lifetime, form) : null)
            .OfType<RegistrationSite>()];

    // The call that the name is the name of, or an argument of.
    private static SyntaxNode? CallAt(SyntaxToken name, RegistrationForm form)
    {
        var around = name.Parent?.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name.Parent => access,
            MemberBindingExpressionSyntax binding => binding,
            _ => name.Parent,
        };
        return around?.Parent switch
        {
            InvocationExpressionSyntax call when call.Expression == around => call,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax } argument when form is RegistrationForm.CallOrArgument => argument.Parent!.Parent,
            _ => null,
        };
    }
}
