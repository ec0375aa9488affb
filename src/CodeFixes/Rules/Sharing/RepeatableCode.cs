using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// Answers whether an expression may become the body of a delegate that a ConcurrentDictionary runs once for each thread
/// that comes at the same time: it waits for nothing, and leaves nothing behind but its value.
/// </summary>
internal static class RepeatableCode
{
    private const int MaximumDepth = 3;

    /// <summary>Whether <paramref name="expression"/> can stand in a delegate, and run more than once.</summary>
    public static bool Is(IOperation? expression, CompilationModel model, CancellationToken cancellationToken) =>
        expression is not null && !expression.DescendantsAndSelf().Any(IsBoundToItsPlace) && !new Walk(model, countsOutside: true, own: null, cancellationToken).LeavesTraces(expression, 0);

    /// <summary>
    /// Whether running <paramref name="code"/> changes what outlives it, or tells others of it. Input, output and variables of the method do
    /// not count, nor what it does to the collection in <paramref name="own"/>.
    /// </summary>
    public static bool LeavesTraces(IOperation code, ISymbol? own, CompilationModel model, CancellationToken cancellationToken) =>
        new Walk(model, countsOutside: false, own, cancellationToken).LeavesTraces(code, 0);

    /// <summary>Whether evaluating an expression costs nothing, throws nothing and changes nothing, so that it may also be done in vain.</summary>
    public static bool IsCheap(IOperation? expression) => expression?.Unwrapped() switch
    {
        null => false,
        { ConstantValue.HasValue: true } => true,
        ILiteralOperation or IDefaultValueOperation or IInstanceReferenceOperation or INameOfOperation or ITypeOfOperation => true,
        ILocalReferenceOperation { Local.RefKind: RefKind.None, IsDeclaration: false } or IParameterReferenceOperation => true,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation, Field.IsVolatile: false } field => field.Field is { IsStatic: false } or { IsReadOnly: true },
        ITupleOperation tuple => tuple.Elements.All(IsCheap),
        IBinaryOperation { OperatorMethod: null, IsChecked: false, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply, Type.SpecialType: not SpecialType.System_String } sum =>
            IsCheap(sum.LeftOperand) && IsCheap(sum.RightOperand),
        IUnaryOperation { OperatorMethod: null, IsChecked: false, Operand: var operand } => IsCheap(operand),
        _ => false,
    };

    // An 'await' cannot move, nor can what writes a variable of the method, nor what a delegate cannot capture.
    private static bool IsBoundToItsPlace(IOperation operation) => operation switch
    {
        IAwaitOperation or IInvalidOperation or IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation
            or IDynamicObjectCreationOperation or IAddressOfOperation or IConditionalAccessInstanceOperation { Type.IsRefLikeType: true } => true,
        ILocalReferenceOperation { Local: { IsRef: true } or { Type.IsRefLikeType: true } } => true,
        ILocalReferenceOperation { IsDeclaration: false } local => local.Access() is not AccessKind.Read && !IsDeclaredBeneath(local),
        IParameterReferenceOperation parameter => parameter.Parameter is not { RefKind: RefKind.None, Type.IsRefLikeType: false } || parameter.Access() is not AccessKind.Read,
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type.IsValueType: true } => true,
        { Type.TypeKind: TypeKind.Dynamic } => true,
        _ => false,
    };

    // A lambda within the expression writes its own variables.
    private static bool IsDeclaredBeneath(ILocalReferenceOperation local)
    {
        for (var parent = local.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation lambda)
            {
                return SymbolEqualityComparer.Default.Equals(local.Local.ContainingSymbol, lambda.Symbol);
            }
        }

        return false;
    }

    // Follows calls into the compilation; what others' code does is only known where it is listed.
    private sealed class Walk(CompilationModel model, bool countsOutside, ISymbol? own, CancellationToken cancellationToken)
    {
        private readonly HashSet<IOperation> seen = [];

        public bool LeavesTraces(IOperation code, int depth)
        {
            // In a constructor the object is new.
            var isNew = code is IConstructorBodyOperation;
            return seen.Add(code) && code.Executed().Any(operation => IsTrace(operation, code, isNew) || (depth < MaximumDepth && CalleesOf(operation)
                .Where(callee => !callee.DeclaringSyntaxReferences.IsEmpty)
                .Select(callee => model.Bodies.Of(callee, cancellationToken))
                .Any(body => body is not null && LeavesTraces(body.Operation, depth + 1))));
        }

        private bool IsTrace(IOperation operation, IOperation code, bool isNew) => operation switch
        {
            IEventReferenceOperation { Parent: not (IEventAssignmentOperation or INameOfOperation) } or IRaiseEventOperation => true,
            IAssignmentOperation { Target: var target } => IsLasting(target, code, isNew, countsOutside) && !IsOwnEntry(target),
            IIncrementOrDecrementOperation { Target: var target } => IsLasting(target, code, isNew, countsOutside),
            IInvocationOperation call => (countsOutside && IsOutside(call.TargetMethod))
                || (DictionaryUse.TryGet(call, model.Types) is { } use && use.Verb.Modifies() && IsLastingObject(use.Receiver, isNew) && !IsOwn(use.Receiver)),
            _ => false,
        };

        private bool IsOwnEntry(IOperation target) => target is IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } && IsOwn(instance);

        private bool IsOwn(IOperation receiver) =>
            own is not null && receiver.Unwrapped() is IMemberReferenceOperation { Member: var member } && SymbolEqualityComparer.Default.Equals(member, own);
    }

    // A variable from outside, or a member of something that was there before.
    private static bool IsLasting(IOperation target, IOperation code, bool isNew, bool countsVariables) => target.Unwrapped() switch
    {
        ILocalReferenceOperation local => countsVariables && !IsDeclaredIn(local.Local, code),
        IParameterReferenceOperation parameter => !IsDeclaredIn(parameter.Parameter, code) && (countsVariables || parameter.Parameter.RefKind is not RefKind.None),
        var other => IsLastingObject(other, isNew),
    };

    private static bool IsLastingObject(IOperation target, bool isNew) => target.Unwrapped() switch
    {
        IFieldReferenceOperation { Field.IsStatic: true } or IPropertyReferenceOperation { Property.IsStatic: true } => true,
        IMemberReferenceOperation { Instance: { } instance } => IsLastingObject(instance.ResolvedReceiver(), isNew),
        IArrayElementReferenceOperation element => IsLastingObject(element.ArrayReference, isNew),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => !isNew,
        IParameterReferenceOperation => true,
        _ => false,
    };

    private static bool IsDeclaredIn(ISymbol variable, IOperation code) =>
        variable.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == code.Syntax.SyntaxTree && code.Syntax.Span.Contains(declaration.Span));

    private static IEnumerable<IMethodSymbol> CalleesOf(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.MethodKind: not MethodKind.DelegateInvoke } call => [call.TargetMethod],
        IObjectCreationOperation { Constructor: { } constructor } => [constructor],
        IPropertyReferenceOperation property => new[] { property.Property.GetMethod, property.Property.SetMethod }.OfType<IMethodSymbol>(),
        _ => [],
    };

    // What everybody can see, or what goes on by itself.
    private static bool IsOutside(IMethodSymbol method) =>
        method.ContainingType is { } type
        && (type.IsNamed("System", "Console") || type.IsNamed("System.Threading", "Interlocked") || type.IsNamed("System.Threading", "ThreadPool")
            || (type.IsNamed("System.Threading", "Thread") && method.Name is "Start")
            || (type.IsNamed("System.Threading.Tasks", "Task") && method.Name is "Run" or "Start")
            || (type.IsNamed("System.Diagnostics", "Process") && method.Name is "Start")
            || (type.ContainingNamespace?.ToDisplayString() is "System.IO" or "System.Net.Http" && type.Name is not ("Path" or "StringReader" or "StringWriter" or "MemoryStream")));
}
