using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers with which lifetimes a type is registered in a container, anywhere in the compilation: by type argument,
/// <c>typeof</c>, factory or instance. A registration that says what it registers is bound only for a type whose name, or that
/// of a base or interface, it mentions.
/// </summary>
internal sealed class Registrations(Compilation compilation, SourceBodies bodies, PathReader paths, TypeHierarchy hierarchy)
{
    private readonly Lazy<ImmutableArray<RegistrationSites>> sites = new(() => [.. compilation.SyntaxTrees.Select(RegistrationSites.Of).Where(static found => !found.IsEmpty)]);
    private readonly ConcurrentDictionary<RegistrationSite, ImmutableArray<INamedTypeSymbol>> registered = new();
    private readonly ConcurrentDictionary<ISymbol, Lifetimes> known = new(SymbolEqualityComparer.Default);

    /// <summary>The lifetimes of the objects of exactly this type.</summary>
    public Lifetimes Of(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        type = type.OriginalDefinition;
        return known.TryGetValue(type, out var lifetimes) ? lifetimes : known.GetOrAdd(type, Find(type, cancellationToken));
    }

    private Lifetimes Find(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var lifetimes = Lifetimes.None;
        var names = NamesOf(type).Distinct().ToArray();
        foreach (var site in sites.Value.SelectMany(found => found.Mentioning(names)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var types = registered.TryGetValue(site, out var found) ? found : registered.GetOrAdd(site, [.. TypesAt(site, cancellationToken)]);
            if (types.Contains(type, SymbolEqualityComparer.Default))
            {
                lifetimes |= site.Lifetime;
            }
        }

        return lifetimes;
    }

    private static IEnumerable<string> NamesOf(INamedTypeSymbol type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            yield return candidate.Name;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            yield return implemented.Name;
        }
    }

    private IEnumerable<INamedTypeSymbol> TypesAt(RegistrationSite site, CancellationToken cancellationToken)
    {
        var isChain = site.Form is RegistrationForm.Chain;
        for (var link = bodies.ModelOf(site.Call.SyntaxTree).GetOperation(site.Call, cancellationToken); link is not null; link = isChain && link is IInvocationOperation call ? call.Receiver()?.Unwrapped() : null)
        {
            var named = new HashSet<INamedTypeSymbol>(NamedIn(link, cancellationToken), SymbolEqualityComparer.Default);
            var hasClass = named.Any(IsConcrete);
            foreach (var type in named)
            {
                yield return type;

                // A factory that cannot be read makes the only class that there is for the service.
                if (!hasClass && hierarchy.WithDerived(type).Where(IsConcrete).Take(2).ToArray() is [var only])
                {
                    yield return only;
                }
            }
        }
    }

    private IEnumerable<INamedTypeSymbol> NamedIn(IOperation operation, CancellationToken cancellationToken)
    {
        var (types, arguments, isExtension) = operation switch
        {
            IInvocationOperation call => (call.TargetMethod.TypeArguments, call.Arguments, call.TargetMethod.IsExtensionMethod && call.Instance is null),
            IObjectCreationOperation creation => ([], creation.Arguments, false),
            _ => (ImmutableArray<ITypeSymbol>.Empty, [], false),
        };
        var given = arguments.Where(argument => !(isExtension && argument.Parameter?.Ordinal == 0)).SelectMany(argument => TypesOf(argument.Value, cancellationToken));
        return types.Concat(given).OfType<INamedTypeSymbol>().Select(type => type.OriginalDefinition).Where(IsOfSource);
    }

    private IEnumerable<ITypeSymbol?> TypesOf(IOperation value, CancellationToken cancellationToken)
    {
        value = value.Unwrapped();
        if (value is ITypeOfOperation named)
        {
            return [named.TypeOperand];
        }

        if (value.Lambda() is { } factory)
        {
            return factory.Body.Executed().OfType<IReturnOperation>().Select(returned => MadeBy(returned.ReturnedValue));
        }

        if (value.MethodGroup() is { } group)
        {
            return bodies.Of(group.Method, cancellationToken) is { } body
                ? body.Operation.Executed().OfType<IReturnOperation>().Select(returned => MadeBy(returned.ReturnedValue))
                : [];
        }

        return [MadeBy(value)];
    }

    private ITypeSymbol? MadeBy(IOperation? value) => value is null ? null : paths.Origin(value) switch
    {
        IInvocationOperation { TargetMethod: { Name: "CreateInstance" or "GetRequiredService" or "GetService" or "GetServiceOrCreateInstance", TypeArguments: [var made] } } => made,
        var origin => origin.Type,
    };

    private static bool IsConcrete(INamedTypeSymbol type) => type is { TypeKind: TypeKind.Class, IsAbstract: false };

    private bool IsOfSource(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Interface && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);
}
