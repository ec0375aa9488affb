using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Retyping;

/// <summary>Reads a call by its signature: what of the dictionary does each argument put in, and what does the result take out?</summary>
internal sealed class CallReader(RetypingScope scope, ElementReader elements)
{
    private Translation Translation => scope.Translation;

    /// <summary>A member of the dictionary's own type is used: a method, the indexer, a view, the count.</summary>
    public bool ReadMember(RetypedDocument document, IOperation member)
    {
        var (symbol, arguments) = member switch
        {
            IInvocationOperation invocation => ((ISymbol)invocation.TargetMethod, invocation.Arguments),
            IPropertyReferenceOperation property => (property.Property, property.Arguments),
            _ => (null!, []),
        };
        if (symbol is null or { IsStatic: true } || !document.Facts.Types.IsKnown(symbol.ContainingType))
        {
            return false;
        }

        if (Translation.ReplaceMember(document, member) is { } replaced)
        {
            return replaced;
        }

        if (DictionaryUse.TryGet(member, document.Facts.Types) is { } use && !Translation.Accepts(use)
            || ElementRoles.OfMembers(Translation, symbol.ContainingType) is not { } roles)
        {
            return false;
        }

        return ReadArguments(document, member, roles, arguments)
            && (member is IPropertyReferenceOperation { Property.IsIndexer: true } indexer
                ? ReadIndexer(document, indexer, roles)
                : ReadResult(document, member, roles.Of(ResultOf(symbol.OriginalDefinition)), mayBeAbsent: false));
    }

    /// <summary>An extension method is called on the dictionary, or on a sequence that it gave.</summary>
    public bool ReadExtension(RetypedDocument document, IInvocationOperation call, ElementRole receiver)
    {
        var method = call.TargetMethod;
        if (receiver is ElementRole.Map && Translation.ReplaceMember(document, call) is { } replaced)
        {
            return replaced;
        }

        return IsOfFramework(document, call)
            && !HasWrittenTypeArguments(call)
            && ElementRoles.OfExtension(Translation, method, receiver) is { } roles
            && !(DefaultValues.MayBeAddedBy(method) && roles.MentionsChange(method.OriginalDefinition.Parameters[0].Type))
            && ReadArguments(document, call, roles, [.. call.Arguments.Where(argument => argument.Parameter?.Ordinal != 0)])
            && ReadResult(document, call, roles.Of(method.OriginalDefinition.ReturnType), DefaultValues.MayBeGivenBy(method));
    }

    /// <summary>Whether a method is one of the framework's extensions for dictionaries and sequences.</summary>
    public static bool IsOfFramework(RetypedDocument document, IInvocationOperation call) =>
        KnownTypes.Is(call.TargetMethod.ContainingType, document.Facts.Types.Enumerable)
        || KnownTypes.Is(call.TargetMethod.ContainingType, document.Facts.Types.CollectionExtensions);

    /// <summary>Whether <see cref="ReadExtension"/> would have nothing left but things that do not depend on the type that changes.</summary>
    public bool EndsIn(IInvocationOperation call, ElementRole receiver) =>
        ElementRoles.OfExtension(Translation, call.TargetMethod, receiver) is { } roles
        && !roles.MentionsChange(call.TargetMethod.OriginalDefinition.ReturnType)
        && call.Arguments.All(argument => argument.Parameter is { Ordinal: 0 }
            || !roles.MentionsChange(argument.Parameter?.OriginalDefinition.Type)
            || argument.Value.Unwrapped() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation });

    /// <summary>Reads the arguments of a construction.</summary>
    public bool ReadArguments(RetypedDocument document, IOperation call, ElementRoles roles, ImmutableArray<IArgumentOperation> arguments) =>
        arguments.All(argument => argument.Parameter is { } parameter && ReadArgument(document, call, roles, argument, parameter));

    private bool ReadArgument(RetypedDocument document, IOperation call, ElementRoles roles, IArgumentOperation argument, IParameterSymbol parameter)
    {
        var declared = parameter.OriginalDefinition.Type;
        if (declared is INamedTypeSymbol { DelegateInvokeMethod: { } signature } && roles.MentionsChange(declared))
        {
            return call is IInvocationOperation invocation && ReadDelegate(document, invocation, roles, argument, signature);
        }

        return roles.Of(declared) switch
        {
            ElementRole.None => true,
            ElementRole.Key when parameter.RefKind is RefKind.None => Translation.PutKey(document, argument.Value),
            ElementRole.Value when parameter.RefKind is RefKind.None => Translation.PutValue(document, argument.Value, parameter.Type),
            ElementRole.Value when parameter.RefKind is RefKind.Out => ReadOutValue(document, argument, parameter.Type),
            _ => false,
        };
    }

    private bool ReadDelegate(
        RetypedDocument document, IInvocationOperation call, ElementRoles roles, IArgumentOperation argument, IMethodSymbol signature)
    {
        var parameters = signature.Parameters.Select(parameter => roles.Of(parameter.Type)).ToArray();
        var result = signature.ReturnsVoid ? ElementRole.None : roles.Of(signature.ReturnType);
        if (parameters.Contains(null) || result is not (ElementRole.None or ElementRole.Value))
        {
            return false;
        }

        var given = argument.Value.Unwrapped();
        var made = given is IDelegateCreationOperation creation ? creation.Target : given;
        if (made is IAnonymousFunctionOperation lambda)
        {
            for (var index = 0; index < parameters.Length && index < lambda.Symbol.Parameters.Length; index++)
            {
                if (parameters[index] is { } role && Translation.Changes(role) && !ReadParameter(document, lambda.Symbol.Parameters[index], role))
                {
                    return false;
                }
            }
        }
        else if (result is ElementRole.None && parameters.Any(role => Translation.Changes(role!.Value)))
        {
            return false;
        }

        return result is ElementRole.None
            || Translation.PutFactory(document, new FactoryUse(call, made, (INamedTypeSymbol)argument.Parameter!.Type, [.. parameters.Select(role => role!.Value)]));
    }

    private bool ReadParameter(RetypedDocument document, IParameterSymbol parameter, ElementRole role)
    {
        if (parameter.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax(document.CancellationToken) is not ParameterSyntax declaration)
        {
            // 'delegate { .. }' names no parameters and so uses none.
            return parameter.DeclaringSyntaxReferences.IsEmpty;
        }

        scope.AddVariable(new ElementVariable(document, parameter, role, declaration));
        return declaration.Type is null || Translation.RewriteType(document, declaration.Type, parameter.Type, role);
    }

    private bool ReadOutValue(RetypedDocument document, IArgumentOperation argument, ITypeSymbol valueType)
    {
        document.AddKnownWrite(argument.Syntax);
        switch (argument.Value)
        {
            case IDiscardOperation { Syntax: DeclarationExpressionSyntax { Type: { IsVar: false } written } }:
                return Translation.RewriteType(document, written, valueType, ElementRole.Value);
            case IDiscardOperation:
                return true;
            case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation local, Syntax: DeclarationExpressionSyntax declaration }:
                scope.AddVariable(new ElementVariable(document, local.Local, ElementRole.Value, declaration.Designation, valueType, IsAssigned: true));
                return declaration.Type.IsVar || Translation.RewriteType(document, declaration.Type, valueType, ElementRole.Value);
            case ILocalReferenceOperation local:
                return ReadAssignedLocal(document, local.Local, valueType);
            default:
                return false;
        }
    }

    // A local that was declared before; it can change its type where all that it is ever given comes from such calls.
    private bool ReadAssignedLocal(RetypedDocument document, ILocalSymbol local, ITypeSymbol valueType)
    {
        if (local.RefKind is not RefKind.None || local.DeclaringSyntaxReferences is not [var reference])
        {
            return false;
        }

        var declaration = reference.GetSyntax(document.CancellationToken);
        scope.AddVariable(new ElementVariable(document, local, ElementRole.Value, declaration, valueType, IsAssigned: true));
        return declaration switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Type: { IsVar: false } type }, Initializer: var initializer } =>
                initializer?.Value is null or LiteralExpressionSyntax or PostfixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax }
                && (initializer is null || document.OperationOf(initializer.Value) is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation)
                && Translation.RewriteType(document, type, valueType, ElementRole.Value),
            SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax } => true,
            _ => false,
        };
    }

    private bool ReadIndexer(RetypedDocument document, IPropertyReferenceOperation indexer, ElementRoles roles)
    {
        if (roles.Of(indexer.Property.OriginalDefinition.Type) is not ElementRole.Value)
        {
            return ReadResult(document, indexer, roles.Of(indexer.Property.OriginalDefinition.Type), mayBeAbsent: false);
        }

        return indexer.Access() switch
        {
            AccessKind.Read => Translation.TakeValue(document, indexer, mayBeAbsent: false),
            AccessKind.Write => indexer.Parent is ISimpleAssignmentOperation { Parent: IExpressionStatementOperation or IObjectOrCollectionInitializerOperation } assignment
                && Translation.PutValue(document, assignment.Value, indexer.Property.Type),
            _ => false,
        };
    }

    private bool ReadResult(RetypedDocument document, IOperation result, ElementRole? role, bool mayBeAbsent) => role switch
    {
        null => false,
        ElementRole.None => true,
        ElementRole.Value => Translation.TakeValue(document, result, mayBeAbsent),
        ElementRole.Pair => elements.ReadPair(document, result, mayBeAbsent),
        { } other => elements.Read(document, result, other),
    };

    private static ITypeSymbol ResultOf(ISymbol member) => member is IMethodSymbol method ? method.ReturnType : ((IPropertySymbol)member).Type;

    private static bool HasWrittenTypeArguments(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: GenericNameSyntax or MemberAccessExpressionSyntax { Name: GenericNameSyntax } or MemberBindingExpressionSyntax { Name: GenericNameSyntax } };
}
