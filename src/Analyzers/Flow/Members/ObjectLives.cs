using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers when in the life of an object code uses one of its members: before others have the object, while they have it, or
/// when it is given up.
/// </summary>
internal sealed class ObjectLives(MemberUses members, ConcurrentDelegates delegates)
{
    private const int MaximumDepth = 4;

    private readonly ConcurrentDictionary<IMethodSymbol, LifePhase> methods = new(SymbolEqualityComparer.Default);

    /// <summary>The phase in which <paramref name="place"/> uses <paramref name="member"/> of the object <paramref name="owner"/>.</summary>
    public LifePhase PhaseOf(IOperation place, ISymbol member, InstancePath? owner, CancellationToken cancellationToken)
    {
        // What the body has just made is nobody else's yet.
        if (owner?.Root.Kind is PathRootKind.Creation)
        {
            return LifePhase.Construction;
        }

        var isOwn = member.IsStatic || owner is { Segments.IsEmpty: true, Root.Kind: PathRootKind.This };
        return isOwn ? PhaseOf(place, member, MaximumDepth, cancellationToken) : LifePhase.Life;
    }

    private LifePhase PhaseOf(IOperation place, ISymbol member, int depth, CancellationToken cancellationToken)
    {
        // A lambda is part of the body that runs it, or it runs whenever it likes.
        for (var body = place.EnclosingBody(); body.Parent is not null; body = body.Parent.EnclosingBody())
        {
            if (!RunsOnTheSpot(body, cancellationToken))
            {
                return LifePhase.Life;
            }
        }

        var root = place.Root();
        if (root is IFieldInitializerOperation or IPropertyInitializerOperation)
        {
            return LifePhase.Construction;
        }

        return root.SemanticModel?.GetEnclosingSymbol(place.Syntax.SpanStart, cancellationToken) is { } symbol && MethodAround(symbol) is { } method
            ? PhaseOf(method, member, depth, cancellationToken)
            : LifePhase.Life;
    }

    private bool RunsOnTheSpot(IOperation body, CancellationToken cancellationToken) =>
        delegates.Of(body, cancellationToken) is { IsEmpty: false } runs && runs.All(run => run.Concurrency is DelegateConcurrency.OnTheSpot);

    private static IMethodSymbol? MethodAround(ISymbol symbol) => symbol.OutOfFunctions() as IMethodSymbol;

    private LifePhase PhaseOf(IMethodSymbol method, ISymbol member, int depth, CancellationToken cancellationToken)
    {
        if (!IsOfSameObject(method, member))
        {
            return LifePhase.Life;
        }

        switch (method.MethodKind)
        {
            case MethodKind.Constructor:
                return member.IsStatic ? LifePhase.Life : LifePhase.Construction;
            case MethodKind.StaticConstructor:
                return LifePhase.Construction;
            case MethodKind.Destructor:
                return LifePhase.Ending;
        }

        // An initializer of the type or an accessor has its own name in no table.
        if (method.AssociatedSymbol is null && !member.IsStatic && IsDisposal(method))
        {
            return LifePhase.Ending;
        }

        if (IsStartup(method))
        {
            return LifePhase.Construction;
        }

        if (depth == 0 || method.DeclaredAccessibility is not Accessibility.Private || !method.ExplicitInterfaceImplementations.IsEmpty)
        {
            return LifePhase.Life;
        }

        return methods.TryGetValue(method, out var known) ? known : methods.GetOrAdd(method, OfHelper(method, member, depth, cancellationToken));
    }

    // A private method lives when its callers do.
    private LifePhase OfHelper(IMethodSymbol method, ISymbol member, int depth, CancellationToken cancellationToken)
    {
        if (members.CallsOf(method, cancellationToken) is not { } calls)
        {
            return LifePhase.Life;
        }

        var phases = new HashSet<LifePhase>();
        foreach (var call in calls)
        {
            if (call.Parent is INameOfOperation || IsRecursive(call, method, cancellationToken))
            {
                continue;
            }

            var isOwn = call is IInvocationOperation { Instance: null or IInstanceReferenceOperation } or IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation };
            phases.Add(isOwn ? PhaseOf(call, member, depth - 1, cancellationToken) : LifePhase.Life);
            if (phases.Contains(LifePhase.Life))
            {
                return LifePhase.Life;
            }
        }

        return phases.Contains(LifePhase.Construction) ? LifePhase.Construction : phases.Contains(LifePhase.Ending) ? LifePhase.Ending : LifePhase.Life;
    }

    private static bool IsRecursive(IOperation call, IMethodSymbol method, CancellationToken cancellationToken) =>
        SymbolEqualityComparer.Default.Equals(
            call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart, cancellationToken)?.OriginalDefinition, method.OriginalDefinition);

    // A nested type's Dispose ends the nested object, not the one around it.
    private static bool IsOfSameObject(IMethodSymbol method, ISymbol member)
    {
        for (var type = method.ContainingType; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.ContainingType.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDisposal(IMethodSymbol method) => method.Name switch
    {
        "Dispose" or "DisposeAsync" or "DisposeAsyncCore" or "Finalize" => method.Parameters.All(parameter => parameter.Type.SpecialType is SpecialType.System_Boolean),
        "DisposeCore" or "OnDispose" or "OnDisposing" or "DisposeManaged" or "DisposeManagedResources" or "DisposeUnmanagedResources" or "DisposeInternal" => true,
        _ => method.ExplicitInterfaceImplementations.Any(implemented => implemented.ContainingType.Name is "IDisposable" or "IAsyncDisposable"),
    };

    // What a framework or a convention runs before anybody has the object. Private methods are known by their callers.
    private static bool IsStartup(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name
            is "OnDeserializedAttribute" or "OnDeserializingAttribute" or "ModuleInitializerAttribute" or "SetUpAttribute" or "OneTimeSetUpAttribute" or "TestInitializeAttribute" or "GlobalSetupAttribute")
        || (method.DeclaredAccessibility is not Accessibility.Private && method.Name is "Init" or "Initialize" or "InitializeAsync" or "InitializeCore"
            or "OnInitialize" or "OnInitialized" or "OnInitializedAsync" or "InitializeComponent" or "BeginInit" or "EndInit" or "Awake");
}
