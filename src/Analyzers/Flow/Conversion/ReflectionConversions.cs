using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Generators.Mapping;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Finds the conversions of an object to a dictionary that read one member after the other by reflection: a read, in a walk over
/// members, whose value is put beside a name of the same member.
/// </summary>
internal sealed class ReflectionConversions
{
    private const int MaximumSteps = 6;

    private readonly CompilationModel model;
    private readonly MemberWalks walks;
    private readonly PairFlow pairs;

    public ReflectionConversions(CompilationModel model)
    {
        this.model = model;
        walks = new MemberWalks(model, new MemberLists(model));
        pairs = new PairFlow(model);
    }

    /// <summary>The conversion whose read of a member <paramref name="operation"/> is, the first where several read the same object; null where there is none.</summary>
    public ReflectionConversion? At(IOperation operation, CancellationToken cancellationToken)
    {
        if (ReadBy(operation, cancellationToken) is not { } read || Find(read, cancellationToken) is not { } conversion || model.Once.Contains(Outermost(conversion), cancellationToken) || IsFallback(operation))
        {
            return null;
        }

        return IsFirst(read, cancellationToken) ? conversion : null;
    }

    private ReflectionConversion? Find(MemberRead read, CancellationToken cancellationToken) =>
        walks.Of(read.Member, cancellationToken) is { } walk && pairs.Of(read.Operation, walk.Variables, cancellationToken) is { } sink
            ? new ReflectionConversion(read, walk, sink)
            : null;

    // The read itself, or a call of a helper that reads the member it is given.
    private MemberRead? ReadBy(IOperation operation, CancellationToken cancellationToken)
    {
        if (ReflectionMembers.ReadOf(operation) is { } read)
        {
            return read.Operation is IInvocationOperation { TargetMethod.Name: "Invoke" }
                ? Getter(read.Member) is { } property ? read with { Member = property } : null
                : read;
        }

        if (operation is not IInvocationOperation { TargetMethod: { ReturnsVoid: false } method } call
            || call.Type?.SpecialType is SpecialType.System_Boolean
            || (MemberParameter(call) ?? NameParameter(call)) is not { } member
            || method.DeclaringSyntaxReferences.IsEmpty
            || call.Argument(member.Ordinal) is not { } given
            || model.Bodies.Of(method, cancellationToken) is not { } body)
        {
            return null;
        }

        foreach (var inner in body.Operation.Executed())
        {
            if (ReflectionMembers.ReadOf(inner) is { Member: var readMember, Source: var source } && IsFrom(readMember, member.OriginalDefinition, body, MaximumSteps) && GivenFor(source, call) is { } sourceGiven)
            {
                return new MemberRead(call, given.Unwrapped(), sourceGiven.Unwrapped());
            }
        }

        return null;
    }

    // 'object? Get(object source, string name)' that looks the member up.
    private static IParameterSymbol? NameParameter(IInvocationOperation call) =>
        call is not { Type.SpecialType: SpecialType.System_Object, Arguments: [{ Parameter: { } one }, { Parameter: { } other }] } ? null
        : IsName(one) && IsAny(other) ? one
        : IsName(other) && IsAny(one) ? other
        : null;

    private static bool IsName(IParameterSymbol parameter) => parameter.Type.SpecialType is SpecialType.System_String;

    private static bool IsAny(IParameterSymbol parameter) => parameter.OriginalDefinition.Type is { SpecialType: SpecialType.System_Object } or ITypeParameterSymbol;

    // The object that a helper reads: one that it is given, its own, or one that it sees where it is declared.
    private static IOperation? GivenFor(IOperation source, IInvocationOperation call) => source switch
    {
        IParameterReferenceOperation { Parameter: var parameter } when IsOf(parameter, call.TargetMethod) => call.Argument(parameter.Ordinal),
        IInstanceReferenceOperation => call.Instance,
        IParameterReferenceOperation => source,
        ILocalReferenceOperation { Local: var local } when !IsOf(local, call.TargetMethod) => source,
        _ => null,
    };

    private static bool IsOf(ISymbol variable, IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol?.OriginalDefinition, method.OriginalDefinition);

    private static IParameterSymbol? MemberParameter(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && ReflectionMembers.IsMember(parameter.Type))
            {
                return parameter;
            }
        }

        return null;
    }

    // 'from p in properties let getter = p.GetMethod ..': what the query carries along belongs to the member.
    private IOperation? Getter(IOperation method) =>
        method is IPropertyReferenceOperation { Property.ContainingType.IsAnonymousType: true, Instance: IParameterReferenceOperation } ? method
        : ReflectionMembers.OwnerOfGetter(method)
        ?? (method is ILocalReferenceOperation local && model.Bodies.Around(local).Locals.SoleValue(local.Local)?.Unwrapped() is { } value ? ReflectionMembers.OwnerOfGetter(value) : null);

    // 'member', 'member as PropertyInfo', 'member is PropertyInfo property', 'type.GetProperty(name)'
    private static bool IsFrom(IOperation read, IParameterSymbol member, Body body, int steps) => steps > 0 && read.Unwrapped() switch
    {
        IParameterReferenceOperation { Parameter: var parameter } => SymbolEqualityComparer.Default.Equals(parameter, member),
        ILocalReferenceOperation { Local: var local } => body.Locals.SourcesOf(local).Any(source => source.Source is { } value && IsFrom(value, member, body, steps - 1)),
        IConditionalAccessOperation access => IsFrom(access.Operation, member, body, steps - 1) || IsFrom(access.WhenNotNull, member, body, steps - 1),
        var other => ReflectionMembers.LookedUpName(other) is { } name && IsFrom(name, member, body, steps - 1),
    };

    // Where the whole conversion stands, without its own loop.
    private static IOperation Outermost(ReflectionConversion conversion) =>
        conversion.Walk.Place is IForEachLoopOperation loop ? loop : conversion.Read.Operation;

    // Code that asks a generated mapper first reads by reflection what no mapper knows.
    private static bool IsFallback(IOperation read) =>
        read.Root().Descendants().Any(operation => operation is IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: { IsStatic: true } type } } && KnownAttributes.Find(type, KnownAttributes.Mapper) is not null);

    // Properties and fields of one object that are read in one body are one conversion.
    private bool IsFirst(MemberRead read, CancellationToken cancellationToken) =>
        !read.Operation.Root().Descendants().Any(other => other.Syntax.SpanStart < read.Operation.Syntax.SpanStart
            && ReadBy(other, cancellationToken) is { } earlier && IsSameObject(earlier.Source, read.Source) && Find(earlier, cancellationToken) is not null);

    private static bool IsSameObject(IOperation one, IOperation other) =>
        one is IInstanceReferenceOperation && other is IInstanceReferenceOperation
        || (one.SymbolOfVariable() is { } variable && SymbolEqualityComparer.Default.Equals(variable, other.SymbolOfVariable()));
}
