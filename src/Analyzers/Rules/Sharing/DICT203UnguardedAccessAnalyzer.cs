using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>DICT203: a dictionary or set is used without the lock that most of the accesses to it hold.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT203UnguardedAccessAnalyzer : RuleAnalyzer
{
    /// <summary>The property of a diagnostic that says in which way the access is not guarded.</summary>
    internal const string FaultProperty = "DICT203.Fault";

    /// <summary>The lock, as it is written where the access stands; absent where it cannot be written there.</summary>
    internal const string LockProperty = "DICT203.Lock";

    /// <summary>How the lock is taken there.</summary>
    internal const string FormProperty = "DICT203.Form";

    /// <summary>The lock is written with the object whose it is.</summary>
    internal const string OwnerProperty = "DICT203.Owner";

    /// <summary>The lock is held where the view leaves.</summary>
    internal const string HeldProperty = "DICT203.Held";

    /// <summary>Creates the rule.</summary>
    public DICT203UnguardedAccessAnalyzer()
        : base(Descriptors.DICT203UnguardedAccess)
    {
    }

    private protected override void Register(RuleRegistration registration)
    {
        var model = registration.Model;
        var members = new GuardedMembers(model);
        registration.OnOperation(context => Analyze(context, model, members), OperationKind.FieldReference, OperationKind.PropertyReference);

        // Most types take no locks.
        registration.OnOperation(
            (_, block) => block.OwningSymbol.ContainingType is { TypeKind: TypeKind.Class } type && model.Locks.MayBeTakenIn(type, block.CancellationToken),
            context => Analyze(context, model, members),
            OperationKind.LocalReference);
    }

    private static void Analyze(OperationContext context, CompilationModel model, GuardedMembers members)
    {
        var candidates = context.Operation is ILocalReferenceOperation local
            ? members.Of(local, context.CancellationToken)
            : members.Of((IMemberReferenceOperation)context.Operation, context.CancellationToken);
        foreach (var guarded in candidates)
        {
            foreach (var found in guarded.At(context.Operation.Syntax))
            {
                // Which delegate comes to it unlocked says more.
                if (model.Captured.At(found.Access.Place, context.CancellationToken) is null)
                {
                    Report(context, guarded, found);
                }
            }
        }
    }

    private static void Report(OperationContext context, GuardedMember guarded, UnguardedAccess found)
    {
        var (access, fault) = (found.Access, found.Fault);
        var place = PlaceOf(access);
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.DICT203UnguardedAccess,
            place.GetLocation(),
            [access.Reference.Syntax.GetLocation(), PlaceOf(guarded.Example).GetLocation()],
            PropertiesOf(guarded, found),
            place.Shortened(),
            fault switch
            {
                GuardFault.NotHeld => "does not hold",
                GuardFault.HeldForReading => "holds only for reading",
                _ => "gives out a live view without",
            },
            NameOf(guarded.Guard),
            found is { Fault: GuardFault.Leaves, IsHeld: true } ? guarded.Holders - 1 : guarded.Holders,
            guarded.Member.Name,
            ConsequenceOf(access, fault)));
    }

    private static ImmutableDictionary<string, string?> PropertiesOf(GuardedMember guarded, UnguardedAccess found)
    {
        var properties = ImmutableDictionary<string, string?>.Empty.Add(FaultProperty, found.Fault.ToString());
        if (found.IsHeld)
        {
            properties = properties.Add(HeldProperty, "true");
        }

        // 'shard.Map' is guarded by 'shard.Gate', 'this._map' by 'this._gate'.
        var owner = found.Access.Origin.Syntax is MemberAccessExpressionSyntax { Expression: var expression } ? expression.ToString() : null;
        var segments = guarded.Guard.Path.Segments;
        var text = guarded.Guard switch
        {
            { IsOfOwner: true } when segments.IsEmpty => owner ?? "this",
            { IsOfOwner: true } when segments.Length == 1 && segments[0].Member is { } gate => owner is null ? gate.Name : $"{owner}.{gate.Name}",
            { Path.Root.Kind: PathRootKind.Static } when segments.Length == 1 && segments[0].Member is { } gate =>
                SymbolEqualityComparer.Default.Equals(gate.ContainingType, guarded.Member.ContainingType) && owner is null ? gate.Name : gate.ContainingType.IsGenericType ? null : $"{gate.ContainingType.Name}.{gate.Name}",
            { Path: { Segments.IsEmpty: true, Root: { Kind: PathRootKind.Constant, Value: INamedTypeSymbol { IsGenericType: false } type } } } => $"typeof({type.Name})",
            _ => null,
        };
        if (text is null || IsOutOfReach(guarded.Guard, found) || FormOf(guarded, found) is not { } form)
        {
            return properties;
        }

        properties = properties.Add(LockProperty, text).Add(FormProperty, form);
        return owner is null ? properties : properties.Add(OwnerProperty, owner);
    }

    // Another type reads the collection and cannot name its lock.
    private static bool IsOutOfReach(GuardKey guard, UnguardedAccess found) =>
        guard.Path.LastMember is { } gate && found.Access.Reference is { SemanticModel: { } model, Syntax: var place } && !model.IsAccessible(place.SpanStart, gate);

    private static string? FormOf(GuardedMember guarded, UnguardedAccess found)
    {
        var type = guarded.Guard.Path.LastMember switch
        {
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };
        return type switch
        {
            null => "Statement",
            { Name: "ReaderWriterLockSlim" } when type.IsNamed("System.Threading", type.Name) => found.Access.Nature is AccessNature.Write ? "Write" : "Read",
            { Name: "SemaphoreSlim" } when type.IsNamed("System.Threading", type.Name) => "Semaphore",
            { Name: "Lock" } when type.IsNamed("System.Threading", type.Name) => "Statement",
            { IsReferenceType: true } when !type.IsNamed("System.Threading", type.Name) && !LockUse.IsNamedLikeALock(type) && !guarded.IsOfListedLock => "Statement",
            _ => null,
        };
    }

    private static string ConsequenceOf(CollectionAccess access, GuardFault fault) => (fault, access.Nature, access.Verb) switch
    {
        (GuardFault.Leaves, _, _) => "whoever enumerates it meets the changes of other threads, and throws",
        (_, AccessNature.Write, _) => "a change beside another thread's change or read loses entries, throws or leaves a table in which look-ups never end",
        (_, _, Verb.Enumerate or Verb.EnumerateKeys or Verb.EnumerateValues or Verb.Snapshot or Verb.None) => "it throws, or misses entries, when another thread changes the table meanwhile",
        (_, _, Verb.Count) => "it can see a change of another thread half made, and decide by it",
        _ => "a read beside another thread's change can miss the entry, throw or never end",
    };

    private static string NameOf(GuardKey guard) => guard.Path switch
    {
        { Segments.IsEmpty: true, Root: { Kind: PathRootKind.Constant, Value: ITypeSymbol type } } => $"typeof({type.Name})",
        { Segments.IsEmpty: true, Root.Kind: PathRootKind.Constant } path => $"\"{path.Root.Value}\"",
        { Segments.IsEmpty: true } => "this",
        var path => string.Join(".", path.Segments.Select(segment => segment.Member?.Name ?? "[..]")),
    };

    // 'd[k] = v' and 'd[k]++' are told whole, a loop by what it walks.
    private static SyntaxNode PlaceOf(CollectionAccess access) => access.Place switch
    {
        IForEachLoopOperation loop => loop.Collection.Syntax,
        IReturnOperation { ReturnedValue.Syntax: var returned } => returned,
        { Syntax: { Parent: AssignmentExpressionSyntax assignment } site } when assignment.Left == site => assignment,
        { Syntax: var site } when Messages.CountingOf(site) is { } counted => counted,
        { Syntax: { Parent: ConditionalAccessExpressionSyntax conditional } site } when conditional.WhenNotNull == site => conditional,
        { Syntax: var site } => site,
    };
}
