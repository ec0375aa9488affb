using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Every reference to a field, property or event within one type, found by name first and bound afterwards. For a
/// private member of that type this is every reference there is.
/// </summary>
internal sealed class MemberUses(Compilation compilation, SourceBodies bodies, SourceTexts texts)
{
    private readonly ConcurrentDictionary<(ISymbol Member, INamedTypeSymbol Within), ImmutableArray<IMemberReferenceOperation>> references = new(Comparer.Instance);

    /// <summary>The references to <paramref name="member"/> in the type that declares it.</summary>
    public ImmutableArray<IMemberReferenceOperation> Of(ISymbol member, CancellationToken cancellationToken) =>
        member.ContainingType is { } type ? Of(member, type, cancellationToken) : [];

    /// <summary>The references to <paramref name="member"/> in the source of <paramref name="within"/>.</summary>
    public ImmutableArray<IMemberReferenceOperation> Of(ISymbol member, INamedTypeSymbol within, CancellationToken cancellationToken)
    {
        var key = (member.OriginalDefinition, within.OriginalDefinition);
        return references.TryGetValue(key, out var found)
            ? found
            : references.GetOrAdd(key, [.. Find(key.Item1, key.Item2, cancellationToken)]);
    }

    /// <summary>
    /// The calls of <paramref name="method"/>, or of what it implements, in the source of <paramref name="within"/>, that are
    /// given <c>this</c> or a new object.
    /// </summary>
    public IEnumerable<IInvocationOperation> CallsWithItselfOrNew(IMethodSymbol method, INamedTypeSymbol within, CancellationToken cancellationToken) =>
        OperationsNaming(method.Name, within, SyntacticReads.PassesItselfOrNew, cancellationToken)
            .OfType<IInvocationOperation>()
            .Where(call => call.TargetMethod.Name == method.Name
                && (SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, method.OriginalDefinition)
                    || method.ContainingType.FindImplementationForInterfaceMember(call.TargetMethod) is { } implementation
                        && SymbolEqualityComparer.Default.Equals(implementation, method)));

    /// <summary>The places in the source of <paramref name="within"/> that create a <paramref name="type"/>.</summary>
    public IEnumerable<IObjectCreationOperation> CreationsOf(INamedTypeSymbol type, INamedTypeSymbol within, CancellationToken cancellationToken)
    {
        var owners = TokensOf(within, "new", SyntaxKind.NewKeyword, cancellationToken)
            .Where(token => SyntacticReads.MayCreate(token, type.Name))
            .Select(OwnerOf);
        return OperationsOf(owners, cancellationToken)
            .OfType<IObjectCreationOperation>()
            .Where(creation => SymbolEqualityComparer.Default.Equals(creation.Type?.OriginalDefinition, type.OriginalDefinition));
    }

    /// <summary>
    /// The values that are ever stored in a field or auto-property, its initializer included; null entries for values that
    /// are not a plain assignment. Empty and not complete where others than the declaring type can write it.
    /// </summary>
    public MemberWrites WritesOf(ISymbol member, CancellationToken cancellationToken)
    {
        var values = ImmutableArray.CreateBuilder<IOperation?>();
        var isWrittenAfterConstruction = false;
        if (InitializerOf(member, cancellationToken) is { } initializer)
        {
            values.Add(initializer);
        }

        foreach (var reference in Of(member, cancellationToken))
        {
            if (reference.Access() is AccessKind.Read)
            {
                continue;
            }

            values.Add(reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference ? assignment.Value
                : reference.Parent is ICoalesceAssignmentOperation coalesce ? coalesce.Value : null);
            isWrittenAfterConstruction |= reference.Root().Syntax is not ConstructorDeclarationSyntax;
        }

        return new MemberWrites(values.ToImmutable(), IsWrittenOnlyByItsType(member), isWrittenAfterConstruction);
    }

    /// <summary>Whether every reference to <paramref name="member"/> stands in the type that declares it.</summary>
    public static bool IsPrivate(ISymbol member) =>
        member.DeclaredAccessibility == Accessibility.Private && !member.DeclaringSyntaxReferences.IsEmpty;

    private static bool IsWrittenOnlyByItsType(ISymbol member) => member switch
    {
        IFieldSymbol field => field.IsReadOnly || field.DeclaredAccessibility == Accessibility.Private,
        IPropertySymbol property => property.SetMethod is null or { DeclaredAccessibility: Accessibility.Private },
        _ => false,
    };

    private IOperation? InitializerOf(ISymbol member, CancellationToken cancellationToken)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var value = reference.GetSyntax(cancellationToken) switch
            {
                VariableDeclaratorSyntax variable => variable.Initializer?.Value,
                PropertyDeclarationSyntax property => property.Initializer?.Value,
                _ => null,
            };
            if (value is not null && compilation.ContainsSyntaxTree(value.SyntaxTree))
            {
                return bodies.ModelOf(value.SyntaxTree).GetOperation(value, cancellationToken);
            }
        }

        return null;
    }

    private IEnumerable<IMemberReferenceOperation> Find(ISymbol member, INamedTypeSymbol within, CancellationToken cancellationToken) =>
        OperationsNaming(member.Name, within, static _ => true, cancellationToken)
            .OfType<IMemberReferenceOperation>()
            .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Member.OriginalDefinition, member));

    /// <summary>The references to <paramref name="member"/> in the type that declares it at which more may happen than reading.</summary>
    public IEnumerable<IMemberReferenceOperation> ChangesOf(ISymbol member, CancellationToken cancellationToken) =>
        member.ContainingType is { } type
            ? OperationsNaming(member.Name, type.OriginalDefinition, static name => !SyntacticReads.OnlyReads(name), cancellationToken)
                .OfType<IMemberReferenceOperation>()
                .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Member.OriginalDefinition, member.OriginalDefinition))
            : [];

    /// <summary>The places in the type that declares <paramref name="member"/> where its name stands, without binding any.</summary>
    public IEnumerable<SyntaxToken> NamesOf(ISymbol member, CancellationToken cancellationToken) =>
        TokensOf(member.ContainingType, member.Name, SyntaxKind.IdentifierToken, cancellationToken);

    /// <summary>The places in the source of <paramref name="within"/> where <paramref name="name"/> stands, without binding any.</summary>
    public IEnumerable<SyntaxToken> NamesOf(string name, INamedTypeSymbol within, CancellationToken cancellationToken) =>
        TokensOf(within, name, SyntaxKind.IdentifierToken, cancellationToken);

    /// <summary>Whether one of the <paramref name="names"/> stands in the source of <paramref name="within"/>, without binding any.</summary>
    public bool NamesAny(WordScan names, INamedTypeSymbol within, CancellationToken cancellationToken) =>
        within.OriginalDefinition.DeclaringSyntaxReferences
            .Where(declaration => compilation.ContainsSyntaxTree(declaration.SyntaxTree))
            .Any(declaration => texts.AnyNameIn(declaration.SyntaxTree, declaration.Span, names, cancellationToken));

    /// <summary>The places in the source of <paramref name="within"/> where <paramref name="word"/> stands, a name or a keyword, without binding any.</summary>
    public IEnumerable<SyntaxToken> WordsOf(string word, INamedTypeSymbol within, CancellationToken cancellationToken) =>
        within.OriginalDefinition.DeclaringSyntaxReferences
            .Where(declaration => compilation.ContainsSyntaxTree(declaration.SyntaxTree))
            .SelectMany(declaration => texts.TokensIn(declaration.SyntaxTree, declaration.Span, word, cancellationToken));

    /// <summary>The bodies in the source of <paramref name="within"/> in which <paramref name="name"/> stands.</summary>
    public IEnumerable<IOperation> BodiesNaming(string name, INamedTypeSymbol within, CancellationToken cancellationToken) =>
        TokensOf(within, name, SyntaxKind.IdentifierToken, cancellationToken)
            .Select(OwnerOf).OfType<SyntaxNode>().Distinct()
            .Select(owner => bodies.ModelOf(owner.SyntaxTree).GetOperation(owner, cancellationToken)).OfType<IOperation>();

    /// <summary>
    /// Every operation in the declaring type that calls a private <paramref name="method"/> or makes a delegate of it; null where
    /// it is named in a place that cannot be looked into, or in more places than anybody looks into.
    /// </summary>
    public ImmutableArray<IOperation>? CallsOf(IMethodSymbol method, CancellationToken cancellationToken) =>
        CallsOf(method, method.ContainingType, cancellationToken);

    /// <summary>The same in the source of <paramref name="within"/>.</summary>
    public ImmutableArray<IOperation>? CallsOf(IMethodSymbol method, INamedTypeSymbol within, CancellationToken cancellationToken)
    {
        var named = method.AssociatedSymbol ?? method;
        var owners = TokensOf(within, named.Name, SyntaxKind.IdentifierToken, cancellationToken)
            .Where(token => token.Parent?.FirstAncestorOrSelf<AttributeSyntax>() is null)
            .Select(token => (Owner: OwnerOf(token), Token: token))
            .Where(found => found.Owner is not null || found.Token.Parent?.FirstAncestorOrSelf<ArgumentSyntax>() is not null)
            .Select(found => found.Owner)
            .ToArray();
        const int MaximumPlaces = 60;
        return owners.Contains(null) || owners.Length > MaximumPlaces
            ? null
            : [.. OperationsOf(owners, cancellationToken).Where(operation => Named(operation) is { } found && IsSame(found, named))];
    }

    private static ISymbol? Named(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod,
        IMemberReferenceOperation { Member: IMethodSymbol or IPropertySymbol } reference => reference.Member,
        _ => null,
    };

    private static bool IsSame(ISymbol found, ISymbol named)
    {
        found = found.OriginalDefinition;
        named = named.OriginalDefinition;
        return SymbolEqualityComparer.Default.Equals((found as IMethodSymbol)?.PartialDefinitionPart ?? found, (named as IMethodSymbol)?.PartialDefinitionPart ?? named);
    }

    // Binds only those members of the type in which the name occurs.
    private IEnumerable<IOperation> OperationsNaming(
        string name, INamedTypeSymbol within, System.Func<SyntaxToken, bool> matches, CancellationToken cancellationToken)
    {
        var owners = TokensOf(within, name, SyntaxKind.IdentifierToken, cancellationToken)
            .Where(matches)
            .Select(OwnerOf);
        return OperationsOf(owners, cancellationToken);
    }

    private IEnumerable<SyntaxToken> TokensOf(INamedTypeSymbol within, string text, SyntaxKind kind, CancellationToken cancellationToken) =>
        within.OriginalDefinition.DeclaringSyntaxReferences
            .Where(declaration => compilation.ContainsSyntaxTree(declaration.SyntaxTree))
            .SelectMany(declaration => texts.TokensIn(declaration.SyntaxTree, declaration.Span, text, cancellationToken))
            .Where(token => token.IsKind(kind) && (kind is SyntaxKind.NewKeyword || token.Parent is SimpleNameSyntax));

    private IEnumerable<IOperation> OperationsOf(IEnumerable<SyntaxNode?> owners, CancellationToken cancellationToken)
    {
        var seen = new HashSet<SyntaxNode>();
        foreach (var owner in owners)
        {
            if (owner is not null && seen.Add(owner)
                && bodies.ModelOf(owner.SyntaxTree).GetOperation(owner, cancellationToken) is { } operation)
            {
                foreach (var inner in operation.DescendantsAndSelf())
                {
                    yield return inner;
                }
            }
        }
    }

    // The largest node around a token, inside its type, that can be bound as an operation of its own.
    private static SyntaxNode? OwnerOf(SyntaxToken token)
    {
        SyntaxNode? owner = null;
        for (var node = token.Parent; node is not null and not BaseTypeDeclarationSyntax; node = node.Parent)
        {
            if (node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax)
            {
                owner = node;
            }
        }

        return owner;
    }

    private sealed class Comparer : IEqualityComparer<(ISymbol Member, INamedTypeSymbol Within)>
    {
        public static readonly Comparer Instance = new();

        public bool Equals((ISymbol Member, INamedTypeSymbol Within) x, (ISymbol Member, INamedTypeSymbol Within) y) =>
            SymbolEqualityComparer.Default.Equals(x.Member, y.Member) && SymbolEqualityComparer.Default.Equals(x.Within, y.Within);

        public int GetHashCode((ISymbol Member, INamedTypeSymbol Within) key) =>
            unchecked((SymbolEqualityComparer.Default.GetHashCode(key.Member) * 31) + SymbolEqualityComparer.Default.GetHashCode(key.Within));
    }
}
