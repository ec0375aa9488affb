using System;
using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether a write only keeps what its caller gives, or removes something: <c>Register(name, handler)</c>. Programs do that
/// while they start; a value that is computed where it is missing is computed whenever somebody asks for it.
/// </summary>
internal static class KeepingWrites
{
    // What the methods are called that programs call while they start.
    private static readonly ImmutableArray<string> Beginnings =
    [
        "Register", "Unregister", "Deregister", "Add", "Set", "Configure", "Load", "Reset", "Init", "Setup", "Exclude", "Include", "Ignore", "Define", "Import", "Install", "Enable", "Disable",
        "Bootstrap", "Clear", "Remove",
    ];

    /// <summary>Whether <paramref name="access"/> does no more than that.</summary>
    public static bool Keeps(CollectionAccess access, PathReader paths) => Keeps(access.Place, access.Reference, access.Verb, paths);

    /// <summary>Whether <paramref name="place"/>, which does <paramref name="verb"/> with what <paramref name="reference"/> names, does no more than that.</summary>
    public static bool Keeps(IOperation place, IOperation reference, Verb verb, PathReader paths)
    {
        if (verb is Verb.Remove or Verb.Clear or Verb.Resize)
        {
            return place is not IInvocationOperation { Type.SpecialType: SpecialType.System_Boolean } removal || removal.Parent is IExpressionStatementOperation or IReturnOperation;
        }

        if (place.SemanticModel?.GetEnclosingSymbol(place.Syntax.SpanStart) is not IMethodSymbol method)
        {
            return false;
        }

        if (method.MethodKind is MethodKind.PropertySet && method.AssociatedSymbol is IPropertySymbol { IsIndexer: false } || Beginnings.Any(beginning => Begins(method.Name, beginning)))
        {
            return true;
        }

        if (method.Parameters.IsEmpty || !GivesNothing(method))
        {
            return false;
        }

        var given = place switch
        {
            // 'AddOrUpdate(key, 1, (_, n) => n + 1)' computes.
            IInvocationOperation call when call.Arguments.Any(argument => argument.Parameter?.OriginalDefinition.Type.TypeKind is TypeKind.Delegate) => [],
            IInvocationOperation { Parent: IExpressionStatementOperation or IReturnOperation } call => call.Arguments.Select(argument => argument.Value).Where(value => value.Type?.TypeKind is not TypeKind.Error),
            IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation { Parent: IExpressionStatementOperation or IReturnOperation, Value: var value }, Arguments: var keys } => keys.Select(key => key.Value).Append(value),
            _ => [],
        };
        var values = given.Where(value => value.Syntax != reference.Syntax).Select(paths.Origin).ToArray();
        return values.Length > 0 && values.All(IsGiven) && values[values.Length - 1].DescendantsAndSelf().Any(operation => operation is IParameterReferenceOperation);
    }

    // Who keeps something has no result, or only says whether it did, or gives what further calls are made on.
    private static bool GivesNothing(IMethodSymbol method) =>
        method.ReturnsVoid || method.ReturnType.SpecialType is SpecialType.System_Boolean || method.ReturnType is INamedTypeSymbol { IsGenericType: false, Name: "Task" or "ValueTask" }
        || SymbolEqualityComparer.Default.Equals(method.ReturnType.OriginalDefinition, method.ContainingType.OriginalDefinition)
        || method is { IsExtensionMethod: true, Parameters: [var extended, ..] } && SymbolEqualityComparer.Default.Equals(method.ReturnType, extended.Type);

    /// <summary>Whether <paramref name="method"/> is called like what programs call while they start.</summary>
    public static bool IsNamedLikeRegistration(ISymbol? method) => method is not null && Beginnings.Any(beginning => Begins(method.Name, beginning));

    // 'AddRule' and 'Add', not 'Address'.
    private static bool Begins(string name, string beginning) =>
        name.StartsWith(beginning, StringComparison.Ordinal) && (name.Length == beginning.Length || !char.IsLower(name[beginning.Length]) || beginning is "Init");

    // Parameters, their members, and objects made of them; nothing that is called.
    private static bool IsGiven(IOperation value) => value switch
    {
        { ConstantValue.HasValue: true } or IParameterReferenceOperation or ITypeOfOperation or INameOfOperation or IInstanceReferenceOperation or IDefaultValueOperation or IDelegateCreationOperation => true,
        IMemberReferenceOperation { Instance: { } instance } => IsGiven(instance.Unwrapped()),
        IMemberReferenceOperation => true,
        IObjectCreationOperation creation => creation.Arguments.All(argument => IsGiven(argument.Value.Unwrapped())),
        ITupleOperation tuple => tuple.Elements.All(element => IsGiven(element.Unwrapped())),
        _ => false,
    };
}
