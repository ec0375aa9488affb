using System;
using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Mapping;

/// <summary>
/// Answers what a filter of a conversion says of one member of a known type: <c>p.CanRead</c>, a list of names, an attribute, the
/// type of the property. What it does not understand it does not answer.
/// </summary>
internal sealed class MemberTests(CompilationModel model, KeyTexts keys)
{
    /// <summary>Whether <paramref name="test"/> holds for <paramref name="member"/>; null where that is not known.</summary>
    public bool? Holds(IOperation test, ISymbol member)
    {
        test = test.Unwrapped();
        if (test.ConstantValue is { HasValue: true, Value: bool constant })
        {
            return constant;
        }

        return test switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negated => !Holds(negated.Operand, member),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => And(Holds(both.LeftOperand, member), () => Holds(both.RightOperand, member)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => !And(!Holds(either.LeftOperand, member), () => !Holds(either.RightOperand, member)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equal => AreEqual(equal.LeftOperand, equal.RightOperand, member),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } different => !AreEqual(different.LeftOperand, different.RightOperand, member),
            IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var value } } matched => AreEqual(matched.Value, value, member),
            IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var value } } } matched => !AreEqual(matched.Value, value, member),
            IPropertyReferenceOperation property => OfProperty(property, member),
            IInvocationOperation call => OfCall(call, member),
            _ => null,
        };
    }

    /// <summary>The texts in a list that never changes: an array, a set, a list that is initialized where it is declared; null where it is not known.</summary>
    public IReadOnlyCollection<string>? Texts(IOperation list)
    {
        list = Beneath(list);
        var elements = list switch
        {
            IArrayInitializerOperation { ElementValues: var values } => values,
            IArrayCreationOperation { Initializer.ElementValues: var values } => values,
            ICollectionExpressionOperation { Elements: var values } => values,
            IObjectCreationOperation { Arguments: [], Initializer.Initializers: var initializers } => [.. initializers.OfType<IInvocationOperation>().Select(add => add.Arguments[0].Value)],
            IObjectCreationOperation { Initializer: null, Arguments: [{ Value: var source }] } when source.Type is not { SpecialType: SpecialType.System_Int32 } => [source],
            _ => (IEnumerable<IOperation>?)null,
        };
        if (elements is not null)
        {
            return list is IObjectCreationOperation { Initializer: null } ? Texts(elements.First())
                : elements.All(element => element.ConstantValue is { HasValue: true, Value: string }) ? [.. elements.Select(element => (string)element.ConstantValue.Value!)] : null;
        }

        return list switch
        {
            ILocalReferenceOperation local when OwnValue.Of(local, model) is { } value => Texts(value),
            IFieldReferenceOperation { Field: { IsReadOnly: true, DeclaredAccessibility: Accessibility.Private } field }
                when model.Members.WritesOf(field, default) is { AreComplete: true, Values: [{ } value] } && !ChangesElements(field) => Texts(value),
            _ => null,
        };
    }

    // An array may be seen as a span.
    private static IOperation Beneath(IOperation list)
    {
        list = list.Unwrapped();
        return list is IConversionOperation { Type.Name: "Span" or "ReadOnlySpan", Operand: var array } ? array.Unwrapped() : list;
    }

    private bool ChangesElements(IFieldSymbol field) =>
        model.Members.Of(field, default).Any(reference => DictionaryUse.Of(reference, model.Types) is { } use ? use.Verb.Modifies() : !IsAsked(reference));

    private static bool IsAsked(IOperation reference)
    {
        var parent = reference.Parent;
        while (parent is IConversionOperation or IArgumentOperation)
        {
            parent = parent.Parent;
        }

        return parent is IInvocationOperation { TargetMethod.Name: "Contains" };
    }

    private bool? AreEqual(IOperation left, IOperation right, ISymbol member)
    {
        (left, right) = (left.Unwrapped(), right.Unwrapped());
        if (left.ConstantValue.HasValue && !right.ConstantValue.HasValue)
        {
            (left, right) = (right, left);
        }

        if (right.ConstantValue is { HasValue: true, Value: null })
        {
            return IsNull(left, member);
        }

        if (right.ConstantValue is { HasValue: true, Value: string text })
        {
            return keys.Of(left, member) is { } key ? key == text : null;
        }

        if (right.ConstantValue is { HasValue: true, Value: bool expected })
        {
            return Holds(left is IConditionalAccessOperation access ? access.WhenNotNull : left, member) == expected;
        }

        if (right.ConstantValue is { HasValue: true, Value: int number })
        {
            return Count(left, member) is { } count ? count == number : null;
        }

        return (left, right) switch
        {
            (_, ITypeOfOperation { TypeOperand: var type }) when IsTypeOfMember(left) => SymbolEqualityComparer.Default.Equals(TypeOf(member), type),
            (ITypeOfOperation { TypeOperand: var type }, _) when IsTypeOfMember(right) => SymbolEqualityComparer.Default.Equals(TypeOf(member), type),
            _ => null,
        };
    }

    // 'p.GetCustomAttribute<T>()', 'p.GetMethod', 'p.GetSetMethod()'
    private static bool? IsNull(IOperation operation, ISymbol member) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "GetCustomAttribute" } } call => !Has(member, AttributeIn(call)),
        IPropertyReferenceOperation { Property.Name: "GetMethod" } => (member as IPropertySymbol)?.GetMethod is null,
        IPropertyReferenceOperation { Property.Name: "SetMethod" } => (member as IPropertySymbol)?.SetMethod is null,
        IInvocationOperation { TargetMethod.Name: "GetGetMethod", Arguments: [] } => (member as IPropertySymbol)?.GetMethod is not { DeclaredAccessibility: Accessibility.Public },
        IInvocationOperation { TargetMethod.Name: "GetSetMethod", Arguments: [] } => (member as IPropertySymbol)?.SetMethod is not { DeclaredAccessibility: Accessibility.Public },
        _ => null,
    };

    private static int? Count(IOperation operation, ISymbol member) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Length", Instance: IInvocationOperation { TargetMethod.Name: "GetIndexParameters" } } => (member as IPropertySymbol)?.Parameters.Length ?? 0,
        IInvocationOperation { TargetMethod.Name: "Count" } call when call.Argument(0)?.Unwrapped() is IInvocationOperation { TargetMethod.Name: "GetIndexParameters" } => (member as IPropertySymbol)?.Parameters.Length ?? 0,
        IPropertyReferenceOperation { Property.Name: "Length", Instance: IInvocationOperation { TargetMethod.Name: "GetCustomAttributes" } attributes } when AttributeIn(attributes) is { } attribute => Has(member, attribute) == true ? 1 : 0,
        _ => null,
    };

    private static bool? OfProperty(IPropertyReferenceOperation reference, ISymbol member)
    {
        var accessor = reference.Instance?.Unwrapped().ResolvedReceiver().Unwrapped();
        return reference.Property.Name switch
        {
            "CanRead" => member is IPropertySymbol { GetMethod: not null },
            "CanWrite" => member is IPropertySymbol { SetMethod: not null },
            "IsPublic" when accessor is IPropertyReferenceOperation { Property.Name: "GetMethod" } => (member as IPropertySymbol)?.GetMethod?.DeclaredAccessibility is Accessibility.Public,
            "IsPublic" when ReflectionMembers.IsMember(accessor?.Type) => member.DeclaredAccessibility is Accessibility.Public,
            "IsStatic" => member.IsStatic,
            "IsInitOnly" => member is IFieldSymbol { IsReadOnly: true },
            "IsLiteral" => member is IFieldSymbol { IsConst: true },
            "IsSpecialName" => false,
            "IsValueType" when IsTypeOfMember(accessor) => TypeOf(member)?.IsValueType,
            "IsEnum" when IsTypeOfMember(accessor) => TypeOf(member)?.TypeKind is TypeKind.Enum,
            "IsArray" when IsTypeOfMember(accessor) => TypeOf(member)?.TypeKind is TypeKind.Array,
            "IsInterface" when IsTypeOfMember(accessor) => TypeOf(member)?.TypeKind is TypeKind.Interface,
            "IsPrimitive" when IsTypeOfMember(accessor) => TypeOf(member)?.SpecialType
                is SpecialType.System_Boolean or SpecialType.System_Char or (>= SpecialType.System_SByte and <= SpecialType.System_UInt64) or SpecialType.System_Single or SpecialType.System_Double
                or SpecialType.System_IntPtr or SpecialType.System_UIntPtr,
            _ => null,
        };
    }

    private bool? OfCall(IInvocationOperation call, ISymbol member)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "IsDefined":
                return Has(member, AttributeIn(call));
            case "Any" when method.Parameters.Length == 1 && call.Argument(0)?.Unwrapped() is IInvocationOperation { TargetMethod.Name: "GetIndexParameters" }:
                return member is IPropertySymbol { Parameters.Length: > 0 };
            case "Any" when method.Parameters.Length == 1 && call.Argument(0)?.Unwrapped() is IInvocationOperation { TargetMethod.Name: "GetCustomAttributes" } attributes:
                return Has(member, AttributeIn(attributes));
            case "Contains" when call.Arguments.Length == (call.Instance is null ? 2 : 1) && call.Receiver() is { Type.SpecialType: not SpecialType.System_String } list:
                return keys.Of(call.Argument(call.Instance is null ? 1 : 0)!, member) is { } sought && HasDefaultComparer(list) && Texts(list) is { } texts ? texts.Contains(sought) : null;
            case "StartsWith" or "EndsWith" or "Contains" or "Equals" when method.ContainingType.SpecialType is SpecialType.System_String && call.Instance is { } text && keys.Of(text, member) is { } name:
                return call.Argument(0)?.ConstantValue is { HasValue: true, Value: string part } && ComparisonOf(call) is { } comparison
                    ? method.Name switch
                    {
                        "StartsWith" => name.StartsWith(part, comparison),
                        "EndsWith" => name.EndsWith(part, comparison),
                        "Equals" => name.Equals(part, comparison),
                        _ => name.IndexOf(part, comparison) >= 0,
                    }
                    : null;
            default:
                return null;
        }
    }

    // A comparison by the culture of the machine is not known here.
    private static StringComparison? ComparisonOf(IInvocationOperation call) => call.Arguments.Length == 1
        ? call.TargetMethod.Name is "Contains" or "Equals" ? StringComparison.Ordinal : null
        : call.Argument(1)?.ConstantValue is { HasValue: true, Value: int and ((int)StringComparison.Ordinal or (int)StringComparison.OrdinalIgnoreCase) and var value } ? (StringComparison)value : null;

    private bool HasDefaultComparer(IOperation list) => Beneath(list) switch
    {
        ILocalReferenceOperation local => OwnValue.Of(local, model) is { } value && HasDefaultComparer(value),
        IFieldReferenceOperation { Field: var field } => model.Members.WritesOf(field, default) is { Values: [{ } value] } && HasDefaultComparer(value),
        IObjectCreationOperation creation => !creation.Arguments.Any(argument => argument.Parameter?.Type.Name is "IEqualityComparer" or "IComparer"),
        _ => true,
    };

    private static INamedTypeSymbol? AttributeIn(IInvocationOperation call) =>
        (call.TargetMethod.TypeArguments is [INamedTypeSymbol given] ? given
            : call.Arguments.Select(argument => argument.Value.Unwrapped()).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand) as INamedTypeSymbol;

    // An attribute of a member that is overridden may be inherited: that is another question.
    private static bool? Has(ISymbol member, INamedTypeSymbol? attribute) =>
        attribute is null || member.IsOverride ? null
            : member.GetAttributes().Any(candidate => Is(candidate.AttributeClass, attribute));

    private static bool Is(INamedTypeSymbol? type, INamedTypeSymbol attribute)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, attribute))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTypeOfMember(IOperation? operation) =>
        operation?.Unwrapped() is IPropertyReferenceOperation { Property.Name: "PropertyType" or "FieldType", Instance: { } member } && ReflectionMembers.IsMember(member.Type);

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };

    private static bool? And(bool? left, Func<bool?> right) => left switch
    {
        false => false,
        true => right(),
        _ => right() == false ? false : null,
    };
}
