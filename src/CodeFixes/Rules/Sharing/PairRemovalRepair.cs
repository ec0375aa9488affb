using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// Removes the pair that was tested and no other: <c>d.TryRemove(pair)</c> where the framework has it, <c>ICollection.Remove(pair)</c>
/// where it has not.
/// </summary>
internal static class PairRemovalRepair
{
    private const string Generic = "System.Collections.Generic";

    /// <summary>The ways to name the pair, best first; none where the value that was tested is not at hand, or what was removed is looked at.</summary>
    public static IEnumerable<Repair> Plan(RepairContext context, Diagnostic diagnostic)
    {
        if (diagnostic.AdditionalLocations.Count == 0
            || context.Find<InvocationExpressionSyntax>(diagnostic.Location) is not { Expression: MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access } call
            || call.ArgumentList.Arguments is not [{ NameColon: null } key, ..] || call.ArgumentList.Arguments.Any(argument => argument.NameColon is not null)
            || call.ContainsDirectives || !IsOutputUnused(context, call)
            || context.OperationOf(call) is not IInvocationOperation operation
            || new ConditionalRemovalFinder(context.Facts).At(operation, context.CancellationToken) is not { } found
            || PairTypeOf(context, access.Expression) is not var (pairType, isConcurrent)
            || pairType.TypeArguments.Any(argument => argument.TypeKind is TypeKind.Dynamic))
        {
            yield break;
        }

        foreach (var (pair, missing) in Pairs(context, found, call, key.Expression, pairType))
        {
            var removal = isConcurrent && HasPairRemoval(context, access.Expression) ? Shapes.Call(access.Expression, "TryRemove", pair)
                : isConcurrent ? Shapes.Call(SyntaxFactory.ParseExpression($"((ICollection<{Text(context, pairType, call)}>){access.Expression.WithoutTrivia()})"), "Remove", pair)
                : Shapes.Call(access.Expression, "Remove", pair);
            if (StatementRewrite.Replace(call, removal, access.Expression, key) is { } repair)
            {
                yield return repair with { Namespace = missing ?? (isConcurrent && !HasPairRemoval(context, access.Expression) ? MissingFor(context, "ICollection", call) : null) };
            }
        }
    }

    private static IEnumerable<(ExpressionSyntax Pair, string? Missing)> Pairs(
        RepairContext context, ConditionalRemoval found, InvocationExpressionSyntax call, ExpressionSyntax key, INamedTypeSymbol pairType)
    {
        if (found.Check.Parent is IForEachLoopOperation { Syntax: CommonForEachStatementSyntax loop })
        {
            if (loop is ForEachStatementSyntax single)
            {
                // A loop over the keys has no value at hand.
                if (context.Model.GetDeclaredSymbol(single, context.CancellationToken) is ILocalSymbol { Type: INamedTypeSymbol { Name: "KeyValuePair" } type } && SymbolEqualityComparer.Default.Equals(type, pairType))
                {
                    yield return (SyntaxFactory.IdentifierName(single.Identifier.WithoutTrivia()), null);
                }

                yield break;
            }

            if (LoopElements.Of((IForEachLoopOperation)found.Check.Parent) is not [_, { Root.Symbol: ILocalSymbol value }] || IsWritten(context, call, value))
            {
                yield break;
            }

            foreach (var made in Made(context, call, key, value.Name, pairType))
            {
                yield return made;
            }

            yield break;
        }

        if (ValueOf(context, found.Check) is { } variable && !IsWritten(context, call, variable))
        {
            foreach (var made in Made(context, call, key, variable.Name, pairType))
            {
                yield return made;
            }
        }
    }

    // 'KeyValuePair.Create(k, v)' where the framework has it and finds the types.
    private static IEnumerable<(ExpressionSyntax Pair, string? Missing)> Made(RepairContext context, SyntaxNode place, ExpressionSyntax key, string value, INamedTypeSymbol pairType)
    {
        var arguments = new[] { key, SyntaxFactory.ParseExpression(value) };
        if (pairType.ContainingNamespace.GetTypeMembers("KeyValuePair", 0).Any())
        {
            yield return (Shapes.Call(SyntaxFactory.IdentifierName("KeyValuePair"), "Create", arguments), MissingFor(context, "KeyValuePair", place));
        }

        yield return (SyntaxFactory.ParseExpression($"new {Text(context, pairType, place)}({key.WithoutTrivia()}, {value})"), MissingFor(context, "KeyValuePair", place));
    }

    private static string? MissingFor(RepairContext context, string type, SyntaxNode place) =>
        context.Model.LookupNamespacesAndTypes(place.SpanStart, name: type).IsEmpty ? Generic : null;

    private static string Text(RepairContext context, INamedTypeSymbol pairType, SyntaxNode place)
    {
        var arguments = pairType.TypeArguments.Select(argument => argument.ToMinimalDisplayString(
            context.Model, place.SpanStart, SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier)));
        return $"KeyValuePair<{string.Join(", ", arguments)}>";
    }

    // The pair that the receiver holds, and whether it is a ConcurrentDictionary by its own type.
    private static (INamedTypeSymbol Pair, bool IsConcurrent)? PairTypeOf(RepairContext context, ExpressionSyntax receiver)
    {
        var type = context.Model.GetTypeInfo(receiver, context.CancellationToken).Type as INamedTypeSymbol;
        var collection = type is null ? null : type.AllInterfaces.Prepend(type).FirstOrDefault(candidate => candidate is { Name: "ICollection", Arity: 1 } && candidate.TypeArguments[0] is INamedTypeSymbol { Name: "KeyValuePair", Arity: 2 });
        return collection is null ? null : ((INamedTypeSymbol)collection.TypeArguments[0], context.Facts.Types.KindOf(type) is CollectionKind.ConcurrentDictionary);
    }

    private static bool HasPairRemoval(RepairContext context, ExpressionSyntax receiver) =>
        context.Model.LookupSymbols(receiver.SpanStart, context.Model.GetTypeInfo(receiver, context.CancellationToken).Type, "TryRemove")
            .OfType<IMethodSymbol>().Any(method => method.Parameters.Length == 1);

    // The variable that the look-up gave the value to.
    private static ISymbol? ValueOf(RepairContext context, IOperation check) => check switch
    {
        IInvocationOperation { TargetMethod.Name: "TryGetValue" } call => call.Arguments.FirstOrDefault(argument => argument.Parameter?.RefKind is RefKind.Out)?.Value switch
        {
            IDeclarationExpressionOperation { Expression: ILocalReferenceOperation local } => local.Local,
            ILocalReferenceOperation local => local.Local,
            _ => null,
        },
        { Syntax: ExpressionSyntax expression } when expression.WithParentheses().Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } =>
            context.Model.GetDeclaredSymbol(declarator, context.CancellationToken) as ILocalSymbol,
        _ => null,
    };

    // A variable that has been given something else is not what was tested, nor is a struct that was changed in part.
    private static bool IsWritten(RepairContext context, InvocationExpressionSyntax call, ISymbol variable) =>
        context.OperationOf(call) is not { } operation || !context.Facts.Bodies.Around(operation).Locals.IsNeverReassigned(variable)
        || operation.Root().DescendantsAndSelf().Any(use => use is ILocalReferenceOperation { Type.IsValueType: true } local
            && SymbolEqualityComparer.Default.Equals(local.Local, variable) && IsChangedByUse(local));

    // 'lease.Count = 0', and 'lease.Next()' of a method that has not promised to change nothing.
    private static bool IsChangedByUse(ILocalReferenceOperation value) => value.Parent switch
    {
        IMemberReferenceOperation member when member.Instance == value => member.Access() is not AccessKind.Read,
        IInvocationOperation { TargetMethod: var method } call when call.Instance == value =>
            !method.IsReadOnly && !method.IsOverride && !method.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty,
        _ => false,
    };

    // 'out _', or a variable that nobody reads.
    private static bool IsOutputUnused(RepairContext context, InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Skip(1).All(argument => argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword) && argument.Expression switch
        {
            DeclarationExpressionSyntax { Designation: DiscardDesignationSyntax } or IdentifierNameSyntax { Identifier.ValueText: "_" } => true,
            DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax designation } =>
                context.Model.GetDeclaredSymbol(designation, context.CancellationToken) is { } variable
                && !(call.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) ?? (SyntaxNode)context.Root).DescendantNodes().OfType<IdentifierNameSyntax>()
                    .Any(name => SymbolEqualityComparer.Default.Equals(context.Model.GetSymbolInfo(name, context.CancellationToken).Symbol, variable)),
            _ => false,
        });
}
