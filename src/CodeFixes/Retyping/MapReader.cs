using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// Reads one use of the dictionary itself: which member is called, where else it goes. Where it goes to another declaration of the
/// solution, that one is retyped too; where it leaves what can be seen, the retyping is refused.
/// </summary>
internal sealed class MapReader(RetypingScope scope)
{
    private readonly ElementReader elements = new(scope);

    public ElementReader Elements => elements;

    private Translation Translation => scope.Translation;

    /// <summary>Translates the place where <paramref name="map"/> is used.</summary>
    public bool Read(RetypedDocument document, IOperation map)
    {
        if (!Translation.IsMap(map.Type, document.Facts.Types) || !Translation.Meets(document, map))
        {
            return false;
        }

        if (ElementReader.QuerySource(map) is not null)
        {
            return elements.ReadQuery(document, map, ElementRole.Pair);
        }

        var used = map;
        while (used.Parent is IConversionOperation { IsImplicit: true, OperatorMethod: null } or IParenthesizedOperation)
        {
            used = used.Parent;
        }

        // To what only asks for an interface the new type can be given as well.
        var isConverted = used is IConversionOperation { Type: { } target } && used.Parent is not null && Translation.Converts(target, used.Parent);
        switch (used.Parent)
        {
            case IConversionOperation { IsImplicit: false, OperatorMethod: null, Type: { } wanted } written:
                return Translation.Converts(wanted, written);
            case IForEachLoopOperation loop when loop.Collection == used:
                return elements.ReadLoop(document, loop, ElementRole.Pair);
            case ISpreadOperation spread:
                return Translation.ReplaceMember(document, spread) ?? false;
            case IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } call }
                when CallReader.IsOfFramework(document, call):
                return elements.Calls.ReadExtension(document, call, ElementRole.Map);
            case not null when isConverted:
                return true;
            case IInvocationOperation call when call.Instance == used:
                return used == map && elements.Calls.ReadMember(document, call);
            case IPropertyReferenceOperation property when property.Instance == used:
                return used == map && elements.Calls.ReadMember(document, property);
            case IMethodReferenceOperation method when method.Instance == used:
                return used == map && Translation.TakeMethod(document, method) is { } taken ? taken : used == map && ElementRoles.OfMembers(Translation, method.Method.ContainingType) is { } roles
                    && !method.Method.OriginalDefinition.Parameters.Any(parameter => roles.MentionsChange(parameter.Type))
                    && !roles.MentionsChange(method.Method.OriginalDefinition.ReturnType);
            case IConditionalAccessOperation access when access.Operation == used:
                return access.WhenNotNull.DescendantsAndSelf()
                    .OfType<IConditionalAccessInstanceOperation>()
                    .Where(placeholder => placeholder.Syntax == access.Operation.Syntax)
                    .All(placeholder => Read(document, placeholder));
            case IIsPatternOperation { Pattern: var pattern }:
                return IsNullTest(pattern);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, OperatorMethod: null } comparison:
                return IsNull(comparison.LeftOperand) || IsNull(comparison.RightOperand);
            case IMemberInitializerOperation { Initializer: var initializer } member when member.InitializedMember == used:
                return ReadInitializer(document, initializer);
            case ILockOperation or INameOfOperation:
                return true;
            case ISimpleAssignmentOperation or ICoalesceAssignmentOperation when used.Parent is IAssignmentOperation assignment:
                return used == map && (assignment.Target == map
                    ? ReadSource(document, assignment.Value) && (assignment.Parent is IExpressionStatementOperation or IObjectOrCollectionInitializerOperation || Read(document, assignment))
                    : AddTarget(document, assignment.Target));
            case ICoalesceOperation coalesce when coalesce.Type is not null && Translation.IsMap(coalesce.Type, document.Facts.Types):
                return ReadSource(document, coalesce.WhenNull) && ReadSource(document, coalesce.Value) && Read(document, coalesce);
            case IConditionalOperation conditional when conditional.Condition != used:
                return ReadSource(document, conditional.WhenTrue) && conditional.WhenFalse is { } otherwise && ReadSource(document, otherwise) && Read(document, conditional);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } when used == map:
                return Add(declarator.Symbol);
            case IFieldInitializerOperation field when used == map:
                return field.InitializedFields.All(Add);
            case IPropertyInitializerOperation property when used == map:
                return property.InitializedProperties.All(Add);
            case ITupleOperation { Parent: IDeconstructionAssignmentOperation } tuple when used == map:
                return ReadTuple(document, map, tuple);
            case IArgumentOperation { Parameter: { RefKind: RefKind.None, IsParams: false } parameter } when used == map:
                return Add(parameter);
            case IReturnOperation { Kind: OperationKind.Return } returned when used == map:
                return AddReturning(document, returned);
            default:
                return false;
        }
    }

    /// <summary>Translates an expression that gives a declaration its dictionary.</summary>
    public bool ReadSource(RetypedDocument document, IOperation value)
    {
        value = value.Unwrapped();
        if (IsNull(value) || value is IThrowOperation)
        {
            return true;
        }

        return Translation.IsMap(value.Type, document.Facts.Types) && value switch
        {
            IObjectCreationOperation creation => ReadCreation(document, creation),
            ICollectionExpressionOperation { Elements.IsEmpty: true } => Translation.ReplaceCreation(document, value) ?? true,
            ICoalesceOperation coalesce => ReadSource(document, coalesce.Value) && ReadSource(document, coalesce.WhenNull),
            IConditionalOperation { WhenFalse: { } otherwise } conditional => ReadSource(document, conditional.WhenTrue) && ReadSource(document, otherwise),
            ISimpleAssignmentOperation assignment => ReadSource(document, assignment.Target) && ReadSource(document, assignment.Value),
            ICoalesceAssignmentOperation assignment => ReadSource(document, assignment.Target) && ReadSource(document, assignment.Value),
            _ => Translation.PutMap(document, value) || AddTarget(document, value),
        };
    }

    // '(a, b) = (new(), new());'
    private bool ReadTuple(RetypedDocument document, IOperation map, ITupleOperation tuple)
    {
        var assignment = (IDeconstructionAssignmentOperation)tuple.Parent!;
        var isTarget = assignment.Target == tuple;
        if (assignment.Parent is not IExpressionStatementOperation
            || (isTarget ? assignment.Value : assignment.Target).Unwrapped() is not ITupleOperation other || other.Elements.Length != tuple.Elements.Length)
        {
            return false;
        }

        var counterpart = other.Elements[tuple.Elements.IndexOf(map)];
        return isTarget ? ReadSource(document, counterpart) : AddTarget(document, counterpart.Unwrapped());
    }

    private bool ReadCreation(RetypedDocument document, IObjectCreationOperation creation)
    {
        if (Translation.ReplaceCreation(document, creation) is { } replaced)
        {
            return replaced;
        }

        if (creation.Constructor is null || ElementRoles.OfMembers(Translation, creation.Constructor.ContainingType) is not { } roles
            || !elements.Calls.ReadArguments(document, creation, roles, creation.Arguments))
        {
            return false;
        }

        if (creation.Syntax is ObjectCreationExpressionSyntax written && !Translation.RewriteType(document, written.Type, creation.Type!, ElementRole.Map))
        {
            return false;
        }

        return creation.Initializer is null || ReadInitializer(document, creation.Initializer);
    }

    private bool ReadInitializer(RetypedDocument document, IObjectOrCollectionInitializerOperation initializer) => initializer.Initializers.All(element => element switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } target } => elements.Calls.ReadMember(document, target),
        IInvocationOperation { Instance: IInstanceReferenceOperation } add => elements.Calls.ReadMember(document, add),
        _ => false,
    });

    // The declaration that an expression reads or writes.
    private bool AddTarget(RetypedDocument document, IOperation target) => target switch
    {
        ILocalReferenceOperation { Local.RefKind: RefKind.None } local => Add(local.Local),
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None } parameter => Add(parameter.Parameter),
        IFieldReferenceOperation field => Add(field.Field),
        IPropertyReferenceOperation { Arguments.IsEmpty: true } property => Add(property.Property),
        IInvocationOperation call => Add(call.TargetMethod),
        IConditionalAccessInstanceOperation => AddTarget(document, target.ResolvedReceiver().Unwrapped()),
        _ => false,
    };

    private bool AddReturning(RetypedDocument document, IReturnOperation returned)
    {
        var body = returned.EnclosingBody();
        switch (body)
        {
            case IAnonymousFunctionOperation:
                return false;
            case ILocalFunctionOperation function:
                return Add(function.Symbol);
        }

        var declaration = body.Syntax.AncestorsAndSelf().FirstOrDefault(node => node is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax);
        return declaration is not null && document.Model.GetDeclaredSymbol(declaration, document.CancellationToken) is { } member && Add(member);
    }

    private bool Add(ISymbol symbol)
    {
        scope.AddMap(symbol.OriginalDefinition);
        return true;
    }

    private static bool IsNull(IOperation operation) =>
        operation.Unwrapped() is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation;

    private static bool IsNullTest(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => IsNull(constant.Value),
        INegatedPatternOperation negated => IsNullTest(negated.Pattern),
        IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true, DeclaredSymbol: null, MatchedType: var matched } recursive =>
            SymbolEqualityComparer.Default.Equals(matched, recursive.InputType),
        _ => false,
    };
}
