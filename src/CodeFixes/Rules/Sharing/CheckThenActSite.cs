using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>A check and an act that stand in the same body and name the ConcurrentDictionary by its own type: what can become one call.</summary>
internal sealed class CheckThenActSite
{
    private CheckThenActSite(RepairContext context, CheckThenAct found, ExpressionSyntax act, ExpressionSyntax check, ExpressionSyntax receiver, ExpressionSyntax key, INamedTypeSymbol dictionary)
    {
        Context = context;
        Found = found;
        Act = act;
        Check = check;
        Receiver = receiver;
        Key = key;
        Dictionary = dictionary;
    }

    public RepairContext Context { get; }

    /// <summary>What the rule found.</summary>
    public CheckThenAct Found { get; }

    /// <summary>The act: <c>d[k]</c>, or the call of <c>TryAdd</c>.</summary>
    public ExpressionSyntax Act { get; }

    /// <summary>The check; the act itself for <c>d[k]++</c>.</summary>
    public ExpressionSyntax Check { get; }

    public ExpressionSyntax Receiver { get; }

    public ExpressionSyntax Key { get; }

    /// <summary>The ConcurrentDictionary with its type arguments.</summary>
    public INamedTypeSymbol Dictionary { get; }

    public ITypeSymbol ValueType => Dictionary.TypeArguments[1];

    /// <summary>The rules that a factory could offend.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> FactoryRules { get; } = [new DICT206FactoryWithEffectAnalyzer()];

    /// <summary>Whether the framework has <c>GetOrAdd(key, (key, state) => .., state)</c>.</summary>
    public bool HasStateOverloads => Dictionary.GetMembers("GetOrAdd").OfType<IMethodSymbol>().Any(method => method.Arity == 1);

    public LanguageVersion Language => ((CSharpParseOptions)Act.SyntaxTree.Options).LanguageVersion;

    /// <summary>Whether the result of a <c>TryGetValue</c> that gave null, or of <c>GetValueOrDefault</c>, says that the key is absent.</summary>
    public bool NullSaysAbsent => ValueType is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated };

    /// <summary>Whether <paramref name="check"/> gives the value, and null where the key is absent.</summary>
    public bool GivesNullWhenAbsent(ExpressionSyntax check) =>
        NullSaysAbsent && check is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } call && NameOf(call) is "GetValueOrDefault";

    /// <summary>Reads the site of a diagnostic; null where it is not of this kind.</summary>
    public static CheckThenActSite? Of(RepairContext context, Diagnostic diagnostic)
    {
        if (diagnostic.AdditionalLocations.Count < 2 || diagnostic.AdditionalLocations[1].SourceSpan != diagnostic.Location.SourceSpan
            || context.Find<ExpressionSyntax>(diagnostic.Location) is not { } act
            || NamedIn(act) is not var (receiver, key)
            || context.Model.GetTypeInfo(receiver, context.CancellationToken).Type is not INamedTypeSymbol { TypeArguments.Length: 2, TypeKind: TypeKind.Class } dictionary
            || !context.Facts.Types.IsKnown(dictionary) || context.Facts.Types.KindOf(dictionary) is not CollectionKind.ConcurrentDictionary
            || dictionary.TypeArguments.Any(argument => argument.TypeKind is TypeKind.Dynamic)
            || context.Model.GetTypeInfo(key, context.CancellationToken).Type?.TypeKind is TypeKind.Dynamic
            || context.OperationOf(act) is not { } operation
            || DictionaryUse.TryGet(operation, context.Facts.Types) is not { } use
            || new CheckThenActFinder(context.Facts).At(use, context.CancellationToken) is not { } found
            || found.Site != found.Act.Operation
            || found.Check.Syntax is not ExpressionSyntax check

            // Not in the filter of a sequence.
            || found.Check.EnclosingBody().Syntax != found.Act.Operation.EnclosingBody().Syntax)
        {
            return null;
        }

        var site = new CheckThenActSite(context, found, act, check, receiver, key, dictionary);
        return site.NearestCheck() is { } nearest && nearest != check ? new CheckThenActSite(context, found, act, nearest, receiver, key, dictionary) : site;
    }

    // Of several checks the one that decides last: 'if (!d.TryGetValue(..)) { Wait(); if (!d.TryGetValue(..)) { d[k] = .. } }'
    private ExpressionSyntax? NearestCheck() => Check == Act ? null : Act.Ancestors()
        .TakeWhile(node => node is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Select(node => node switch
        {
            IfStatementSyntax branch => branch.Condition,
            ConditionalExpressionSyntax choice => choice.Condition,
            _ => null,
        })
        .OfType<ExpressionSyntax>()
        .Where(condition => !condition.Span.Contains(Act.Span))
        .SelectMany(condition => condition.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>())
        .FirstOrDefault(call => IsCall(call) && FoundWhenTrue(call) is not null);

    /// <summary>Whether <paramref name="expression"/> is the indexer of this dictionary with this key.</summary>
    public bool IsEntry(ExpressionSyntax expression) =>
        expression.Bare() is ElementAccessExpressionSyntax access && NamedIn(access) is var (receiver, key)
        && SyntaxFactory.AreEquivalent(receiver, Receiver) && SyntaxFactory.AreEquivalent(key, Key);

    /// <summary>The reads and writes of the entry beneath <paramref name="node"/> that run when it runs.</summary>
    public IEnumerable<ElementAccessExpressionSyntax> EntriesIn(SyntaxNode node) =>
        node.DescendantNodesAndSelf(inner => inner is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ElementAccessExpressionSyntax>()
            .Where(IsEntry);

    /// <summary>Whether <paramref name="expression"/> is a call of this dictionary with this key.</summary>
    public bool IsCall(ExpressionSyntax expression, string? name = null) =>
        expression.Bare() is InvocationExpressionSyntax call && NamedIn(call) is var (receiver, key)
        && (name is null || NameOf(call) == name)
        && SyntaxFactory.AreEquivalent(receiver, Receiver) && SyntaxFactory.AreEquivalent(key, Key);

    /// <summary>The name of the method that the check calls; empty where it reads the indexer.</summary>
    public string CheckName => NameOf(Check);

    /// <summary>
    /// The value that <paramref name="expression"/> stores in the entry: <c>d[k] = value</c>, <c>d.TryAdd(k, value)</c>,
    /// <c>_ = d.TryAdd(k, value)</c>; null where it is no such store.
    /// </summary>
    public ExpressionSyntax? StoredBy(ExpressionSyntax expression) => expression.Bare() switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } store when store.Left == Act || IsEntry(store.Left) => store.Right,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Right: InvocationExpressionSyntax call } => StoredBy(call),
        InvocationExpressionSyntax { ArgumentList.Arguments: [_, { Expression: var value }] } call when call == Act || IsCall(call, "TryAdd") => value,
        _ => null,
    };

    /// <summary>The operation of an expression.</summary>
    public IOperation? OperationOf(ExpressionSyntax expression) => Context.OperationOf(expression.Bare());

    /// <summary>What a condition says of the key when it is true: found, absent, or null where it says neither, or more.</summary>
    public bool? FoundWhenTrue(ExpressionSyntax condition)
    {
        if (condition.Bare() is InvocationExpressionSyntax call && (call == Check || IsCall(call)))
        {
            // 'TryAdd' that fails has found the key; what gives a value tells by null.
            return NameOf(call) switch
            {
                "TryGetValue" or "ContainsKey" or "Contains" => true,
                "TryAdd" => false,
                _ => null,
            };
        }

        return condition.Bare() switch
        {
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var operand } => !FoundWhenTrue(operand),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Left: var left, Right: LiteralExpressionSyntax right } => Compared(left, right),
            IsPatternExpressionSyntax { Expression: var tested, Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax constant } } => Compared(tested, constant),
            IsPatternExpressionSyntax { Expression: var tested, Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax constant } } } => !Compared(tested, constant),
            _ => null,
        };
    }

    /// <summary>The variable that <c>TryGetValue</c> gives the value to: its declaration in the call, or its name.</summary>
    public ExpressionSyntax? Output => CheckOutput.Of(Check);

    /// <summary>The variable of <see cref="Output"/>; null where it is discarded, or something else than a variable.</summary>
    public ISymbol? OutputVariable => this.VariableGivenBy(Check);

    /// <summary>Whether the variable is declared where it is given its value.</summary>
    public bool DeclaresOutput => Output is DeclarationExpressionSyntax;

    /// <summary>A call on the dictionary with this key.</summary>
    public InvocationExpressionSyntax Call(string method, params IEnumerable<ExpressionSyntax> arguments) => Shapes.Call(Receiver, method, arguments.Prepend(Key));

    /// <summary>The statement around an expression; null where it is not the statement's whole expression.</summary>
    public static StatementSyntax? StatementOf(ExpressionSyntax expression) => expression.WithParentheses().Parent as ExpressionStatementSyntax;

    private bool? Compared(ExpressionSyntax tested, LiteralExpressionSyntax constant) => constant.Kind() switch
    {
        SyntaxKind.TrueLiteralExpression => FoundWhenTrue(tested),
        SyntaxKind.FalseLiteralExpression => !FoundWhenTrue(tested),
        _ => null,
    };

    private static (ExpressionSyntax Receiver, ExpressionSyntax Key)? NamedIn(ExpressionSyntax use) => use switch
    {
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ NameColon: null, RefKindKeyword.RawKind: 0 } key] } access => (access.Expression, key.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access, ArgumentList.Arguments: [{ NameColon: null } key, ..] arguments }
            when arguments.All(argument => argument.NameColon is null) => (access.Expression, key.Expression),
        _ => null,
    };

    /// <summary>The name of the method that an expression calls; empty where it calls none.</summary>
    public static string NameOf(ExpressionSyntax call) =>
        call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } } ? name.Identifier.ValueText : string.Empty;
}
