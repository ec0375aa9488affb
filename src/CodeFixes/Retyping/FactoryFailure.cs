using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// Can a factory throw? Not where it only makes objects of whose constructors that is known, and not where it is asynchronous: then its
/// task fails, and was kept with its failure before.
/// </summary>
internal static class FactoryFailure
{
    // A constructor that makes objects whose constructors make objects.
    private const int MaximumDepth = 4;

    public static bool MayThrow(CompilationModel facts, IOperation factory, CancellationToken cancellationToken) => factory switch
    {
        IAnonymousFunctionOperation { Symbol.IsAsync: true } => false,
        IAnonymousFunctionOperation lambda => !lambda.Body.ChildOperations.All(statement => IsSafe(facts, statement, 0, cancellationToken)),
        IMethodReferenceOperation { Method: var method } => !IsSafe(facts, method, 0, cancellationToken),
        _ => true,
    };

    private static bool IsSafe(CompilationModel facts, IMethodSymbol method, int depth, CancellationToken cancellationToken) =>
        method.IsAsync || method is { MethodKind: MethodKind.Constructor, ContainingType.SpecialType: SpecialType.System_Object or SpecialType.System_ValueType }
        || (depth < MaximumDepth && !method.IsVirtual && !method.IsAbstract && !method.IsOverride && facts.Bodies.Of(method, cancellationToken) is { } body
            && body.Operation.ChildOperations.All(part => IsSafe(facts, part, depth + 1, cancellationToken)));

    private static bool IsSafe(CompilationModel facts, IOperation operation, int depth, CancellationToken cancellationToken) => operation switch
    {
        IObjectCreationOperation { Constructor: { } constructor } creation => IsSafe(facts, creation, constructor, depth, cancellationToken) && AllSafe(facts, operation, depth, cancellationToken),
        IInvocationOperation { TargetMethod: { IsStatic: true } method } => IsSafe(facts, method, depth, cancellationToken) && AllSafe(facts, operation, depth, cancellationToken),
        IInvocationOperation { TargetMethod: var method, Instance: IInstanceReferenceOperation } => IsSafe(facts, method, depth, cancellationToken) && AllSafe(facts, operation, depth, cancellationToken),
        IAnonymousFunctionOperation or INameOfOperation or ITypeOfOperation or ILiteralOperation or IDefaultValueOperation or IInstanceReferenceOperation => true,
        IConversionOperation { OperatorMethod: null, IsChecked: false, Conversion: { IsImplicit: true } or { IsIdentity: true } } => AllSafe(facts, operation, depth, cancellationToken),
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Property: var property } => property.IsAutomatic(cancellationToken),
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } or ILocalReferenceOperation or IParameterReferenceOperation => true,
        IBlockOperation or IReturnOperation or IArgumentOperation or IDelegateCreationOperation or IMethodReferenceOperation or IExpressionStatementOperation
            or IVariableDeclarationGroupOperation or IVariableDeclarationOperation or IVariableDeclaratorOperation or IVariableInitializerOperation
            or ISimpleAssignmentOperation or IObjectOrCollectionInitializerOperation or ITupleOperation or IParenthesizedOperation => AllSafe(facts, operation, depth, cancellationToken),
        ICollectionExpressionOperation { Elements.IsEmpty: true } => true,
        IBinaryOperation { OperatorMethod: null, IsChecked: false, OperatorKind: not (BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder or BinaryOperatorKind.IntegerDivide) } =>
            AllSafe(facts, operation, depth, cancellationToken),
        _ => operation.ConstantValue.HasValue,
    };

    private static bool AllSafe(CompilationModel facts, IOperation operation, int depth, CancellationToken cancellationToken) =>
        operation.ChildOperations.All(child => IsSafe(facts, child, depth, cancellationToken));

    private static bool IsSafe(CompilationModel facts, IObjectCreationOperation creation, IMethodSymbol constructor, int depth, CancellationToken cancellationToken)
    {
        var type = constructor.ContainingType;
        if (type.Locations.Any(location => location.IsInMetadata))
        {
            // 'new SemaphoreSlim(1, 1)'; a size or a name that comes from elsewhere can be a wrong one.
            return (type.SpecialType is SpecialType.System_Object || IsPlainSpace(type.ContainingNamespace.ToDisplayString()))
                && creation.Arguments.All(argument => argument.ArgumentKind is ArgumentKind.DefaultValue
                    || argument.Value.Unwrapped() is IDelegateCreationOperation
                    || argument.Value.ConstantValue is { HasValue: true, Value: not string });
        }

        return depth < MaximumDepth && type.BaseType?.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType
            && (constructor.IsImplicitlyDeclared || IsPrimary(constructor, cancellationToken) || IsSafe(facts, constructor, depth, cancellationToken))
            && type.GetMembers().SelectMany(member => member.DeclaringSyntaxReferences)
                .Select(reference => reference.GetSyntax(cancellationToken) switch
                {
                    VariableDeclaratorSyntax { Initializer: { } initializer } => initializer,
                    PropertyDeclarationSyntax { Initializer: { } initializer } => initializer,
                    _ => null,
                })
                .OfType<EqualsValueClauseSyntax>()
                .All(initializer => facts.Bodies.ModelOf(initializer.SyntaxTree).GetOperation(initializer.Value, cancellationToken) is { } value
                    && IsSafe(facts, value, depth + 1, cancellationToken));
    }

    private static bool IsPlainSpace(string space) =>
        space is "System.Threading" or "System.Threading.Tasks" or "System.Text" || space.StartsWith("System.Collections", System.StringComparison.Ordinal);

    private static bool IsPrimary(IMethodSymbol constructor, CancellationToken cancellationToken) =>
        constructor.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax;
}
