using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether two expressions give the same value, whenever they are evaluated and how often: constants, variables
/// that nobody assigns, what cannot change of these, and built-in arithmetic. Calls, creations and mutable members are not.
/// </summary>
/// <param name="locals">What is assigned in the body around both expressions.</param>
/// <param name="site">The call in the course of which both are evaluated.</param>
/// <param name="meanings">What parameters of a lambda stand for.</param>
internal sealed class StableValues(LocalBindings locals, IOperation site, IReadOnlyDictionary<ISymbol, IOperation> meanings)
{
    /// <summary>Whether <paramref name="left"/> and <paramref name="right"/> are the same stable value.</summary>
    public bool AreSame(IOperation left, IOperation right)
    {
        (left, right) = (Meant(left), Meant(right));
        if (left == right)
        {
            return true;
        }

        if (left.Type is { TypeKind: TypeKind.Dynamic } || right.Type is { TypeKind: TypeKind.Dynamic })
        {
            return false;
        }

        if (left.ConstantValue is { HasValue: true, Value: var first } && right.ConstantValue is { HasValue: true, Value: var second })
        {
            return Equals(first, second) && SymbolEqualityComparer.Default.Equals(left.Type, right.Type);
        }

        return (left, right) switch
        {
            (IConversionOperation { OperatorMethod: null } a, IConversionOperation { OperatorMethod: null } b) =>
                SymbolEqualityComparer.Default.Equals(a.Type, b.Type) && AreSame(a.Operand, b.Operand),
            (ILocalReferenceOperation a, ILocalReferenceOperation b) => Same(a.Local, b.Local) && !a.Local.IsRef && IsSteady(a.Local),

            // Of a parameter of one of the lambdas nothing is known but what it stands for.
            (IParameterReferenceOperation a, IParameterReferenceOperation b) =>
                Same(a.Parameter, b.Parameter) && a.Parameter.RefKind is RefKind.None && IsSteady(a.Parameter),
            (IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }, IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }) => true,
            (IFieldReferenceOperation a, IFieldReferenceOperation b) => Same(a.Field, b.Field) && IsFixed(a) && AreSameInstances(a.Instance, b.Instance),
            (IPropertyReferenceOperation { Arguments.IsEmpty: true } a, IPropertyReferenceOperation { Arguments.IsEmpty: true } b) =>
                Same(a.Property, b.Property) && IsFixed(a.Property) && AreSameInstances(a.Instance, b.Instance),
            (IBinaryOperation { OperatorMethod: null } a, IBinaryOperation { OperatorMethod: null } b) =>
                a.OperatorKind == b.OperatorKind && a.IsChecked == b.IsChecked && !CallsToString(a)
                && AreSame(a.LeftOperand, b.LeftOperand) && AreSame(a.RightOperand, b.RightOperand),
            (IUnaryOperation { OperatorMethod: null } a, IUnaryOperation { OperatorMethod: null } b) =>
                a.OperatorKind == b.OperatorKind && a.IsChecked == b.IsChecked && AreSame(a.Operand, b.Operand),
            (ITupleOperation a, ITupleOperation b) => a.Elements.Length == b.Elements.Length && a.Elements.Zip(b.Elements, AreSame).All(same => same),
            (ITypeOfOperation a, ITypeOfOperation b) => SymbolEqualityComparer.Default.Equals(a.TypeOperand, b.TypeOperand),
            (IDefaultValueOperation a, IDefaultValueOperation b) => SymbolEqualityComparer.Default.Equals(a.Type, b.Type),
            _ => false,
        };
    }

    // 'key' inside of the lambda is the key that the call is given.
    private IOperation Meant(IOperation operation)
    {
        while (operation is IParenthesizedOperation parenthesized)
        {
            operation = parenthesized.Operand;
        }

        return operation is IParameterReferenceOperation { Parameter: var parameter } && meanings.TryGetValue(parameter, out var meant) ? meant : operation;
    }

    private bool AreSameInstances(IOperation? left, IOperation? right) =>
        left is null || right is null ? left == right : AreSame(left.ResolvedReceiver(), right.ResolvedReceiver());

    // Nobody else assigns it while the call runs its lambdas.
    private bool IsSteady(ISymbol variable) =>
        locals.IsNeverReassigned(variable)
        || locals.WritesOf(variable).All(write => write.EnclosingBody().Syntax == site.EnclosingBody().Syntax && !write.IsWithin(site));

    // '"a" + x' asks x for its text.
    private static bool CallsToString(IBinaryOperation operation) =>
        operation.Type?.SpecialType is SpecialType.System_String
        && (operation.LeftOperand.Type?.SpecialType is not SpecialType.System_String || operation.RightOperand.Type?.SpecialType is not SpecialType.System_String);

    private static bool IsFixed(IFieldReferenceOperation reference) =>
        (reference.Field.IsReadOnly && !IsInConstructor(reference)) || reference.Field.IsConst || reference.Field.ContainingType.IsTupleType;

    // Set once: an auto-property without a setter, and what the framework's immutable structs and strings tell of themselves.
    private static bool IsFixed(IPropertySymbol property) =>
        property is { IsVirtual: false, IsOverride: false, IsAbstract: false, SetMethod: null or { IsInitOnly: true } }
        && (property.DeclaringSyntaxReferences is { IsEmpty: false } declarations
            ? declarations.All(declaration => declaration.GetSyntax() is PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: var accessors }
                    && accessors.All(accessor => accessor is { Body: null, ExpressionBody: null })
                || declaration.GetSyntax() is ParameterSyntax)
            : property.ContainingType is { IsReadOnly: true, SpecialType: SpecialType.None } or { SpecialType: SpecialType.System_String }
                && !property.IsStatic);

    private static bool IsInConstructor(IOperation operation) => operation.Root() is IConstructorBodyOperation;

    private static bool Same(ISymbol left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left, right);
}
