using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers which object a lock is, and whether it is the same one for everybody: not where the field that holds it is
/// reassigned, nor where nobody else can have it.
/// </summary>
internal sealed class LockObjects(PathReader paths, SourceBodies bodies, MemberUses members, CollectionContents contents)
{
    private readonly ConcurrentDictionary<ISymbol, bool> stable = new(SymbolEqualityComparer.Default);

    /// <summary>The path of the lock that <paramref name="use"/> takes or gives back; null where it excludes nobody, or that is not known.</summary>
    public InstancePath? Of(LockUse use, CancellationToken cancellationToken)
    {
        var path = Of(use.Target, use.Family, cancellationToken);
        if (path is null || use.Key is null)
        {
            return path;
        }

        return paths.Read(use.Key, cancellationToken) is { } key && IsStableKey(key, use.Operation, cancellationToken) ? path.ThenElement(key) : null;
    }

    /// <summary>The path of a lock of one <paramref name="family"/>; null where it excludes nobody, or that is not known.</summary>
    public InstancePath? Of(IOperation target, LockFamily family, CancellationToken cancellationToken)
    {
        var value = target.Unwrapped();
        if (value is ITypeOfOperation { TypeOperand: { } type })
        {
            return OfType(type);
        }

        // A value is boxed anew for each lock; a spin lock is a value that is used where it lies.
        if (family is not LockFamily.Spin && (value.Type is not { } valueType || valueType.IsValueType))
        {
            return null;
        }

        if (paths.Read(value, cancellationToken) is not { } path || !IsStable(path, value, family, cancellationToken))
        {
            return null;
        }

        return family is not LockFamily.Semaphore || HasCountOfOne(value, path, cancellationToken) ? path : null;
    }

    /// <summary>The lock that <c>typeof(..)</c> is.</summary>
    public static InstancePath OfType(ITypeSymbol type) => InstancePath.OfConstant(type);

    /// <summary>Whether <paramref name="path"/>, told where <paramref name="place"/> stands, always leads to the same object.</summary>
    public bool IsStable(InstancePath path, IOperation place, CancellationToken cancellationToken) =>
        IsStable(path, place, LockFamily.Monitor, cancellationToken);

    private bool IsStable(InstancePath path, IOperation place, LockFamily family, CancellationToken cancellationToken) =>
        path.Root.Kind switch
        {
            PathRootKind.Constant => path.Root.Value is string or ITypeSymbol,
            PathRootKind.Creation => IsMadeOutside(path, place),
            PathRootKind.Symbol => path.Root.Symbol is not IParameterSymbol { RefKind: RefKind.Ref or RefKind.Out } || family is LockFamily.Spin,
            _ => true,
        }
        && path.Variables.All(bodies.Around(place).Locals.IsNeverReassigned)
        && path.Segments.All(segment => segment.Member is { } member
            ? IsStable(member, family, cancellationToken)
            : segment.Key is { } key && IsStableKey(key, place, cancellationToken));

    private bool IsStableKey(InstancePath key, IOperation place, CancellationToken cancellationToken) =>
        key.Variables.All(bodies.Around(place).Locals.IsNeverReassigned)
        && key.Segments.All(segment => segment.Member is { } member && IsStable(member, LockFamily.Monitor, cancellationToken));

    // A new object that only this body has excludes nobody. One that a lambda shares with the body around it does.
    private static bool IsMadeOutside(InstancePath path, IOperation place)
    {
        if (path.Root.Value is not SyntaxNode creation || place.Root() is not { } root || !root.Syntax.Span.Contains(creation.Span))
        {
            return false;
        }

        if (!place.EnclosingBody().Syntax.Span.Contains(creation.Span))
        {
            return true;
        }

        return place.Unwrapped() is ILocalReferenceOperation { Local: var local } && place.EnclosingBody() is var body
            && body.Descendants().Any(operation => operation is ILocalReferenceOperation reference
                && SymbolEqualityComparer.Default.Equals(reference.Local, local) && reference.EnclosingBody() != body);
    }

    private bool IsStable(ISymbol member, LockFamily family, CancellationToken cancellationToken)
    {
        // Using a readonly spin lock uses a copy of it.
        if (family is LockFamily.Spin && member is IFieldSymbol { IsReadOnly: true, Type.IsValueType: true })
        {
            return false;
        }

        return stable.TryGetValue(member, out var known) ? known : stable.GetOrAdd(member, IsNeverReplaced(member, cancellationToken));
    }

    private bool IsNeverReplaced(ISymbol member, CancellationToken cancellationToken)
    {
        switch (member)
        {
            case IFieldSymbol field:
                if (field.IsThreadStatic())
                {
                    return false;
                }

                return field.IsReadOnly || field.DeclaringSyntaxReferences.IsEmpty || IsSetOnce(field, cancellationToken);
            case IPropertySymbol { ContainingType.Name: "ThreadLocal" or "AsyncLocal" }:
                return false;
            case IPropertySymbol property:
                return property.SetMethod is null or { IsInitOnly: true } || property.DeclaringSyntaxReferences.IsEmpty || IsSetOnce(property, cancellationToken);
            case IParameterSymbol captured:
                return captured.ContainingType is { } type && members.NamesOf(captured.Name, type, cancellationToken).All(name => !IsWritten(name));
            default:
                return false;
        }
    }

    private bool IsSetOnce(ISymbol member, CancellationToken cancellationToken) =>
        members.Of(member, cancellationToken).All(reference => reference.Access() is AccessKind.Read || SetsOnce(reference));

    // In a constructor or an initializer, or only where there is none yet.
    private static bool SetsOnce(IMemberReferenceOperation reference)
    {
        if (reference.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
        {
            return true;
        }

        if (reference.Root().Syntax is ConstructorDeclarationSyntax constructor)
        {
            return reference.EnclosingBody().Syntax == constructor && reference.Instance is null or IInstanceReferenceOperation;
        }

        switch (reference.Parent)
        {
            case ICoalesceAssignmentOperation:
                return true;
            case ISimpleAssignmentOperation { Value: var value } assignment:
                return value.ConstantValue is { HasValue: true, Value: null } || IsUnderTestForNull(assignment, reference.Member);
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } call }:
                return method.ContainingType.IsNamed("System.Threading", "LazyInitializer")
                    || method.ContainingType.IsNamed("System.Threading", "Interlocked") && method.Name is "CompareExchange"
                        && call.Argument(2) is { ConstantValue: { HasValue: true, Value: null } }
                    || reference.Type is { IsValueType: true, Name: "SpinLock" };
            default:
                return false;
        }
    }

    // 'if (_gate == null) _gate = new object();'
    private static bool IsUnderTestForNull(IOperation assignment, ISymbol member)
    {
        for (var (inner, outer) = (assignment, assignment.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            if (outer is IConditionalOperation condition && condition.WhenTrue == inner
                && condition.Condition.Syntax.DescendantNodesAndSelf().Any(node => node is IdentifierNameSyntax name && name.Identifier.ValueText == member.Name)
                && condition.Condition.Syntax.DescendantTokens().Any(token => token.ValueText == "null"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWritten(SyntaxToken name) => name.Parent?.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == name.Parent,
        ArgumentSyntax argument => argument.RefKindKeyword.ValueText is "ref" or "out",
        _ => false,
    };

    // A semaphore that lets two in is no lock.
    private bool HasCountOfOne(IOperation semaphore, InstancePath path, CancellationToken cancellationToken)
    {
        if (IsOfOne(paths.Origin(semaphore)))
        {
            return true;
        }

        if (path.Root is { Kind: PathRootKind.Creation, Value: SyntaxNode syntax } && path.Segments.IsEmpty
            && semaphore.Root().DescendantsAndSelf().FirstOrDefault(operation => operation is IObjectCreationOperation && operation.Syntax == syntax) is { } creation)
        {
            return IsOfOne(creation);
        }

        if (path.LastMember is { } member)
        {
            return AreOfOne(members.WritesOf(member, cancellationToken).Values);
        }

        return path.Parent()?.LastMember is { } collection && AreOfOne(contents.InsertedInto(collection, cancellationToken).CastArray<IOperation?>());
    }

    private bool AreOfOne(System.Collections.Immutable.ImmutableArray<IOperation?> values)
    {
        var made = values.Where(value => value is not { ConstantValue: { HasValue: true, Value: null } }).ToArray();
        return made.Length > 0 && made.All(value => value is not null && IsOfOne(value));
    }

    private bool IsOfOne(IOperation value)
    {
        value = paths.Origin(value);
        if (value.Lambda() is { } lambda)
        {
            var returned = lambda.Body.Executed().OfType<IReturnOperation>().Select(found => found.ReturnedValue).ToArray();
            return returned is [{ } only] && IsOfOne(only);
        }

        return value is IObjectCreationOperation { Arguments: var arguments }
            && arguments.Any(argument => argument.Parameter?.Ordinal == 0 && argument.Value.ConstantValue is { HasValue: true, Value: 1 })
            && arguments.All(argument => argument.Parameter?.Ordinal != 1 || argument.IsImplicit || argument.Value.ConstantValue is { HasValue: true, Value: 1 }
                || argument.Parameter.Type.SpecialType is not SpecialType.System_Int32);
    }
}
