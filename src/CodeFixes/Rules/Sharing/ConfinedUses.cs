using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// Where is the collection in a private field used, apart from where its object is made? Answered only where all of it can be seen and
/// ends where it stands: nothing that reads the collection later is given away.
/// </summary>
internal static class ConfinedUses
{
    /// <summary>The references to the field; null where one gives the collection, a live view or a lazy query away, or cannot be looked at.</summary>
    public static IReadOnlyList<SyntaxNode>? Of(RepairContext context, IFieldSymbol field)
    {
        // Code that is not compiled, or stands elsewhere, would go on without the lock.
        if (context.HasSyntaxErrors || field.DeclaredAccessibility is not Accessibility.Private || field.ContainingType.DeclaringSyntaxReferences.Any(part => part.SyntaxTree != context.Root.SyntaxTree)
            || context.Root.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia) && trivia.ToString().Contains(field.Name)))
        {
            return null;
        }

        var uses = new List<SyntaxNode>();
        foreach (var name in context.Root.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == field.Name))
        {
            if (!SymbolEqualityComparer.Default.Equals(context.Model.GetSymbolInfo(name, context.CancellationToken).Symbol?.OriginalDefinition, field) || IsOnlyNamed(name))
            {
                continue;
            }

            SyntaxNode written = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
            if (context.OperationOf(written) is not IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } reference || !EndsHere(context, reference))
            {
                return null;
            }

            if (!IsInMaking(reference, field))
            {
                uses.Add(written);
            }
        }

        return uses;
    }

    private static bool IsOnlyNamed(SyntaxNode name) =>
        name.Ancestors().OfType<InvocationExpressionSyntax>().Any(call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" });

    // Nobody else has the object yet.
    private static bool IsInMaking(IOperation reference, IFieldSymbol field) => reference.EnclosingBody().Syntax switch
    {
        ConstructorDeclarationSyntax constructor => constructor.Modifiers.Any(SyntaxKind.StaticKeyword) == field.IsStatic,
        var body => body.FirstAncestorOrSelf<EqualsValueClauseSyntax>() is { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } or PropertyDeclarationSyntax }
            && reference.EnclosingBody() is not (IAnonymousFunctionOperation or ILocalFunctionOperation),
    };

    private static bool EndsHere(RepairContext context, IFieldReferenceOperation reference)
    {
        if (DictionaryUse.Of(reference, context.Facts.Types) is { } use)
        {
            return use switch
            {
                { Operation: IForEachLoopOperation } => true,
                { Operation: IInvocationOperation { TargetMethod.RefKind: not RefKind.None } } => false,
                { Verb: Verb.EnumerateKeys or Verb.EnumerateValues } => Ends(context, use.Operation),
                { Verb: Verb.Enumerate } => false,
                _ => true,
            };
        }

        return Outer(reference).Parent switch
        {
            ISimpleAssignmentOperation or ICoalesceAssignmentOperation when Outer(reference).Parent is IAssignmentOperation { Parent: IExpressionStatementOperation } assignment => assignment.Target == reference,
            IBinaryOperation { OperatorMethod: null } comparison => comparison.LeftOperand.ConstantValue is { HasValue: true } || comparison.RightOperand.Unwrapped().ConstantValue is { HasValue: true },
            IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } } => true,
            _ => Ends(context, reference),
        };
    }

    // Whether what reads the elements has done so when the expression is over.
    private static bool Ends(RepairContext context, IOperation sequence)
    {
        var types = context.Facts.Types;
        while (true)
        {
            var used = Outer(sequence);
            switch (used.Parent)
            {
                case IForEachLoopOperation loop when loop.Collection == used:
                case ISpreadOperation:
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType.SpecialType: SpecialType.System_String } }:
                case IArgumentOperation { Parent: IObjectCreationOperation creation } when types.KindOf(creation.Type) is not CollectionKind.None:
                    return true;
                case IPropertyReferenceOperation property when property.Instance == used:
                    return !IsLive(property.Type);
                case IInvocationOperation call when call.Instance == used:
                    return DictionaryUse.TryGet(call, types) is not null && !IsLive(call.Type);
                case IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation call } when KnownTypes.Is(call.TargetMethod.ContainingType, types.Enumerable):
                    if (!IsLive(call.Type))
                    {
                        return true;
                    }

                    sequence = call;
                    break;
                default:
                    return false;
            }
        }
    }

    // An interface can be anything; the views and enumerators are types within the collection's.
    private static bool IsLive(ITypeSymbol? type) => type is null or { TypeKind: TypeKind.Interface } or { ContainingType: not null };

    private static IOperation Outer(IOperation operation)
    {
        while (operation.Parent is IConversionOperation { IsImplicit: true } or IParenthesizedOperation)
        {
            operation = operation.Parent;
        }

        return operation;
    }
}
