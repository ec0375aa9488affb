using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether an operation makes a dictionary of the JSON that some object was written as just before, and whether that
/// object is one with members: not a dictionary, a sequence or a value, and not JSON already.
/// </summary>
internal sealed class JsonRoundTrips(KnownTypes types, NameSearch names, JsonOrigins origins, JsonValues values)
{
    // 'ToMap(o)' that calls 'Parse<T>(ToJson(o))' that calls the library.
    private const int MaximumDepth = 3;

    /// <summary>The round trips of a compilation.</summary>
    public static JsonRoundTrips Of(CompilationModel model) => new(model.Types, model.Names, new JsonOrigins(model), new JsonValues(model.Bodies));

    /// <summary>The round trip that ends in <paramref name="call"/>; null where none does.</summary>
    public JsonRoundTrip? EndingIn(IInvocationOperation call, CancellationToken cancellationToken)
    {
        if (call.TargetMethod is { Name: "ToDictionary" } method && KnownTypes.Is(method.ContainingType, types.Enumerable))
        {
            return call.Argument(0) is { } source && (NamedPairs.Selectors(call, types) is not { Value.Value: var selector } || values.AreGivenBy(selector))
                ? OfEnumerated(call, source, call.Type, cancellationToken)
                : null;
        }

        if (ReadingOf(call, MaximumDepth, cancellationToken) is not { } reading)
        {
            return OfWalker(call, cancellationToken);
        }

        if (!IsDictionary(reading.Type) || origins.Of(reading.Json, reading.Calls, cancellationToken) is not { } origin)
        {
            return null;
        }

        // What a helper does all by itself is said there.
        var isOfCallee = origin.Outermost > 0 && !reading.IsOfCaller;
        return isOfCallee || !IsObject(origin.Source, cancellationToken) ? null : new JsonRoundTrip(call, reading.Type, origin);
    }

    /// <summary>The round trip that ends in the copy of a JSON object that <paramref name="creation"/> makes; null where none does.</summary>
    public JsonRoundTrip? EndingIn(IObjectCreationOperation creation, CancellationToken cancellationToken) =>
        creation.Arguments is [{ Value: var source }, ..] && IsDictionary(creation.Type) && JsonCalls.Enumerated(JsonOrigins.Bare(source)) is not null
            ? OfEnumerated(creation, source, creation.Type, cancellationToken)
            : null;

    /// <summary>The round trip that ends in a loop that puts the members of a JSON object into a dictionary; null where it does not.</summary>
    public JsonRoundTrip? EndingIn(IForEachLoopOperation loop, CancellationToken cancellationToken) =>
        JsonCalls.Enumerated(JsonOrigins.Bare(loop.Collection)) is not null && loop.Body.Executed().Any(operation => Fills(operation, loop))
            ? OfEnumerated(loop.Collection, loop.Collection, null, cancellationToken)
            : null;

    // 'Flatten("", JsonSerializer.SerializeToElement(o), map)': a helper that puts the members of a document into a dictionary.
    private JsonRoundTrip? OfWalker(IInvocationOperation call, CancellationToken cancellationToken)
    {
        if (call.TargetMethod.DeclaringSyntaxReferences.IsEmpty)
        {
            return null;
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { Ordinal: var position, Type: var type } && JsonCalls.IsDocument(type)
                && origins.Of(argument.Value, [], cancellationToken) is { } origin && IsObject(origin.Source, cancellationToken)
                && call.TargetMethod.OriginalDefinition is var walker && values.BodyOf(walker, cancellationToken) is { } body && Collects(body, walker, walker.Parameters[position]))
            {
                return new JsonRoundTrip(call, null, origin);
            }
        }

        return null;
    }

    // What the helper stores is a member of the document, or what it is called with again is.
    private bool Collects(IOperation body, IMethodSymbol walker, IParameterSymbol document)
    {
        var loops = body.Descendants().OfType<IForEachLoopOperation>()
            .Where(loop => JsonCalls.Enumerated(JsonOrigins.Bare(loop.Collection)) is { } walked && SymbolEqualityComparer.Default.Equals(JsonOrigins.Bare(walked).SymbolOfVariable(), document)).ToArray();
        return loops.Any(loop => loop.Body.Executed().Any(operation => Fills(operation, loop)))
            || (loops.Any(loop => loop.Body.Executed().Any(operation => operation is IInvocationOperation again && SymbolEqualityComparer.Default.Equals(again.TargetMethod.OriginalDefinition, walker)))
                && body.Descendants().Any(operation => DictionaryUse.TryGet(operation, types) is { Key: not null, Value: { } value, Verb: Verb.Insert or Verb.InsertOrThrow or Verb.Upsert or Verb.Overwrite } use
                    && IsDictionary(use.Receiver.Type) && values.AreIn(value, [document])));
    }

    private JsonRoundTrip? OfEnumerated(IOperation reader, IOperation source, ITypeSymbol? dictionary, CancellationToken cancellationToken)
    {
        source = JsonOrigins.Bare(source);
        while (source is IInvocationOperation step && LazyOperators.Of(step.TargetMethod, types) is Laziness.Defers or Laziness.Buffers && step.Argument(0) is { } previous)
        {
            if (!values.Outlast(step))
            {
                return null;
            }

            source = JsonOrigins.Bare(previous);
        }

        return JsonCalls.Enumerated(source) is { } json && origins.Of(json, [], cancellationToken) is { } origin && IsObject(origin.Source, cancellationToken)
            ? new JsonRoundTrip(reader, dictionary, origin)
            : null;
    }

    private JsonReading? ReadingOf(IInvocationOperation call, int depth, CancellationToken cancellationToken)
    {
        if (JsonCalls.ReadType(call) is { } type)
        {
            return JsonCalls.ReadText(call) is { } json ? new JsonReading(json, type, [], IsOfCaller: false) : null;
        }

        // What only passes its own type parameter on makes what its caller asks for.
        if (depth == 0 || call.TargetMethod.DeclaringSyntaxReferences.IsEmpty || Awaited(call.TargetMethod.ReturnType) is not { } result
            || !(IsDictionary(result) || (depth < MaximumDepth && result is ITypeParameterSymbol))
            || origins.ResultOf(call, cancellationToken) is not IInvocationOperation inner
            || ReadingOf(inner, depth - 1, cancellationToken) is not { } reading)
        {
            return null;
        }

        return reading.Type is ITypeParameterSymbol
            ? reading with { Type = result, Calls = reading.Calls.Insert(0, call), IsOfCaller = true }
            : reading with { Calls = reading.Calls.Insert(0, call) };
    }

    private static ITypeSymbol? Awaited(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } && type.IsNamed("System.Threading.Tasks", type.Name) ? result : type;

    // Names of members are strings.
    private bool IsDictionary(ITypeSymbol? type) => type switch
    {
        null or ITypeParameterSymbol => false,
        { TypeKind: TypeKind.Dynamic } => true,
        _ when JsonCalls.IsDocument(type) => false,
        _ => types.KindOf(type) switch
        {
            CollectionKind.None => false,
            CollectionKind.ExpandoObject or CollectionKind.Hashtable or CollectionKind.NameValueCollection => true,
            _ => type.IsNamed("System.Collections", "IDictionary")
                || KnownTypes.KeyTypeOf(type)?.SpecialType is SpecialType.System_String or SpecialType.System_Object,
        },
    };

    private bool Fills(IOperation operation, IForEachLoopOperation loop) =>
        DictionaryUse.TryGet(operation, types) is { Key: { } key } use
        && use.Verb is Verb.Insert or Verb.InsertOrThrow or Verb.Upsert or Verb.Overwrite
        && IsDictionary(use.Receiver.Type)
        && key.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(local => loop.Locals.Contains(local.Local, SymbolEqualityComparer.Default))
        && (use.Value is not { } value || values.AreIn(value, loop.Locals));

    private bool IsObject(IOperation source, CancellationToken cancellationToken) => source switch
    {
        IParameterReferenceOperation { Parameter: var parameter } when parameter.Type.SpecialType is SpecialType.System_Object || parameter.Type is ITypeParameterSymbol =>
            HasMembers(parameter.Type) is not false && !IsTestedForOther(source, parameter) && IsGivenObjects(parameter, cancellationToken),
        { Type: ITypeParameterSymbol type } => HasMembers(type) is not false,
        { Type: { } type } => HasMembers(type) is true,
        _ => false,
    };

    // 'if (o is string or JsonObject) { .. }'
    private bool IsTestedForOther(IOperation source, IParameterSymbol parameter)
    {
        for (var (inner, outer) = (source, source.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            if (outer is IConditionalOperation choice && choice.WhenTrue == inner && Conjuncts(choice.Condition).Any(test => IsOther(test, parameter)))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<IOperation> Conjuncts(IOperation condition) =>
        condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both ? Conjuncts(both.LeftOperand).Concat(Conjuncts(both.RightOperand)) : [condition];

    private bool IsOther(IOperation test, IParameterSymbol parameter) => test switch
    {
        IIsTypeOperation { ValueOperand: var value, TypeOperand: var type, IsNegated: false } => IsNamed(value, parameter) && HasMembers(type) is false,
        IIsPatternOperation { Value: var value, Pattern: var pattern } => IsNamed(value, parameter) && IsOther(pattern),
        _ => false,
    };

    private bool IsOther(IPatternOperation pattern) => pattern switch
    {
        ITypePatternOperation { MatchedType: var type } => HasMembers(type) is false,
        IDeclarationPatternOperation { MatchedType: { } type, MatchesNull: false } => HasMembers(type) is false,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => IsOther(either.LeftPattern) && IsOther(either.RightPattern),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => IsOther(both.LeftPattern) || IsOther(both.RightPattern),
        _ => false,
    };

    private static bool IsNamed(IOperation value, IParameterSymbol parameter) => SymbolEqualityComparer.Default.Equals(value.Unwrapped().SymbolOfVariable(), parameter);

    // Null where it can be anything.
    private bool? HasMembers(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Dynamic } => null,
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.Select(HasMembers).FirstOrDefault(known => known is not null),
        { SpecialType: not SpecialType.None } or { IsTupleType: true } => false,
        { TypeKind: not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface) } => false,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } => HasMembers(value),
        { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => false,
        _ => !JsonCalls.IsDocument(type) && !JsonCalls.HasConverter(type) && types.KindOf(type) is CollectionKind.None
            && !IsSequence(type) && !type.AllInterfaces.Any(IsSequence),
    };

    private static bool IsSequence(ITypeSymbol type) => type.IsNamed("System.Collections", "IEnumerable") || type.IsNamed("System.Collections.Generic", "IAsyncEnumerable");

    // A helper that takes anything, and is only given what is a dictionary or JSON already, makes none.
    private bool IsGivenObjects(IParameterSymbol parameter, CancellationToken cancellationToken)
    {
        if (parameter.ContainingSymbol is not (IMethodSymbol { MethodKind: MethodKind.LocalFunction } or IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private })
            || parameter.ContainingSymbol is not IMethodSymbol method || names.Of(method, cancellationToken) is not { } uses)
        {
            return true;
        }

        var given = uses.OfType<IInvocationOperation>().Select(call => call.Argument(parameter.Ordinal)?.Unwrapped().Type).OfType<ITypeSymbol>().ToArray();
        return given.Length == 0 || given.Any(type => HasMembers(type) is not false);
    }
}
