using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// Reads what becomes of an expression that carries elements of the dictionary: pairs, sequences of pairs, of keys or of values.
/// What it does not know how to translate it refuses.
/// </summary>
internal sealed class ElementReader
{
    private readonly RetypingScope scope;

    public ElementReader(RetypingScope scope)
    {
        this.scope = scope;
        Calls = new CallReader(scope, this);
    }

    public CallReader Calls { get; }

    private Translation Translation => scope.Translation;

    /// <summary>Translates the place where <paramref name="expression"/> is used.</summary>
    public bool Read(RetypedDocument document, IOperation expression, ElementRole role) =>
        !Translation.Changes(role) || role switch
        {
            ElementRole.Key => Translation.TakeKey(document, expression),
            ElementRole.Value => Translation.TakeValue(document, expression, mayBeAbsent: false),
            ElementRole.Pair => ReadPair(document, expression, mayBeAbsent: false),
            ElementRole.Pairs or ElementRole.Values or ElementRole.Keys => ReadSequence(document, expression, role),
            _ => false,
        };

    /// <summary>A loop over something whose elements have this role.</summary>
    public bool ReadLoop(RetypedDocument document, IForEachLoopOperation loop, ElementRole element)
    {
        if (!Translation.Changes(element))
        {
            return true;
        }

        switch (loop.Syntax)
        {
            case ForEachStatementSyntax plain when loop.LoopControlVariable is IVariableDeclaratorOperation variable:
                scope.AddVariable(new ElementVariable(document, variable.Symbol, element, plain));
                return plain.Type.IsVar || (plain.Type is not RefTypeSyntax && Translation.RewriteType(document, plain.Type, variable.Symbol.Type, element));
            case ForEachVariableStatementSyntax taken when element is ElementRole.Pair:
                return ReadDeconstruction(document, taken.Variable);
            default:
                return false;
        }
    }

    /// <summary>Translates the place where a pair is used; what <c>FirstOrDefault</c> gives may be none, and then there is no Lazy in it.</summary>
    public bool ReadPair(RetypedDocument document, IOperation pair, bool mayBeAbsent)
    {
        switch (pair.Parent)
        {
            case IPropertyReferenceOperation { Property: { Name: "Key" or "Value" } property } part when part.Instance == pair:
                return property.Name == "Key"
                    ? !Translation.Changes(ElementRole.Key) || Translation.TakeKey(document, part)
                    : !Translation.Changes(ElementRole.Value) || (part.Access() is AccessKind.Read && Translation.TakeValue(document, part, mayBeAbsent));
            case IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax assignment } deconstruction when deconstruction.Value == pair && !mayBeAbsent:
                return ReadDeconstruction(document, assignment.Left);
            case IVariableInitializerOperation initializer when !mayBeAbsent:
                return ReadLocal(document, initializer, ElementRole.Pair);
            default:
                return false;
        }
    }

    private bool ReadSequence(RetypedDocument document, IOperation sequence, ElementRole role)
    {
        var element = role switch
        {
            ElementRole.Pairs => ElementRole.Pair,
            ElementRole.Values => ElementRole.Value,
            _ => ElementRole.Key,
        };
        var parent = sequence.Parent;
        if (parent is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion)
        {
            (sequence, parent) = (conversion, conversion.Parent);
        }

        switch (parent)
        {
            case IForEachLoopOperation loop when loop.Collection == sequence:
                return ReadLoop(document, loop, element);
            case IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } call }
                when role is not ElementRole.Values || Calls.EndsIn(call, role):
                return Calls.ReadExtension(document, call, role);
            case IPropertyReferenceOperation property when property.Instance == sequence && property.Property.Name is "Count" or "Length":
                return true;
            case IPropertyReferenceOperation { Property.IsIndexer: true } indexer when indexer.Instance == sequence && indexer.Access() is AccessKind.Read:
                return Read(document, indexer, element);
            case IArrayElementReferenceOperation { Indices.Length: 1 } item when item.ArrayReference == sequence && item.Access() is AccessKind.Read
                && item.Indices[0].Type?.SpecialType is SpecialType.System_Int32:
                return Read(document, item, element);
            case IVariableInitializerOperation initializer when sequence is not IConversionOperation:
                return ReadLocal(document, initializer, role);
            case ITranslatedQueryOperation or null when QuerySource(sequence) is not null:
                return ReadQuery(document, sequence, element);
            default:
                return QuerySource(sequence) is not null
                    ? ReadQuery(document, sequence, element)
                    : role is ElementRole.Values && IsWantedAsSequence(sequence, parent) && Translation.TakeValues(document, sequence);
        }
    }

    /// <summary>A query over something whose elements have this role: its range variable holds one after the other.</summary>
    public bool ReadQuery(RetypedDocument document, IOperation source, ElementRole element)
    {
        if (!Translation.Changes(element))
        {
            return true;
        }

        if (QuerySource(source) is not { Type: null } clause || document.Model.GetDeclaredSymbol(clause, document.CancellationToken) is not { } variable)
        {
            return false;
        }

        scope.AddVariable(new ElementVariable(document, variable, element, clause));
        return true;
    }

    /// <summary>The clause <c>from x in source</c> that an expression is the source of.</summary>
    public static FromClauseSyntax? QuerySource(IOperation source) =>
        source.Syntax is ExpressionSyntax expression && expression.Parent is FromClauseSyntax clause && clause.Expression == expression ? clause : null;

    // 'IEnumerable<V>' is all that is asked for: the sequence may be another one that gives the same.
    private static bool IsWantedAsSequence(IOperation sequence, IOperation? parent) =>
        sequence is IConversionOperation { Type.OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T }
        && parent is IArgumentOperation { Parameter.RefKind: RefKind.None } or IReturnOperation or ISimpleAssignmentOperation or IVariableInitializerOperation
        && (parent is not ISimpleAssignmentOperation assignment || assignment.Value == sequence);

    private bool ReadLocal(RetypedDocument document, IVariableInitializerOperation initializer, ElementRole role)
    {
        if (initializer.Parent is not IVariableDeclaratorOperation { Symbol: { RefKind: RefKind.None } local, Syntax: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration } declarator })
        {
            return false;
        }

        scope.AddVariable(new ElementVariable(document, local, role, declarator));
        return declaration.Type.IsVar || Translation.RewriteType(document, declaration.Type, local.Type, role);
    }

    // 'var (key, value)' and '(string key, var value)'.
    private bool ReadDeconstruction(RetypedDocument document, ExpressionSyntax target)
    {
        var parts = target switch
        {
            DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax { Variables: [var key, var value] } } => [(null, key), (null, value)],
            TupleExpressionSyntax { Arguments: [{ Expression: DeclarationExpressionSyntax key }, { Expression: DeclarationExpressionSyntax value }] } =>
                [(key.Type, key.Designation), (value.Type, value.Designation)],
            _ => System.Array.Empty<(TypeSyntax? Type, VariableDesignationSyntax Designation)>(),
        };
        return parts.Length == 2
            && ReadPart(document, parts[0].Type, parts[0].Designation, ElementRole.Key)
            && ReadPart(document, parts[1].Type, parts[1].Designation, ElementRole.Value);
    }

    private bool ReadPart(RetypedDocument document, TypeSyntax? type, VariableDesignationSyntax designation, ElementRole role)
    {
        if (!Translation.Changes(role))
        {
            return true;
        }

        if (designation is DiscardDesignationSyntax)
        {
            return type is null or { IsVar: true };
        }

        if (designation is not SingleVariableDesignationSyntax variable || document.Model.GetDeclaredSymbol(variable, document.CancellationToken) is not ILocalSymbol local)
        {
            return false;
        }

        scope.AddVariable(new ElementVariable(document, local, role, designation));
        return type is null or { IsVar: true } || Translation.RewriteType(document, type, local.Type, role);
    }
}
