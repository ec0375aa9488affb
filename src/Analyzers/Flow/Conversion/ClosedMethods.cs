using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether all calls of a method are known: nobody else sees it, nothing overrides it, and it is only ever called.</summary>
internal sealed class ClosedMethods(CompilationModel model)
{
    private readonly Lazy<bool> hasFriends = new(
        () => model.Compilation.Assembly.GetAttributes().Any(attribute => attribute.AttributeClass.IsNamed("System.Runtime.CompilerServices", "InternalsVisibleToAttribute")),
        LazyThreadSafetyMode.PublicationOnly);

    /// <summary>Whether only code of this compilation, and no override, can be meant by a call of <paramref name="method"/>.</summary>
    public bool Contain(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.LocalFunction } or { MethodKind: MethodKind.Ordinary, IsExtern: false, IsOverride: false, IsVirtual: false, IsAbstract: false, PartialImplementationPart: null, PartialDefinitionPart: null }
        && !method.DeclaringSyntaxReferences.IsEmpty && (method.MethodKind is MethodKind.LocalFunction || IsHidden(method))
        && method.ExplicitInterfaceImplementations.IsEmpty && method.GetAttributes().IsEmpty
        && (method.MethodKind is MethodKind.LocalFunction || !method.ContainingType.AllInterfaces.Any(implemented => implemented.GetMembers(method.Name).Length > 0));

    /// <summary>Every call of <paramref name="method"/>; null where it is also used otherwise, or where that is not known.</summary>
    public IReadOnlyCollection<IInvocationOperation>? CallsOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (model.Names.Of(method, cancellationToken) is not { } uses)
        {
            return null;
        }

        var places = uses.Where(use => use.Parent is not INameOfOperation).ToArray();
        return places.All(place => place is IInvocationOperation) && places.Length == PlacesIn(method, cancellationToken) ? [.. places.OfType<IInvocationOperation>()] : null;
    }

    // How often the method is named: what is not bound to an operation, a name in an attribute or in broken code, is not known.
    private int PlacesIn(IMethodSymbol method, CancellationToken cancellationToken) =>
        (model.Names.PlacesOf(method.Name, cancellationToken) ?? []).Count(token => token.Parent is { } name
            && !(name.Parent is { } parent && model.Bodies.ModelOf(token.SyntaxTree!).GetOperation(parent, cancellationToken) is INameOfOperation)
            && model.Bodies.ModelOf(token.SyntaxTree!).GetSymbolInfo(name, cancellationToken) is var bound
            && new[] { bound.Symbol }.Concat(bound.CandidateSymbols).Any(symbol => SymbolEqualityComparer.Default.Equals((symbol as IMethodSymbol)?.ReducedFrom?.OriginalDefinition ?? symbol?.OriginalDefinition, method)));

    private bool IsHidden(IMethodSymbol method)
    {
        for (ISymbol? candidate = method; candidate is IMethodSymbol or INamedTypeSymbol; candidate = candidate.ContainingSymbol)
        {
            if (candidate.DeclaredAccessibility is Accessibility.Private)
            {
                return true;
            }

            if (candidate.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal)
            {
                return !hasFriends.Value;
            }
        }

        return false;
    }
}
