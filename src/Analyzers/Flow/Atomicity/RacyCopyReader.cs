using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether an operation copies a concurrent dictionary in two steps, by the table of <see cref="RacyCopies"/>. A parameter
/// may be assumed to be one, whatever its type says.
/// </summary>
internal sealed class RacyCopyReader(CompilationModel model, IParameterSymbol? assumed = null)
{
    private const string ArgumentException = nameof(ArgumentException);
    private const int MaximumDepth = 16;

    // '.NET Framework', and what may run on it, has neither the operators of LINQ that know their count nor such a queue.
    private readonly bool isCore = model.Rules is not FrameworkRules.Oldest;
    private readonly bool setsCount = model.Types.CollectionsMarshal?.GetMembers("SetCount").IsEmpty is false;

    /// <summary>The copy that <paramref name="operation"/> makes; null when it makes none, or one that is atomic.</summary>
    public RacyCopy? Read(IOperation operation, CancellationToken cancellationToken) => operation switch
    {
        IInvocationOperation call => OfCall(call, cancellationToken),
        IObjectCreationOperation creation => OfCreation(creation, cancellationToken),
        ISpreadOperation spread => OfSpread(spread, cancellationToken),
        IForEachLoopOperation { IsAsynchronous: false } loop => OfWalk(loop, cancellationToken),
        _ => null,
    };

    private RacyCopy? OfCall(IInvocationOperation call, CancellationToken cancellationToken)
    {
        var method = call.TargetMethod;
        if (method.ContainingType is not { } type || !MayCopy(method.Name))
        {
            return null;
        }

        if (KnownTypes.Is(type, model.Types.Enumerable))
        {
            return call.Argument(0) is { } source && !call.IsEndlessChain()
                && Shape(source, cancellationToken) is var sequence && IsCopied(call, sequence.Shape)
                    ? Found(sequence, method.Name, call)
                    : null;
        }

        if (method.Name == "CopyTo")
        {
            return type is { TypeKind: TypeKind.Interface, Name: "ICollection" } && call.Instance is { } copied
                && Shape(copied, cancellationToken) is { Shape: CopyShape.Itself } itself
                    ? Found(itself, method.Name, call)
                    : null;
        }

        // The builders of immutable collections have their collection's name for this table.
        var owner = type is { Name: "Builder", ContainingType: { Name: "ImmutableList" } outer } ? outer : type;
        if (owner.ContainingType is not null)
        {
            return null;
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Type is { TypeKind: TypeKind.Interface }
                && Shape(argument.Value, cancellationToken) is { Shape: not CopyShape.None } sequence)
            {
                return RacyCopies.IsCopiedBy(owner.ContainingNamespace.ToDisplayString(), owner.Name, method.Name, sequence.Shape)
                    ? Found(sequence, method.Name, call)
                    : null;
            }
        }

        return null;
    }

    private RacyCopy? OfCreation(IObjectCreationOperation creation, CancellationToken cancellationToken)
    {
        if (creation is not { Arguments: [{ Parameter.Type.TypeKind: TypeKind.Interface } first, ..], Type: INamedTypeSymbol { ContainingType: null } type }
            || type.Name is not ("List" or "Stack" or "Queue" or "SortedSet" or "ObservableCollection" or "SortedList" or "ArrayList" or "HashSet"
                or "LinkedList" or "Dictionary")
            || Shape(first.Value, cancellationToken) is not { Shape: not CopyShape.None } sequence)
        {
            return null;
        }

        return RacyCopies.IsCopiedByNew(type.ContainingNamespace.ToDisplayString(), type.Name, sequence.Shape, isCore)
            ? Found(sequence, "new " + type.Name, creation)
            : null;
    }

    private RacyCopy? OfSpread(ISpreadOperation spread, CancellationToken cancellationToken)
    {
        if (spread.Parent is not ICollectionExpressionOperation collection || Shape(spread.Operand, cancellationToken) is not { Shape: not CopyShape.None } sequence)
        {
            return null;
        }

        var type = spread.Operand.Type;
        var isCounted = type is not null
            && (type.OriginalDefinition.SpecialType is not SpecialType.System_Collections_Generic_IEnumerable_T) && sequence.Shape is CopyShape.Itself;
        var facts = new SpreadFacts(
            collection.Type, collection.ConstructMethod, collection.Elements.Length == 1, spread.ElementConversion.IsIdentity, isCounted, setsCount);
        var exception = isCounted && !(facts is { IsSole: true, KeepsType: true, Target: not { Name: "IList" or "ICollection" } })
            ? "IndexOutOfRangeException"
            : ArgumentException;
        return RacyCopies.IsCopiedBySpread(facts, sequence.Shape) ? Found(sequence, "[..]", spread) with { Exception = exception } : null;
    }

    private RacyCopy? OfWalk(IForEachLoopOperation loop, CancellationToken cancellationToken) =>
        !loop.Collection.IsEndlessChain() && Shape(loop.Collection, cancellationToken) is var sequence && RacyCopies.IsBuffered(sequence.Shape)
            ? Found(sequence, "foreach", loop)
            : null;

    // What buffers is to blame rather than what walks the buffer.
    private static RacyCopy Found(Sequence sequence, string copier, IOperation site) =>
        new(sequence.Source!, sequence.Buffer ?? copier, site, ArgumentException);

    // The cheap question: names first.
    private static bool MayCopy(string method) => method
        is "ToArray" or "ToList" or "ToDictionary" or "ToHashSet" or "ToLookup" or "Aggregate" or "All" or "Average" or "Sum" or "Min" or "Max"
        or "MinBy" or "MaxBy" or "LongCount" or "SequenceEqual" or "Single" or "SingleOrDefault" or "Any" or "Count" or "First" or "FirstOrDefault" or "Last" or "LastOrDefault"
        or "AddRange" or "InsertRange" or "ToImmutableArray" or "ToImmutableList" or "ToImmutableSortedSet" or "CreateRange" or "CopyTo"
        or "UnionWith" or "ExceptWith" or "IntersectWith" or "Join" or "Concat";

    private static bool IsCopied(IInvocationOperation call, CopyShape source) =>
        RacyCopies.IsCopiedBy(call.TargetMethod.Name, hasPredicate: call.TargetMethod.Parameters.Length > 1, source);

    private Sequence Shape(IOperation operation, CancellationToken cancellationToken) => Shape(operation, 0, cancellationToken);

    private Sequence Shape(IOperation operation, int depth, CancellationToken cancellationToken)
    {
        operation = operation.Unwrapped().ResolvedReceiver().Unwrapped();
        if (depth == MaximumDepth)
        {
            return default;
        }

        switch (operation)
        {
            case ITranslatedQueryOperation query:
                return Shape(query.Operation, depth + 1, cancellationToken);
            case IConditionalAccessOperation access:
                return Shape(access.WhenNotNull, depth + 1, cancellationToken);
            case IInvocationOperation call when KnownTypes.Is(call.TargetMethod.ContainingType, model.Types.Enumerable):
                return ShapeOfOperator(call, depth, cancellationToken);
            case ILocalReferenceOperation when model.Paths.Origin(operation) is IInvocationOperation or ITranslatedQueryOperation or IConditionalAccessOperation
                && model.Paths.Origin(operation) is var query && query != operation && model.Types.KindOf(query.Type) is CollectionKind.None:
                return Shape(query, depth + 1, cancellationToken);
            default:
                return IsDictionary(operation, cancellationToken) ? new Sequence(CopyShape.Itself, operation, null) : default;
        }
    }

    private Sequence ShapeOfOperator(IInvocationOperation call, int depth, CancellationToken cancellationToken)
    {
        var name = call.TargetMethod.Name;
        if (call.Argument(0) is not { } first || LazyOperators.Of(call.TargetMethod, model.Types) is Laziness.Unknown or Laziness.Consumes)
        {
            return default;
        }

        var source = Shape(first, depth + 1, cancellationToken);
        if (source.Shape is not CopyShape.None)
        {
            // 'Cast' to the type that the elements have gives the same object.
            var isSame = name == "Cast" && source.Shape is CopyShape.Itself
                && SymbolEqualityComparer.Default.Equals(ElementOf(call.Type), PairOf(source.Source!.Type));
            var shape = isSame ? CopyShape.Itself : RacyCopies.After(name, source.Shape);
            return shape is CopyShape.Joined && !CountsParts(call, other: 1)
                ? default
                : new Sequence(shape, source.Source, source.Buffer ?? (RacyCopies.IsBuffered(shape) ? name : null));
        }

        return name == "Concat" && call.Argument(1) is { } second && Shape(second, depth + 1, cancellationToken) is var appended
            && RacyCopies.AfterSecond(name, appended.Shape) is var joined && (joined is not CopyShape.Joined || CountsParts(call, other: 0))
                ? new Sequence(joined, appended.Source, null)
                : default;
    }

    // The parts are copied where each of them is a collection; where one is not, all of them are walked.
    private bool CountsParts(IInvocationOperation call, int other) =>
        isCore && (call.TargetMethod.Name != "Concat"
            || (call.Argument(other)?.Unwrapped().Type is { } type && (type is IArrayTypeSymbol || model.Types.KindOf(type) is not CollectionKind.None)));

    private bool IsDictionary(IOperation operation, CancellationToken cancellationToken)
    {
        if (assumed is not null && operation is IParameterReferenceOperation { Parameter: var parameter } && SymbolEqualityComparer.Default.Equals(parameter, assumed))
        {
            return true;
        }

        switch (model.Types.KindOf(operation.Type))
        {
            case CollectionKind.ConcurrentDictionary:
                return true;
            case CollectionKind.Interface:
                return HoldsPairs(operation.Type) && model.Kinds.Of(operation, cancellationToken) is CollectionKind.ConcurrentDictionary;
            case CollectionKind.None:
                return operation is ILocalReferenceOperation && operation.Type is INamedTypeSymbol { TypeKind: TypeKind.Interface } && HoldsPairs(operation.Type)
                    && model.Types.KindOf(model.Paths.Origin(operation).Type) is CollectionKind.ConcurrentDictionary;
            default:
                return false;
        }
    }

    // 'IDictionary<K, V>', 'IEnumerable<KeyValuePair<K, V>>', 'IDictionary'.
    private static bool HoldsPairs(ITypeSymbol? type) => type is INamedTypeSymbol named
        && (named.TypeArguments.Length == 2 || named.TypeArguments is [{ Name: "KeyValuePair" }] || named.Name is "IDictionary" or "ICollection");

    private static ITypeSymbol? ElementOf(ITypeSymbol? sequence) => sequence is INamedTypeSymbol { TypeArguments: [var element] } ? element : null;

    private static ITypeSymbol? PairOf(ITypeSymbol? dictionary) => dictionary?.AllInterfaces
        .Append(dictionary as INamedTypeSymbol)
        .FirstOrDefault(candidate => candidate?.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0];

    // Buffer is the name of the operator that buffers, where one does.
    private readonly record struct Sequence(CopyShape Shape, IOperation? Source, string? Buffer);
}
