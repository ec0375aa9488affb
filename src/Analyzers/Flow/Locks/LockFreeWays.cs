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
/// Answers whether code can certainly be reached without a lock. That <see cref="HeldLocks"/> sees none is not enough: somebody
/// who is not visible may hold it, in a way that nobody can read.
/// </summary>
internal sealed class LockFreeWays(CompilationModel model)
{
    private const int MaximumDepth = 5;

    // What gives something to dispose of and is called like one of these calls the delegate until then: 'monitor.OnChange(..)'.
    private static readonly ImmutableArray<string> Registrations = ["Register", "Subscribe", "On", "Listen", "Observe", "Watch"];

    /// <summary>Whether some caller, or somebody outside of the type, runs <paramref name="place"/> and does not hold <paramref name="guard"/>.</summary>
    public bool LeadTo(IOperation place, GuardKey guard, CancellationToken cancellationToken) =>
        new Search(model, guard, place is IMemberReferenceOperation { Member.IsStatic: true }, cancellationToken).Reaches(place, MaximumDepth);

    /// <summary>Whether code outside of the type can reach the lock by its name. That <c>this</c> and the type itself can be locked does not count.</summary>
    public bool IsVisibleOutside(GuardKey guard, CancellationToken cancellationToken) =>
        !guard.Path.Segments.IsEmpty && guard.Path.Segments.All(segment => segment.Member is { } gate && IsVisibleOutside(gate, cancellationToken));

    private bool IsVisibleOutside(ISymbol gate, CancellationToken cancellationToken) =>
        gate.ContainingType is { } type && !IsInPrivateType(type)
        && (gate.DeclaredAccessibility is not Accessibility.Private || model.Members.NamesOf(gate, cancellationToken).Any(IsHandedOut));

    private static bool IsInPrivateType(INamedTypeSymbol type) =>
        type.DeclaredAccessibility is Accessibility.Private || (type.ContainingType is { } outer && IsInPrivateType(outer));

    // 'object ICollection.SyncRoot => _gate;'
    private static bool IsHandedOut(SyntaxToken name)
    {
        var expression = name.Parent?.Parent is MemberAccessExpressionSyntax access && access.Name == name.Parent ? access : name.Parent;
        return expression?.Parent is ArrowExpressionClauseSyntax or ReturnStatementSyntax
            && expression.FirstAncestorOrSelf<BasePropertyDeclarationSyntax>() is { } property
            && (!property.Modifiers.Any(SyntaxKind.PrivateKeyword) && (property.Modifiers.Count > 0 || property.ExplicitInterfaceSpecifier is not null));
    }

    private sealed class Search(CompilationModel model, GuardKey guard, bool isOfAllObjects, CancellationToken cancellationToken)
    {
        private readonly HashSet<SyntaxNode> visited = [];
        private readonly LockFreeWays ways = new(model);

        public bool Reaches(IOperation place, int depth)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var body = place.EnclosingBody();
            if (depth == 0 || IsGuarded(place) || !visited.Add(body.Syntax) || LockSigns(body.Syntax) || MayHoldAnother(place, body) || WaitsBefore(place, body) || IsAfterSignal(place))
            {
                return false;
            }

            return body switch
            {
                IAnonymousFunctionOperation lambda => ReachesDelegate(lambda, lambda.Symbol, depth),
                ILocalFunctionOperation function => CallsOf(function).Any(call => ReachesCall(call, function.Symbol, depth)),
                _ => body.SemanticModel?.GetEnclosingSymbol(place.Syntax.SpanStart, cancellationToken) is IMethodSymbol method && ReachesMethod(method, depth),
            };
        }

        private bool IsGuarded(IOperation place) =>
            model.Locks.InAnyModeAt(place, cancellationToken).Any(held => IsGuard(held.Path));

        // A lock that a local or parameter names may be the guard under another name.
        private bool IsGuard(InstancePath held) =>
            held is { Segments.IsEmpty: true, Root.Kind: PathRootKind.Symbol } && MayBeGuard(held.Root.Symbol)
            || SymbolEqualityComparer.Default.Equals(held.NamingSymbol, guard.Path.NamingSymbol) && held.Segments.IsEmpty == guard.Path.Segments.IsEmpty
                && (held.NamingSymbol is not null || held.Root.Kind == guard.Path.Root.Kind);

        // An entry is not the table that it was found in.
        private bool MayBeGuard(ISymbol? name) =>
            TypeOf(name) is not { } type || (guard.Path.LastMember is { } gate ? TypeOf(gate) : null) is not { } guardType
            || type.TypeKind is TypeKind.TypeParameter || SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, guardType.OriginalDefinition)
            || model.Compilation.ClassifyCommonConversion(type, guardType).Exists;

        private static ITypeSymbol? TypeOf(ISymbol? named) => named switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };

        private static IEnumerable<IOperation> CallsOf(ILocalFunctionOperation function) => function.Root().Descendants().Where(operation => operation switch
        {
            IInvocationOperation call => SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, function.Symbol),
            IMethodReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Method.OriginalDefinition, function.Symbol),
            _ => false,
        });

        private bool ReachesCall(IOperation call, IMethodSymbol method, int depth) =>
            call.Parent is not INameOfOperation
            && (call is IMethodReferenceOperation ? ReachesDelegate(call, method, depth) : Reaches(call, depth - 1));

        private bool ReachesDelegate(IOperation value, IMethodSymbol method, int depth) =>
            model.Concurrency.OfValue(value, method, cancellationToken).Any(run => run.Concurrency switch
            {
                DelegateConcurrency.OnTheSpot => !IsGivenToLocker(run.Launch) && Reaches(run.Launch, depth - 1),
                DelegateConcurrency.Unknown => RunsLater(value),

                // Who holds the lock until all runs have ended keeps the others out. What runs until its first await has the lock of who calls it.
                _ => !run.FromFirstAwait && !(run.End is DelegateEnd.Call && IsGuarded(run.Launch)),
            });

        // 'WaitUntil(() => _map.Count > 3)': a method of the compilation that takes locks, and may run it under one.
        private bool IsGivenToLocker(IOperation launch) =>
            launch is IInvocationOperation { TargetMethod: { MethodKind: not MethodKind.DelegateInvoke, DeclaringSyntaxReferences.IsEmpty: false } helper }
            && helper.Parameters.Any(parameter => parameter.Type.TypeKind is TypeKind.Delegate)
            && model.Locks.MayBeTakenIn(helper, cancellationToken);

        // The lambda is kept: returned, subscribed, put into something that is disposed of later.
        private bool RunsLater(IOperation value)
        {
            while (value.Parent is IConversionOperation or IDelegateCreationOperation or IParenthesizedOperation or ITranslatedQueryOperation)
            {
                value = value.Parent;
            }

            return value.Parent switch
            {
                IReturnOperation or IEventAssignmentOperation { Adds: true } => true,
                IAssignmentOperation { Target: IEventReferenceOperation } => true,
                IAssignmentOperation { Target: IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } stored } => IsCalledFreely(stored.Member),
                IArgumentOperation { Parent: IInvocationOperation call } => LazyOperators.Of(call.TargetMethod, model.Types) is not Laziness.Unknown
                    ? RunsLater(call)
                    : IsRegistration(call.TargetMethod),
                IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } } when ConcurrentCalls.Of(constructor) is not null => true,
                IArgumentOperation { Parent: IObjectCreationOperation { Type: { } type } } => type.Name is not ("Lazy" or "ThreadLocal" or "AsyncLocal") && model.Types.IsDisposable(type),
                _ => false,
            };
        }

        private bool IsRegistration(IMethodSymbol method) =>
            (method.Name is "UnsafeRegister" or "Create" || Registrations.Any(beginning => method.Name.StartsWith(beginning, System.StringComparison.Ordinal)))
            && method.ReturnType is { } result && model.Types.IsDisposable(result);

        // A private delegate field that the type calls under its lock.
        private bool IsCalledFreely(ISymbol stored) =>
            stored.DeclaredAccessibility is Accessibility.Private && stored.ContainingType is not null
            && model.Members.Of(stored, cancellationToken).Select(LambdaRuns.InvocationOf).OfType<IInvocationOperation>().Any(call => !IsGuarded(call));

        private bool ReachesMethod(IMethodSymbol method, int depth)
        {
            // Others have a static member while an object of the type is made; a private constructor may only make the one that is static, too.
            if (method.MethodKind is MethodKind.Constructor)
            {
                return isOfAllObjects && method.DeclaredAccessibility is not Accessibility.Private && !IsInPrivateType(method.ContainingType) && !IsVisibleGuard(toDerived: false);
            }

            if (method.MethodKind is MethodKind.StaticConstructor || SaysThatItIsLocked(method.Name))
            {
                return false;
            }

            if (!method.ExplicitInterfaceImplementations.IsEmpty)
            {
                return !IsVisibleGuard(toDerived: false);
            }

            if (method.DeclaredAccessibility is Accessibility.Private)
            {
                return ReachesCallers(method, method.ContainingType, depth) is true;
            }

            if (method.OverriddenMethod is { } overridden && !IsOverrideReached(overridden))
            {
                return false;
            }

            var isInterface = MethodReach.ImplementsInterface(method);
            if (MethodReach.OuterOfPrivate(method.ContainingType) is { } outer && !isInterface && method.OverriddenMethod is null)
            {
                return ReachesCallers(method, outer, depth) is true;
            }

            if (isInterface || method.DeclaredAccessibility is Accessibility.Public)
            {
                return !IsVisibleGuard(toDerived: false) || (!isInterface && !method.MayBeOverridden() && IsOfAssembly() && ReachesAllCallers(method, depth));
            }

            // Others of the assembly, or derived types, call it; they hold what they can have.
            return !IsVisibleGuard(toDerived: true)
                && (ReachesCallers(method, method.ContainingType, depth) ?? method.DeclaredAccessibility is Accessibility.Internal);
        }

        // Null where nobody calls it.
        private bool? ReachesCallers(IMethodSymbol method, INamedTypeSymbol within, int depth)
        {
            if (model.Members.CallsOf(method, within, cancellationToken) is not { } calls)
            {
                return false;
            }

            // A constructor has its object for itself; a delegate that it makes runs when others have it.
            var concerned = calls.Where(call => IsOf(call, method) && (call is IMethodReferenceOperation || call.EnclosingBody() is not IConstructorBodyOperation)).ToArray();
            return concerned.Length == 0 ? null : concerned.Any(call => ReachesCall(call, method, depth));
        }

        // Who can have the lock is in this compilation, and so is every call under it.
        private bool IsOfAssembly() => guard.Path.LastMember is { } gate
            && gate.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal;

        private bool ReachesAllCallers(IMethodSymbol method, int depth) =>
            model.Names.Of(method.AssociatedSymbol ?? method, cancellationToken)?.ToArray() is { } calls
            && (calls.Length == 0 ? method.ContainingType.DeclaredAccessibility is Accessibility.Public : calls.Any(call => ReachesCall(call, method, depth)));

        private static bool IsOf(IOperation call, IMethodSymbol method) => call is not IPropertyReferenceOperation property || property.Access() switch
        {
            AccessKind.Read => method.MethodKind is MethodKind.PropertyGet,
            AccessKind.Write => method.MethodKind is MethodKind.PropertySet,
            _ => true,
        };

        // A base class of the compilation that takes locks may call it under one.
        private bool IsOverrideReached(IMethodSymbol overridden) =>
            !IsVisibleGuard(toDerived: true)
            && (overridden.DeclaringSyntaxReferences.IsEmpty || !model.Locks.MayBeTakenIn(overridden.ContainingType, cancellationToken));

        // 'this' and the type are visible, but hardly anybody who calls a public method locks them first.
        private bool IsVisibleGuard(bool toDerived) => guard.Path.LastMember is { } gate
            ? (toDerived || gate.DeclaredAccessibility is not (Accessibility.Protected or Accessibility.ProtectedAndInternal)) && ways.IsVisibleOutside(guard, cancellationToken)
            : toDerived;

        private static bool SaysThatItIsLocked(string name) =>
            name.Contains("NoLock") || name.Contains("Unlocked") || name.Contains("UnderLock") || name.Contains("Unsafe") || name.Contains("WithoutLock")
            || name.Contains("InLock") || name.Contains("InsideLock") || name.Contains("WithLock") || name.Contains("Locked") || name.Contains("Unsynchronized") || name.Contains("NotThreadSafe");

        // 'Debug.Assert(Monitor.IsEntered(_gate))'
        private static bool LockSigns(SyntaxNode body) => body.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText
            is "IsEntered" or "IsHeldByCurrentThread" or "IsWriteLockHeld" or "IsReadLockHeld" or "IsUpgradeableReadLockHeld" or "AssertLockHeld" or "AssertLocked" or "VerifyAccess" or "CheckAccess");

        // 'if (_frozen) return _map[key];': a volatile flag says that nobody changes it any more.
        private static bool IsAfterSignal(IOperation place) => Guard.Of(place).Any(condition =>
            condition.Condition.DescendantsAndSelf().Any(operation => operation is IFieldReferenceOperation { Field: { IsVolatile: true, Type.SpecialType: SpecialType.System_Boolean } }));

        // A lock whose object cannot be read may be the one.
        private bool MayHoldAnother(IOperation place, IOperation body)
        {
            for (var (inner, outer) = (place, place.Parent); outer is not null && inner != body; (inner, outer) = (outer, outer.Parent))
            {
                switch (outer)
                {
                    case ILockOperation { LockedValue: var locked } when inner != locked
                        && locked.Unwrapped() is not (IObjectCreationOperation or ITypeOfOperation) && model.Paths.Read(locked, cancellationToken) is null:
                    case IUsingOperation { Resources: var resources } when inner != resources && MayBeLock(resources):
                        return true;
                }
            }

            return body.Executed().Any(operation => operation.Syntax.SpanStart < place.Syntax.SpanStart && operation switch
            {
                IUsingDeclarationOperation { DeclarationGroup: var declaration } => MayBeLock(declaration),
                IInvocationOperation call => IsUnreadLock(call),
                _ => false,
            });
        }

        private bool MayBeLock(IOperation resources) =>
            resources.DescendantsAndSelf().Any(operation => operation switch
            {
                IInvocationOperation call => LockUse.TryGet(call, model.Types) is { } use ? !IsRead(use) : SoundsLikeALock(call.TargetMethod.Name) || SoundsLikeALock(call.TargetMethod.ContainingType.Name),
                IObjectCreationOperation { Type.Name: var name } => SoundsLikeALock(name),
                _ => false,
            });

        private bool IsUnreadLock(IInvocationOperation call)
        {
            if (LockUse.TryGet(call, model.Types) is { } use)
            {
                return use.Verb is LockVerb.Acquire or LockVerb.TryAcquire or LockVerb.AcquireScope && !IsRead(use);
            }

            var method = call.TargetMethod;
            return LockUse.IsLockName(method.Name) && !IsOfThreading(method.ContainingType)
                && (method.Name.StartsWith("Lock", System.StringComparison.Ordinal) || method.Name.StartsWith("Enter", System.StringComparison.Ordinal)
                    || SoundsLikeALock(method.ContainingType.Name) || SoundsLikeALock(method.Name));
        }

        // A semaphore whose count is not known is a lock perhaps.
        private bool IsRead(LockUse use) =>
            model.Paths.Read(use.Target, cancellationToken) is { } path && (use.Family is not (LockFamily.Semaphore or LockFamily.Custom) || IsGuard(path));

        private static bool IsOfThreading(INamedTypeSymbol type) => type.IsNamed("System.Threading", type.Name);

        private static bool SoundsLikeALock(string name) =>
            name.Contains("Lock") || name.Contains("Mutex") || name.Contains("Semaphore") || name.Contains("Critical") || name.Contains("Exclusive") || name.Contains("Synchroniz");

        // Threads that were waited for are no more.
        private static bool WaitsBefore(IOperation place, IOperation body) => body.Executed().Any(operation =>
            operation is IInvocationOperation { TargetMethod: { Name: "Join" or "WaitAll" or "WhenAll" or "Wait" or "For" or "ForEach" or "ForEachAsync" or "Invoke" } method }
            && operation.Syntax.SpanStart < place.Syntax.SpanStart && !place.IsWithin(operation)
            && (method.ContainingType.IsNamed("System.Threading", "Thread") || method.ContainingType.IsNamed("System.Threading.Tasks", "Task") || method.ContainingType.IsNamed("System.Threading.Tasks", "Parallel")));
    }
}
