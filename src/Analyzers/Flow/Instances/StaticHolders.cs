using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers which static field or property of the compilation holds the object of a type, so that every thread has the same one.
/// A type of which others make objects for themselves is no such type: an empty list in a static field says nothing of lists.
/// </summary>
internal sealed class StaticHolders(SourceFiles files, SourceBodies bodies, NameSearch names)
{
    private readonly ConcurrentDictionary<ISymbol, ISymbol?> known = new(SymbolEqualityComparer.Default);

    /// <summary>The first one that certainly holds a <paramref name="type"/>; null where none does, or others make some too.</summary>
    public ISymbol? Of(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        type = type.OriginalDefinition;
        return known.TryGetValue(type, out var holder) ? holder : known.GetOrAdd(type, Find(type, cancellationToken));
    }

    private ISymbol? Find(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        OfBase(type) ?? Mentioning(type, cancellationToken);

    // 'class Registry : Singleton<Registry>', where the base keeps its type argument in a static member.
    private static ISymbol? OfBase(INamedTypeSymbol type)
    {
        for (var candidate = type.BaseType; candidate is { IsGenericType: true }; candidate = candidate.BaseType)
        {
            if (candidate.TypeArguments.Any(argument => SymbolEqualityComparer.Default.Equals(argument.OriginalDefinition, type))
                && candidate.GetMembers().FirstOrDefault(member => member is IFieldSymbol { IsStatic: true, IsImplicitlyDeclared: false } field && !IsOfThread(field)
                    && (Is(field.Type, type) || field.Type is INamedTypeSymbol { TypeArguments: [var made] } lazy && lazy.IsNamed("System", "Lazy") && Is(made, type))) is { } holder)
            {
                return holder;
            }
        }

        return null;
    }

    private ISymbol? Mentioning(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var mentioning = files.With(type.Name, cancellationToken).SelectMany(tree => HolderDeclarations.Of(tree).Mentioning(type.Name));
        foreach (var declaration in mentioning)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (bodies.ModelOf(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellationToken) is { } holder && !IsOfThread(holder) && Holds(holder, declaration, type, cancellationToken))
            {
                return IsMadeElsewhere(type, holder, cancellationToken) ? null : holder;
            }
        }

        return null;
    }

    private bool Holds(ISymbol holder, SyntaxNode declaration, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var held = holder switch
        {
            IFieldSymbol { IsConst: false } field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };
        var value = declaration switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        };
        if (held is INamedTypeSymbol { TypeArguments: [.., var made] } container && IsContainer(container))
        {
            held = made;
        }

        return Is(held, type)
            || (value is not null && held?.TypeKind is TypeKind.Interface or TypeKind.Class
                && bodies.ModelOf(value.SyntaxTree).GetOperation(value, cancellationToken) is { } stored && Is(MadeBy(stored.Unwrapped()), type));
    }

    private bool IsMadeElsewhere(INamedTypeSymbol type, ISymbol holder, CancellationToken cancellationToken) =>
        names.PlacesOf(type.Name, cancellationToken) is not { } places || places.SelectMany(CreationSyntax.At).Any(creation => !IsMadeForHolder(creation, holder));

    // In the initializer of a static field or property, or where the holder is assigned; what a factory makes is somebody's own.
    private static bool IsMadeForHolder(SyntaxNode creation, ISymbol holder)
    {
        for (var node = creation; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax function when function.Parent is not ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax }:
                    return false;
                case AssignmentExpressionSyntax assignment when CreationSyntax.LastNameOf(assignment.Left) == holder.Name:
                    return true;
                case MemberDeclarationSyntax member:
                    return member is BaseFieldDeclarationSyntax or PropertyDeclarationSyntax { Initializer: not null } && member.Modifiers.Any(SyntaxKind.StaticKeyword);
            }
        }

        return false;
    }

    // 'new X()', 'new Lazy<IX>(() => new X())'
    private static ITypeSymbol? MadeBy(IOperation value) => value switch
    {
        IObjectCreationOperation { Arguments: [var factory, ..], Type: var made } when made.IsNamed("System", "Lazy") =>
            factory.Value.Lambda()?.Body.Executed().OfType<IReturnOperation>().FirstOrDefault()?.ReturnedValue?.Unwrapped().Type,
        IObjectCreationOperation creation => creation.Type,
        _ => null,
    };

    // Objects that lie in one of these are handed to all threads as well.
    private static bool IsContainer(INamedTypeSymbol type) =>
        type.IsNamed("System", "Lazy") || type.IsNamed("System.Collections.Concurrent", "ConcurrentDictionary");

    private static bool Is(ITypeSymbol? found, INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(found?.OriginalDefinition, type);

    private static bool IsOfThread(ISymbol holder) =>
        holder.IsThreadStatic();
}
