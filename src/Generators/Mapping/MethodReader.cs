using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>What does the signature of one method ask for, and can it be made?</summary>
internal sealed class MethodReader(
    IMethodSymbol method,
    AttributeData mapper,
    SourceMembers sourceMembers,
    IReadOnlyList<ListedPath>? include,
    IReadOnlyList<ListedPath>? exclude,
    Func<ISymbol, bool>? isSensitive,
    CancellationToken cancellationToken)
{
    /// <summary>The type that views derive from.</summary>
    public const string ViewType = "DictionaryView";

    /// <summary>The type of an error of the way back.</summary>
    public const string ErrorType = "DictionaryMappingError";

    private readonly List<MappingProblem> _problems = [];

    public IReadOnlyList<MappingProblem> Problems => _problems;

    /// <summary>The ids of experimental members that are read.</summary>
    public IReadOnlyList<string> Suppressed { get; private set; } = [];

    /// <summary>Whether a signature asks for anything that can be made.</summary>
    public static bool HasKnownShape(IMethodSymbol method) => Shape(method) is not null;

    /// <summary>The model; null when it cannot be made, and then there is a problem that says why.</summary>
    public MethodModel? Read()
    {
        // What the compiler does not find would be written down again.
        if (Shape(method) is not { } shape || !Signatures.IsWhole(method, cancellationToken))
        {
            _problems.Add(new MappingProblem(MappingProblemKind.UnknownSignature, method));
            return null;
        }

        if (!sourceMembers.CanName(method))
        {
            var types = method.Parameters.Select(parameter => parameter.Type).Concat([method.ReturnType]);
            _problems.Add(new MappingProblem(MappingProblemKind.TypeOfAlias, method) { Type = types.FirstOrDefault(type => !sourceMembers.CanName(type)) ?? method.ReturnType });
            return null;
        }

        return shape.Shape is MappingShape.FromDictionary or MappingShape.TryFromDictionary ? Backward(shape.Shape, shape.Value) : Forward(shape.Shape, shape.Value);
    }

    private static (MappingShape Shape, ITypeSymbol Value)? Shape(IMethodSymbol method)
    {
        if (method is { ReturnsByRef: true } or { ReturnsByRefReadonly: true } or { IsStatic: false } or { IsAsync: true } or { IsExtern: true } || method.Parameters.Length == 0
            || method.Parameters.Any(parameter => parameter.IsParams || parameter.Name.Length == 0))
        {
            return null;
        }

        if (method.Parameters.Any(parameter => parameter.RefKind == RefKind.Out))
        {
            return Try(method);
        }

        if (method.Parameters.Length == 1 && DictionaryTypes.ValueOf(method.ReturnType, DictionaryTypes.Concrete) is { } made)
        {
            return (MappingShape.Dictionary, made);
        }

        if (method is { ReturnsVoid: true, Parameters: [_, { RefKind: RefKind.None } target] }
            && (DictionaryTypes.ValueOf(target.Type, DictionaryTypes.Interface) ?? DictionaryTypes.ValueOf(target.Type, DictionaryTypes.Concrete)) is { } written)
        {
            return (MappingShape.CopyTo, written);
        }

        return method.Parameters.Length == 1 ? View(method) ?? Back(method) : null;
    }

    private static (MappingShape Shape, ITypeSymbol Value)? Back(IMethodSymbol method) =>
        !method.ReturnsVoid && method.Parameters[0].RefKind == RefKind.None && DictionaryTypes.ReadableValueOf(method.Parameters[0].Type) is { } value
            ? (MappingShape.FromDictionary, value)
            : null;

    private static (MappingShape Shape, ITypeSymbol Value)? Try(IMethodSymbol method) =>
        method is { ReturnType.SpecialType: SpecialType.System_Boolean, Parameters: [{ RefKind: RefKind.None } values, { RefKind: RefKind.Out }, ..] and { Length: <= 3 } }
        && DictionaryTypes.ReadableValueOf(values.Type) is { } value
        && (method.Parameters.Length == 2 || (method.Parameters[2].RefKind == RefKind.Out && IsErrors(method.Parameters[2].Type)))
            ? (MappingShape.TryFromDictionary, value)
            : null;

    private static bool IsErrors(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: [var error] } && (error.SpecialType == SpecialType.System_String || TypeNames.IsOurs(error, ErrorType)) && TypeNames.Is(type.OriginalDefinition, "System.Collections.Generic.IReadOnlyList`1");

    /// <summary>A view: any of the interfaces that it has, or the type that views derive from, which is generated and so may not be known yet.</summary>
    private static (MappingShape Shape, ITypeSymbol Value)? View(IMethodSymbol method)
    {
        if (DictionaryTypes.ValueOf(method.ReturnType, DictionaryTypes.ReadOnlyInterface) is { } value && DictionaryTypes.IsAnything(value))
        {
            return (MappingShape.View, value);
        }

        if (DictionaryTypes.PairValueOf(method.ReturnType) is { } paired && DictionaryTypes.IsAnything(paired))
        {
            return (MappingShape.View, paired);
        }

        // A question mark after a type that is not known yet reads as one after a structure.
        return TypeNames.IsOurs(TypeShapes.Underlying(method.ReturnType), ViewType) && method.ContainingType.BaseType is { } anything ? (MappingShape.View, anything) : null;
    }

    /// <summary>The shapes that go from an object to a dictionary.</summary>
    private MethodModel? Forward(MappingShape shape, ITypeSymbol valueType)
    {
        var source = method.Parameters[0];
        var type = TypeShapes.Underlying(source.Type);
        if (!TypeShapes.IsObject(type))
        {
            _problems.Add(new MappingProblem(MappingProblemKind.SourceNotMappable, method) { Type = source.Type });
            return null;
        }

        var mapping = KnownAttributes.Find(method, KnownAttributes.Mapping);
        var options = OptionsReader.Read(mapper, mapping);
        var dictionary = DictionaryTypes.Model(valueType);
        if (options.NestedObjects == Nesting.Nest && dictionary.Values != DictionaryValues.Objects)
        {
            _problems.Add(new MappingProblem(MappingProblemKind.CannotNest, method) { Attribute = mapping ?? mapper, Argument = "NestedObjects", Type = valueType });
            return null;
        }

        var objects = new ObjectReader(method, sourceMembers, options, dictionary, valueType, isSensitive, cancellationToken);
        var models = objects.Read(type, PathNode.Read(include), PathNode.Read(exclude));
        _problems.AddRange(objects.Problems);
        Suppressed = [.. objects.Suppressed];
        if (_problems.Any(problem => problem.Blocks))
        {
            return null;
        }

        var allowsNull = source.Type.NullableAnnotation == NullableAnnotation.Annotated;
        return new MethodModel
        {
            Signature = Signatures.Of(method, cancellationToken),
            Shape = shape,
            Dictionary = dictionary,
            Source = new SourceModel
            {
                Name = TypeNames.Identifier(source.Name),
                Target = shape == MappingShape.CopyTo ? TypeNames.Identifier(method.Parameters[1].Name) : "",
                IsReference = source.Type.IsReferenceType,
                IsNullableStruct = !SymbolEqualityComparer.Default.Equals(type, source.Type),
                AllowsNull = allowsNull,
                ReturnsNull = !method.ReturnsVoid && method.ReturnType.NullableAnnotation == NullableAnnotation.Annotated,
            },
            Objects = models,
            OmitsNulls = options.OmitsNulls,
            MaxDepth = options.MaxDepth,
            ThrowsAtMaxDepth = options.ThrowsAtMaxDepth,
            CountsDepth = options is { MaxDepth: > 0, NestedObjects: Nesting.Nest } && objects.CanBeDeeperThan(options.MaxDepth),
        };
    }

    /// <summary>The shapes that make an object of a dictionary. Nobody's secret is told on that way.</summary>
    private MethodModel? Backward(MappingShape shape, ITypeSymbol valueType)
    {
        var values = method.Parameters[0];
        var made = shape == MappingShape.FromDictionary ? method.ReturnType : method.Parameters[1].Type;
        var type = TypeShapes.Underlying(made);
        if (!TypeShapes.IsObject(type))
        {
            _problems.Add(new MappingProblem(MappingProblemKind.SourceNotMappable, method) { Type = made });
            return null;
        }

        var mapping = KnownAttributes.Find(method, KnownAttributes.Mapping);
        var options = OptionsReader.Read(mapper, mapping);
        var dictionary = DictionaryTypes.Model(valueType);
        if (options.NestedObjects == Nesting.Nest && dictionary.Values != DictionaryValues.Objects)
        {
            _problems.Add(new MappingProblem(MappingProblemKind.CannotNest, method) { Attribute = mapping ?? mapper, Argument = "NestedObjects", Type = valueType });
            return null;
        }

        var construction = new ConstructionReader(method, sourceMembers, options.OmitsNulls || !dictionary.AllowsNull);
        var objects = new ObjectReader(method, sourceMembers, options, dictionary, valueType, isSensitive: null, cancellationToken, construction);
        var models = objects.Read(type, PathNode.Read(include), PathNode.Read(exclude));
        _problems.AddRange(objects.Problems);
        Suppressed = [.. objects.Suppressed];
        if (_problems.Any(problem => problem.Blocks))
        {
            return null;
        }

        return new MethodModel
        {
            Signature = Signatures.Of(method, cancellationToken),
            Shape = shape,
            Dictionary = dictionary,
            Source = new SourceModel
            {
                Name = TypeNames.Identifier(values.Name),
                IsReference = true,
                AllowsNull = values.Type.NullableAnnotation == NullableAnnotation.Annotated && shape == MappingShape.FromDictionary && made.NullableAnnotation == NullableAnnotation.Annotated,
                ReturnsNull = true,
            },
            Result = shape == MappingShape.TryFromDictionary ? TypeNames.Identifier(method.Parameters[1].Name) : "",
            Errors = method.Parameters.Length > 2 ? TypeNames.Identifier(method.Parameters[2].Name) : "",
            TellsErrors = method.Parameters.Length > 2 && method.Parameters[2].Type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }] },
            Objects = models,
            OmitsNulls = options.OmitsNulls,
            MaxDepth = options.MaxDepth,
            ThrowsAtMaxDepth = options.ThrowsAtMaxDepth,
            CountsDepth = options is { MaxDepth: > 0, NestedObjects: Nesting.Nest } && objects.CanBeDeeperThan(options.MaxDepth),
            CopiesValues = DictionaryTypes.ValueOf(values.Type, DictionaryTypes.Interface) is not null,
        };
    }
}
