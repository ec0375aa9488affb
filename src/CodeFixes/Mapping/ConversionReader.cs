using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Mapping;

/// <summary>Reads a conversion statement by statement: what a mapper could not do as well makes it none that can be replaced.</summary>
internal sealed class ConversionReader(CompilationModel model)
{
    /// <summary>The conversion as it is written; null where something in it cannot be replaced.</summary>
    public ConversionSite? Read(ReflectionConversion conversion)
    {
        var source = conversion.Read.Source;
        if (conversion.Read.Operation is not IInvocationOperation || (source.SymbolOfVariable() is null && source is not IInstanceReferenceOperation))
        {
            return null;
        }

        return conversion.Sink.Operation is IInvocationOperation { TargetMethod.Name: "ToDictionary" } call ? OfOperator(conversion, call)
            : PairIn(conversion.Sink.Operation) is { } pair && conversion.Walk.Place is IAnonymousFunctionOperation selector ? OfPairs(conversion, pair, selector)
            : conversion.Walk.Place is IForEachLoopOperation { Syntax: ForEachStatementSyntax } loop ? OfLoop(conversion, loop)
            : null;
    }

    // 'list.ToDictionary(p => p.Name, p => p.GetValue(o), comparer)'
    private ConversionSite? OfOperator(ReflectionConversion conversion, IInvocationOperation call) =>
        KnownTypes.Is(call.TargetMethod.ContainingType, model.Types.Enumerable) && IsOfObjects(call.Type) && call.Syntax is InvocationExpressionSyntax site
        && NamedPairs.Selectors(call, model.Types) is { } selectors && IsOnly(selectors.Value.Value, conversion.Read.Operation) && call.Argument(0) is { } list
            ? new ConversionSite(conversion.Read.Source, list, conversion.Sink.Key)
            {
                Expression = site,
                Comparer = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Type.Name == "IEqualityComparer")?.Value.Syntax as ExpressionSyntax,
            }
            : null;

    // 'list.Select(p => new KeyValuePair<string, object>(p.Name, p.GetValue(o))).ToList()'
    private ConversionSite? OfPairs(ReflectionConversion conversion, (IOperation Key, IOperation Value) pair, IAnonymousFunctionOperation selector)
    {
        if (selector.Body.Operations is not [IReturnOperation { ReturnedValue: { } returned }] || returned.Unwrapped() != conversion.Sink.Operation || pair.Value.Unwrapped() != conversion.Read.Operation
            || LambdaRuns.ReceiverOf(selector) is not { Parent: IInvocationOperation { TargetMethod: { Name: "Select", Parameters.Length: 2 } select } projection }
            || !KnownTypes.Is(select.ContainingType, model.Types.Enumerable) || projection.Argument(0) is not { } list)
        {
            return null;
        }

        var outer = projection.Parent;
        while (outer is ITranslatedQueryOperation or IConversionOperation or IParenthesizedOperation)
        {
            outer = outer.Parent;
        }

        return outer is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "ToList" or "ToArray" } copying, Syntax: InvocationExpressionSyntax site } made }
            && KnownTypes.Is(copying.ContainingType, model.Types.Enumerable) && IsListOfPairs(made.Type)
                ? new ConversionSite(conversion.Read.Source, list, pair.Key) { Expression = site, Copying = $".{copying.Name}()" }
                : null;
    }

    private ConversionSite? OfLoop(ReflectionConversion conversion, IForEachLoopOperation loop)
    {
        var steps = new Steps(conversion);
        var statements = loop.Body is IBlockOperation block ? block.Operations : [loop.Body];
        if (!steps.Read(statements) || steps.Target is not { } target || target.Syntax is not ExpressionSyntax targetSyntax || loop.Collection.Unwrapped() is not { } list
            || !(steps.AddsPairs ? IsListOfPairs(target.Type) && target.Type is INamedTypeSymbol : IsOfObjects(target.Type) || model.Types.KindOf(target.Type) is CollectionKind.ExpandoObject))
        {
            return null;
        }

        var fresh = FreshlyMade(target, loop);
        return steps.Adds && fresh is null
            ? null
            : new ConversionSite(conversion.Read.Source, list, steps.Key!)
            {
                Loop = (StatementSyntax)loop.Syntax,
                Target = targetSyntax,
                AddsPairs = steps.AddsPairs,
                Creation = fresh is { Syntax: ExpressionSyntax creation } && IsPlain(fresh) ? creation : null,
                Tests = steps.Tests,
                OmitsNulls = steps.OmitsNulls,
            };
    }

    // 'var map = new Dictionary<string, object>();' in the statement before the loop; of an ExpandoObject often under two names.
    private IObjectCreationOperation? FreshlyMade(IOperation target, IForEachLoopOperation loop)
    {
        if (loop.Parent is not IBlockOperation { Operations: var operations })
        {
            return null;
        }

        for (var index = operations.IndexOf(loop) - 1; index >= 0 && target is ILocalReferenceOperation { Local: var local }; index--)
        {
            if (operations[index] is not IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [var declarator] }] } || !SymbolEqualityComparer.Default.Equals(declarator.Symbol, local)
                || declarator.GetVariableInitializer()?.Value.Unwrapped() is not { } value)
            {
                return null;
            }

            target = value;
        }

        return target is IObjectCreationOperation { Initializer: null } creation
            && (model.Types.KindOf(creation.Type) is CollectionKind.ExpandoObject
                || (model.Types.KindOf(creation.Type) is CollectionKind.Dictionary && model.Types.IsKnown((INamedTypeSymbol)creation.Type!)
                    && creation.Arguments.All(argument => argument.Parameter?.Name is "capacity" or "comparer")))
            ? creation
            : null;
    }

    // What the mapper makes can take its place.
    private bool IsPlain(IObjectCreationOperation creation) =>
        model.Types.KindOf(creation.Type) is CollectionKind.Dictionary && creation.Arguments.All(argument => argument.Parameter?.Name == "capacity");

    private static bool IsListOfPairs(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType: var element } => IsPair(element),
        INamedTypeSymbol { Name: "List", TypeArguments: [var element] } => type.IsNamed("System.Collections.Generic", "List") && IsPair(element),
        _ => false,
    };

    private static bool IsPair(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "KeyValuePair", TypeArguments: [{ SpecialType: SpecialType.System_String }, { SpecialType: SpecialType.System_Object }] };

    // 'new KeyValuePair<string, object>(p.Name, p.GetValue(o))', 'KeyValuePair.Create(p.Name, p.GetValue(o))'
    private static (IOperation Key, IOperation Value)? PairIn(IOperation operation) => operation switch
    {
        IObjectCreationOperation { Initializer: null, Type: { } type, Arguments: [var key, var value] } when IsPair(type) => (key.Value, value.Value),
        IInvocationOperation { TargetMethod: { Name: "Create", ContainingType: { Name: "KeyValuePair", Arity: 0 } }, Type: { } type } call when IsPair(type) && call.Argument(0) is { } key && call.Argument(1) is { } value => (key, value),
        _ => null,
    };

    private static bool IsOfObjects(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Dictionary" or "IDictionary", TypeArguments: [{ SpecialType: SpecialType.System_String }, { SpecialType: SpecialType.System_Object }] };

    private static bool IsOnly(IOperation selector, IOperation read) =>
        (selector.Unwrapped() as IDelegateCreationOperation)?.Target is IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: { } value }] } && value.Unwrapped() == read;

    // The statements of the loop, one after the other.
    private sealed class Steps(ReflectionConversion conversion)
    {
        private readonly List<(IOperation, bool)> tests = [];
        private readonly HashSet<ISymbol> values = new(SymbolEqualityComparer.Default);

        public IReadOnlyList<(IOperation Test, bool Expected)> Tests => tests;

        public bool OmitsNulls { get; private set; }

        public bool Adds { get; private set; }

        public bool AddsPairs { get; private set; }

        public IOperation? Target { get; private set; }

        public IOperation? Key { get; private set; }

        public bool Read(IEnumerable<IOperation> statements)
        {
            foreach (var statement in statements)
            {
                if (Target is not null || !Read(statement))
                {
                    return false;
                }
            }

            return true;
        }

        private bool Read(IOperation statement)
        {
            switch (statement)
            {
                case IBlockOperation block:
                    return Read(block.Operations);
                case IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [var declarator] }] }:
                    return Declares(declarator);
                case IConditionalOperation { WhenFalse: null, WhenTrue: var then, Condition: var test }:
                    return IsContinue(then) ? Asks(test, expected: false) : Asks(test, expected: true) && Read(then);
                case IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } target } indexer } assignment }:
                    return Puts(target, indexer.Argument(0), assignment.Value);
                case IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod.Name: "Add", Instance: { } target, Arguments: [_, _] } call }:
                    Adds = true;
                    return Puts(target, call.Argument(0), call.Argument(1));
                case IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod.Name: "Add", Instance: { } target, Arguments: [{ Value: var added }] } } when PairIn(added.Unwrapped()) is { } pair:
                    AddsPairs = true;
                    return Puts(target, pair.Key, pair.Value);
                default:
                    return false;
            }
        }

        // A name for the value, or for the key: what it stands for is looked up where it is used.
        private bool Declares(IVariableDeclaratorOperation declarator)
        {
            if (declarator.GetVariableInitializer()?.Value is not { } value)
            {
                return false;
            }

            if (IsValue(value))
            {
                values.Add(declarator.Symbol);
                return true;
            }

            return declarator.Symbol.Type.SpecialType is SpecialType.System_String && !value.Executed().Any(part => ReflectionMembers.ReadOf(part) is not null);
        }

        private bool Asks(IOperation test, bool expected)
        {
            switch (test.Unwrapped())
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when expected:
                    return Asks(both.LeftOperand, true) && Asks(both.RightOperand, true);
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either when !expected:
                    return Asks(either.LeftOperand, false) && Asks(either.RightOperand, false);
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negated:
                    return Asks(negated.Operand, !expected);
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals or BinaryOperatorKind.Equals } compared when IsValue(compared.LeftOperand) && IsNull(compared.RightOperand):
                    OmitsNulls = true;
                    return compared.OperatorKind is BinaryOperatorKind.NotEquals == expected;
                case IIsPatternOperation { Value: var value, Pattern: IConstantPatternOperation { Value: var constant } } when IsValue(value) && IsNull(constant):
                    OmitsNulls = true;
                    return !expected;
                case IIsPatternOperation { Value: var value, Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } } } when IsValue(value) && IsNull(constant):
                    OmitsNulls = true;
                    return expected;
                case IIsPatternOperation { Value: var value, Pattern: IRecursivePatternOperation { DeconstructionSubpatterns: [], PropertySubpatterns: [], DeclaredSymbol: var declared } pattern }
                    when expected && IsValue(value) && pattern.MatchedType.SpecialType is SpecialType.System_Object:
                    OmitsNulls = true;
                    if (declared is not null)
                    {
                        values.Add(declared);
                    }

                    return true;
                default:
                    tests.Add((test, expected));
                    return !test.Executed().Any(part => ReflectionMembers.ReadOf(part) is not null);
            }
        }

        private bool Puts(IOperation target, IOperation? key, IOperation? value)
        {
            (Target, Key) = (target.Unwrapped(), key);
            return key is not null && value is not null && IsValue(value)
                && (Target is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation });
        }

        private bool IsValue(IOperation value) =>
            value.Unwrapped() is var bare && (bare.Syntax == conversion.Read.Operation.Syntax || (bare is ILocalReferenceOperation { Local: var local } && values.Contains(local)));

        private static bool IsNull(IOperation value) => value.Unwrapped().ConstantValue is { HasValue: true, Value: null };

        private static bool IsContinue(IOperation statement) => statement switch
        {
            IBranchOperation { BranchKind: BranchKind.Continue } => true,
            IBlockOperation { Operations: [var sole] } => IsContinue(sole),
            _ => false,
        };
    }
}
