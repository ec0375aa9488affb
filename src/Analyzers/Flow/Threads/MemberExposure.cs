using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether other threads can reach what a field or property holds. They can, unless it belongs to one thread, or
/// nobody has the object yet.
/// </summary>
internal sealed class MemberExposure(ConcurrentDelegates delegates, LocalState state)
{
    /// <summary>The exposure of what <paramref name="path"/>, which begins at <c>this</c> or a static member, denotes at <paramref name="place"/>.</summary>
    public Exposure Of(IOperation place, InstancePath path, CancellationToken cancellationToken)
    {
        if (path.LastMember is not { } last)
        {
            return Exposure.Unknown;
        }

        foreach (var segment in path.Segments)
        {
            if (segment.Member is { } member && OfThread(member) is { } bound)
            {
                return bound;
            }
        }

        // What a framework's base class hands out, a request's items say, has a life of its own.
        var isDeclaredElsewhere = last.DeclaringSyntaxReferences.IsEmpty && !last.IsStatic
            && !(last.Name is "Value" && last.ContainingType.IsNamed("System", "Lazy"));
        if (isDeclaredElsewhere || last.ContainingType is { IsRefLikeType: true } || (path.Root.Kind is PathRootKind.This && OwnerOf(path) is { IsValueType: true }))
        {
            return Exposure.Unknown;
        }

        if (InConstructor(place, path, cancellationToken) is { } early)
        {
            return early;
        }

        return path.Root.Kind is PathRootKind.This && OwnerOf(path) is { } owner && state.StaysInOneMethod(owner, cancellationToken)
            ? Exposure.Unknown
            : Exposure.Shared;
    }

    private static INamedTypeSymbol? OwnerOf(InstancePath path) => path.Segments[0].Member?.ContainingType;

    /// <summary>The exposure of what each thread or flow has of its own; null for other members.</summary>
    public static Exposure? OfThread(ISymbol member) => member switch
    {
        IFieldSymbol { IsStatic: true } field when field.IsThreadStatic() =>
            Exposure.Confined,
        IPropertySymbol { Name: "Value" } property when property.ContainingType.IsNamed("System.Threading", "ThreadLocal") => Exposure.Confined,

        // It flows on into what the flow starts.
        IPropertySymbol { Name: "Value" } property when property.ContainingType.IsNamed("System.Threading", "AsyncLocal") => Exposure.Unknown,
        _ => null,
    };

    // A constructor has the object for itself until it gives 'this' away; null outside of one.
    private Exposure? InConstructor(IOperation place, InstancePath path, CancellationToken cancellationToken)
    {
        if (path.Segments.Length > 1 || path.Segments[0].Member is not { } member || ConstructorOf(place, cancellationToken) is not { } constructor
            || constructor.IsStatic != member.IsStatic
            || !SymbolEqualityComparer.Default.Equals(constructor.Type.OriginalDefinition, member.ContainingType.OriginalDefinition))
        {
            return null;
        }

        for (var body = place.EnclosingBody(); body.Parent is not null; body = body.Parent.EnclosingBody())
        {
            if (delegates.Of(body, cancellationToken) is { IsEmpty: false } runs && runs.All(run => run.Concurrency is DelegateConcurrency.OnTheSpot))
            {
                continue;
            }

            return null;
        }

        return constructor.IsStatic ? Exposure.Confined : Publication(place.Root(), place, cancellationToken);
    }

    private static (INamedTypeSymbol Type, bool IsStatic)? ConstructorOf(IOperation place, CancellationToken cancellationToken)
    {
        switch (place.Root())
        {
            case IFieldInitializerOperation { InitializedFields: [var field, ..] }:
                return (field.ContainingType, field.IsStatic);
            case IPropertyInitializerOperation { InitializedProperties: [var property, ..] }:
                return (property.ContainingType, property.IsStatic);
            case IConstructorBodyOperation body:
                return body.SemanticModel?.GetDeclaredSymbol(body.Syntax, cancellationToken) is IMethodSymbol { ContainingType: { } type } constructor
                    ? (type, constructor.IsStatic)
                    : null;
            default:
                return null;
        }
    }

    // 'new Timer(_ => Poll())', 'Registry.Add(this)', 'source.Changed += OnChanged' before the place.
    private Exposure Publication(IOperation body, IOperation place, CancellationToken cancellationToken)
    {
        var worst = Exposure.Confined;
        foreach (var self in body.Descendants())
        {
            if (self is not IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
                || self.Syntax.SpanStart >= place.Syntax.SpanStart)
            {
                continue;
            }

            var runs = self.EnclosingBody() is { Parent: not null } inner ? delegates.Of(inner, cancellationToken)
                : self.Parent is IMethodReferenceOperation group ? delegates.OfValue(group, group.Method, cancellationToken)
                : [];
            var isGiven = self.Parent is not (IMemberReferenceOperation or IInvocationOperation) || self.Parent is IMethodReferenceOperation;
            foreach (var run in runs)
            {
                isGiven |= run.Concurrency is DelegateConcurrency.Unknown;
                if (run.IsConcurrent && self.Syntax.SpanStart < place.Syntax.SpanStart)
                {
                    return Exposure.Shared;
                }
            }

            if (isGiven)
            {
                worst = Exposure.Unknown;
            }
        }

        return worst;
    }
}
