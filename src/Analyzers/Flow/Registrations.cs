using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers with which lifetimes a type is registered in a container, anywhere in the compilation: by type argument,
/// <c>typeof</c>, factory or instance. Files that name no registration are not bound.
/// </summary>
internal sealed class Registrations(Compilation compilation, SourceBodies bodies, PathReader paths, TypeHierarchy hierarchy)
{
    private ImmutableDictionary<ISymbol, Lifetimes>? known;

    /// <summary>The lifetimes of the objects of exactly this type.</summary>
    public Lifetimes Of(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        (known ??= Read(cancellationToken)).TryGetValue(type.OriginalDefinition, out var lifetimes) ? lifetimes : Lifetimes.None;

    private ImmutableDictionary<ISymbol, Lifetimes> Read(CancellationToken cancellationToken)
    {
        var found = ImmutableDictionary.CreateBuilder<ISymbol, Lifetimes>(SymbolEqualityComparer.Default);
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var name in ThreadingWords.Of(tree).Registrations(cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (RegistrationCalls.Of(name.ValueText) is not var (lifetime, form) || CallAt(name, form) is not { } syntax)
                {
                    continue;
                }

                foreach (var type in TypesIn(bodies.ModelOf(tree).GetOperation(syntax, cancellationToken), form, cancellationToken))
                {
                    found[type] = found.TryGetValue(type, out var others) ? others | lifetime : lifetime;
                }
            }
        }

        return found.ToImmutable();
    }

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

    private IEnumerable<INamedTypeSymbol> TypesIn(IOperation? operation, RegistrationForm form, CancellationToken cancellationToken)
    {
        var isChain = form is RegistrationForm.Chain;
        for (var link = operation; link is not null; link = isChain && link is IInvocationOperation call ? call.Receiver()?.Unwrapped() : null)
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
