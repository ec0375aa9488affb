using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether everything that a region of code runs is known, and none of it can touch a certain collection. Code of
/// other assemblies is harmless only where it is listed here; delegates, events, awaits and virtual calls never are.
/// </summary>
internal sealed class HarmlessCode(CompilationModel model)
{
    private const int MaximumDepth = 3;

    /// <summary>
    /// Whether running <paramref name="region"/> does to the collection of <paramref name="sequence"/> nothing but the
    /// <paramref name="known"/> operations.
    /// </summary>
    public bool Is(IOperation region, LiveSequence sequence, ImmutableArray<IOperation> known, CancellationToken cancellationToken) =>
        new Walk(model, sequence, known, cancellationToken).Is(region, 0);

    private sealed class Walk(CompilationModel model, LiveSequence sequence, ImmutableArray<IOperation> known, CancellationToken cancellationToken)
    {
        private readonly HashSet<IOperation> seen = [];

        // Lambdas count as if they were run where they are written.
        public bool Is(IOperation region, int depth) => !seen.Add(region) || region.DescendantsAndSelf().All(operation => IsHarmless(operation, depth));

        private bool IsHarmless(IOperation operation, int depth)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (DictionaryUse.TryGet(operation, model.Types) is { } use && operation is not IForEachLoopOperation)
            {
                return !use.Verb.Modifies() || known.Any(site => site.Syntax == operation.Syntax) || IsOther(use.Receiver);
            }

            return operation switch
            {
                IAwaitOperation or ILockOperation or IUsingOperation or IUsingDeclarationOperation or IEventReferenceOperation or IRaiseEventOperation
                    or IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IDynamicObjectCreationOperation
                    or IAddressOfOperation or IFunctionPointerInvocationOperation or IInvalidOperation => false,
                IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak } => false,
                IInvocationOperation call => Call(call, depth),
                IObjectCreationOperation { Constructor: { } constructor } => Creation(constructor, depth),
                IPropertyReferenceOperation property => Property(property, depth),
                IMethodReferenceOperation method => Method(method.Method, method.Instance, depth),
                IBinaryOperation { OperatorMethod: { } method } => Method(method, null, depth),
                IUnaryOperation { OperatorMethod: { } method } => Method(method, null, depth),
                IConversionOperation { OperatorMethod: { } method } => Method(method, null, depth),
                IForEachLoopOperation loop => !loop.IsAsynchronous && IsKnownSequence(loop.Collection.Unwrapped()),
                ISpreadOperation spread => IsKnownSequence(spread.Operand.Unwrapped()),
                IArgumentOperation argument => IsReceiver(argument) || !Mentions(argument.Value),
                IAssignmentOperation assignment => !Mentions(assignment.Value),
                _ => true,
            };
        }

        private bool Call(IInvocationOperation call, int depth)
        {
            if (call.TargetMethod.MethodKind is MethodKind.DelegateInvoke || call.TargetMethod.IsAsync)
            {
                return false;
            }

            if (KnownTypes.Is(call.TargetMethod.ContainingType, model.Types.Enumerable))
            {
                return call.Argument(0) is not { } source || IsKnownSequence(source.Unwrapped());
            }

            return Method(call.TargetMethod, call.Instance, depth);
        }

        private bool Creation(IMethodSymbol constructor, int depth) =>
            constructor.ContainingType is { IsValueType: true } && constructor.IsImplicitlyDeclared
            || IsException(constructor.ContainingType)
            || Method(constructor, null, depth);

        private bool Property(IPropertyReferenceOperation property, int depth)
        {
            var accessors = property.Access() switch
            {
                AccessKind.Read => new[] { property.Property.GetMethod },
                AccessKind.Write => [property.Property.SetMethod],
                _ => [property.Property.GetMethod, property.Property.SetMethod],
            };
            return accessors.All(accessor => accessor is not null && Method(accessor, property.Instance, depth));
        }

        private bool Method(IMethodSymbol method, IOperation? instance, int depth)
        {
            var receiver = instance?.Unwrapped().Type;
            if ((method.IsVirtual || method.IsAbstract || method.IsOverride) && receiver is not { IsSealed: true } and not { IsValueType: true }
                && instance is not IInstanceReferenceOperation { Syntax: BaseExpressionSyntax })
            {
                return IsListed(method.ContainingType) && !IsInterfaceOrObject(method.ContainingType);
            }

            if (method.MethodKind is MethodKind.LocalFunction || method.DeclaringSyntaxReferences.Any() || method.ContainingType.DeclaringSyntaxReferences.Any())
            {
                return model.Bodies.Of(method, cancellationToken) is { } body
                    ? depth < MaximumDepth && !body.IsIterator && Is(body.Operation, depth + 1)
                    : HasNoCode(method);
            }

            return IsListed(method.ContainingType)
                || (receiver is not null && method.ContainingType.SpecialType is not SpecialType.None && IsListed(receiver))
                || receiver?.TypeKind is TypeKind.Enum;
        }

        // An auto-property, a record's property, a constructor that the compiler writes.
        private static bool HasNoCode(IMethodSymbol method) => method
            is { IsAbstract: false, IsExtern: false, IsPartialDefinition: false } && (method.AssociatedSymbol is IPropertySymbol || method.IsImplicitlyDeclared
                || method.MethodKind is MethodKind.Constructor);

        // A sequence whose steps run no code of others.
        private bool IsKnownSequence(IOperation source) =>
            source.Type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String }
            || (source.Type is INamedTypeSymbol type && (model.Types.IsKnown(type) || type.ContainingType is { } outer && model.Types.IsKnown(outer)) && type.TypeKind is not TypeKind.Interface)
            || (source is IInvocationOperation call && KnownTypes.Is(call.TargetMethod.ContainingType, model.Types.Enumerable)
                && (call.Argument(0) is not { } inner || IsKnownSequence(inner.Unwrapped())))
            || DictionaryUse.TryGet(source, model.Types) is { Verb: Verb.EnumerateKeys or Verb.EnumerateValues };

        // 'd.Any(..)' and 'd.GetValueOrDefault(key)' look at it and let it go.
        private bool IsReceiver(IArgumentOperation argument) =>
            argument is { Parameter.Ordinal: 0, Parent: IInvocationOperation { Instance: null } call }
            && (KnownTypes.Is(call.TargetMethod.ContainingType, model.Types.Enumerable) || DictionaryUse.TryGet(call, model.Types) is not null);

        // The collection itself as a value: kept or given away.
        private bool Mentions(IOperation value) =>
            model.Types.KindOf(value.Unwrapped().Type) is not CollectionKind.None
            && sequence.Path.Equals(model.Paths.Read(value, cancellationToken));

        // A collection of another type, one that was made here, or a member that only ever holds its own.
        private bool IsOther(IOperation receiver)
        {
            var kind = model.Types.KindOf(receiver.Type);
            if (kind != sequence.Kind && kind is not (CollectionKind.Interface or CollectionKind.Additional))
            {
                return true;
            }

            var path = model.Paths.Read(receiver, cancellationToken);
            if (path is { Root.Kind: PathRootKind.Creation })
            {
                return true;
            }

            return path?.LastMember is { } member && !SymbolEqualityComparer.Default.Equals(member, sequence.Path.LastMember)
                && model.Members.WritesOf(member, cancellationToken) is { AreComplete: true } writes
                && writes.Values.All(value => value?.Unwrapped() is IObjectCreationOperation);
        }
    }

    private static bool IsInterfaceOrObject(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Interface || type.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum;

    private static bool IsException(INamedTypeSymbol type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (candidate is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return type.DeclaringSyntaxReferences.IsEmpty;
            }
        }

        return false;
    }

    // What is known to call nobody back. A culture's, comparer's or element's own code is taken at its word.
    private static bool IsListed(ITypeSymbol type)
    {
        if (type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String or SpecialType.System_DateTime
            or SpecialType.System_Array or SpecialType.System_Nullable_T)
        {
            return true;
        }

        var space = type.ContainingNamespace?.ToDisplayString();
        return space switch
        {
            "System" => type.Name is "Math" or "MathF" or "Console" or "Convert" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan" or "Guid"
                or "BitConverter" or "Random" or "Version" or "Uri" or "HashCode" or "Nullable" or "Tuple" or "ValueTuple" or "Enum" or "Environment"
                or "StringComparer" or "MemoryExtensions" or "Span" or "ReadOnlySpan" or "Index" or "Range",
            "System.Text" => type.Name is "StringBuilder",
            "System.Diagnostics" => type.Name is "Debug" or "Stopwatch",
            "System.Globalization" => true,
            "System.Collections" or "System.Collections.Generic" or "System.Collections.Immutable" or "System.Collections.Frozen"
                or "System.Collections.Specialized" => type.TypeKind is not TypeKind.Interface,
            "Microsoft.Extensions.Logging" => type.Name is "LoggerExtensions",
            _ => false,
        };
    }
}
