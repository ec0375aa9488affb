using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// The statements that ask a dictionary for a key, load the value where it is absent, and insert it: they become one look-up that
/// inserts the task, and one await. Whether the value is returned or a variable has it afterwards, stays.
/// </summary>
internal sealed class AwaitedEntry
{
    // 'if (..) return ..;', the await, the insertion, 'return ..;'
    private const int LongestRun = 4;

    private readonly ImmutableArray<StatementSyntax> statements;
    private readonly ImmutableArray<DictionaryUse> uses;
    private readonly AwaitedValue value;
    private readonly string declaration;
    private readonly string target;

    private AwaitedEntry(ImmutableArray<StatementSyntax> statements, ImmutableArray<DictionaryUse> uses, AwaitedValue value, string declaration, string target)
    {
        this.statements = statements;
        this.uses = uses;
        this.value = value;
        this.declaration = declaration;
        this.target = target;
    }

    /// <summary>All that goes.</summary>
    public TextSpan Span => TextSpan.FromBounds(statements[0].SpanStart, statements[statements.Length - 1].Span.End);

    /// <summary>The statements that such a run with <paramref name="statement"/> in it could begin with.</summary>
    public static IEnumerable<StatementSyntax> CandidatesAt(StatementSyntax statement) =>
        (statement.Siblings() ?? []).TakeWhile(sibling => sibling.SpanStart <= statement.SpanStart).Reverse().Take(LongestRun).OfType<IfStatementSyntax>();

    /// <summary>Whether <paramref name="member"/> is one of the uses that go; what else uses the dictionary here is in the way.</summary>
    public bool Uses(SyntaxNode member) => uses.Any(use => use.Operation.Syntax == member);

    /// <summary>The run that begins with <paramref name="first"/>; null where there is none.</summary>
    public static AwaitedEntry? Beginning(RetypedDocument document, StatementSyntax first)
    {
        if (first is not IfStatementSyntax { Else: null } test || first.Siblings() is not { } siblings || first.Parent is GlobalStatementSyntax)
        {
            return null;
        }

        var isNegated = test.Condition.Bare() is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression };
        var asked = isNegated ? ((PrefixUnaryExpressionSyntax)test.Condition.Bare()).Operand.Bare() : test.Condition.Bare();
        if (UseOf(document, asked) is not { Key: { } key, Verb: Verb.Lookup or Verb.Contains } check || !IsFixed(document, key))
        {
            return null;
        }

        var following = first.Following().ToArray();
        return isNegated ? OfBlock(document, test, check, following) : OfReturns(document, test, check, following);
    }

    /// <summary>Writes the run anew.</summary>
    public bool Rewrite(RetypedDocument document)
    {
        var (first, check) = (statements[0], uses[0]);
        if (check.Receiver.Syntax is not ExpressionSyntax map || check.Key?.Syntax is not ExpressionSyntax key || check.Receiver.Type is not INamedTypeSymbol { TypeArguments: [var keyType, _] }
            || !SymbolEqualityComparer.Default.Equals(check.Key.Type, keyType))
        {
            return false;
        }

        var newLine = document.NewLineAt(first.SpanStart);
        var inner = newLine + document.IndentationUnit;
        var entry = document.FreeName("entry", first.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? (SyntaxNode)first);
        var comments = string.Concat(statements.SelectMany(statement => statement.DescendantTrivia()).Comments()
            .Where(comment => Span.Contains(comment.Span) && !value.Covers(comment.Span)).Select(comment => comment + newLine));
        document.Edits.Replace(
            Span,
            $"{comments}{declaration}var {entry} = {map}.GetOrAdd({key}, {value.FactoryFor(document, check.Key)});{newLine}try{newLine}{{{inner}{target}{value.Awaited($"{entry}.Value")};{newLine}}}{newLine}"
            + $"catch{newLine}{{{inner}{RemovalOf(document, map, key, entry, keyType)};{inner}throw;{newLine}}}");
        return true;
    }

    // '{ v = await Load(k); map[k] = v; }', after which the variable of the test, or the next look-up, has the value.
    private static AwaitedEntry? OfBlock(RetypedDocument document, IfStatementSyntax test, DictionaryUse check, StatementSyntax[] following)
    {
        if (AwaitedInsertion.In(document, test.Statement.Flat(), check) is not { } insertion || insertion.Length != test.Statement.Flat().Count)
        {
            return null;
        }

        if (check.Verb is Verb.Lookup)
        {
            return VariableOf(document, check) is var (variable, isDeclared) && SymbolEqualityComparer.Default.Equals(insertion.Variable, variable)
                ? new AwaitedEntry([test], [check, insertion.Act], insertion.Value, isDeclared ? $"{document.TextOf(variable.Type, test)} {variable.Name};{document.NewLineAt(test.SpanStart)}" : string.Empty, $"{variable.Name} = ")
                : null;
        }

        return following switch
        {
            [ReturnStatementSyntax { Expression: { } returned } last, ..] when IsSameLookup(document, returned, check) is { } read =>
                new AwaitedEntry([test, last], [check, insertion.Act, read], insertion.Value, string.Empty, "return "),
            [LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Modifiers.Count: 0, Declaration: { Variables: [{ Initializer.Value: { } given } declared] } } last, ..]
                when IsSameLookup(document, given, check) is { } read && document.Model.GetDeclaredSymbol(declared, document.CancellationToken) is ILocalSymbol { RefKind: RefKind.None } local =>
                new AwaitedEntry([test, last], [check, insertion.Act, read], insertion.Value, $"{document.TextOf(local.Type, test)} {local.Name};{document.NewLineAt(test.SpanStart)}", $"{local.Name} = "),
            _ => null,
        };
    }

    // 'if (map.TryGetValue(k, out var v)) return v; v = await Load(k); map.Add(k, v); return v;'
    private static AwaitedEntry? OfReturns(RetypedDocument document, IfStatementSyntax test, DictionaryUse check, StatementSyntax[] following)
    {
        if (test.Statement.Flat() is not [ReturnStatementSyntax { Expression: { } found }]
            || AwaitedInsertion.In(document, following, check) is not { Variable: { } loaded } insertion
            || following.ElementAtOrDefault(insertion.Length) is not ReturnStatementSyntax { Expression: { } returned } last
            || !SymbolEqualityComparer.Default.Equals(document.Model.GetSymbolInfo(returned.Bare(), document.CancellationToken).Symbol, loaded))
        {
            return null;
        }

        ImmutableArray<StatementSyntax> run = [test, .. following.Take(insertion.Length), last];
        if (check.Verb is Verb.Contains)
        {
            return IsSameLookup(document, found, check) is { } read ? new AwaitedEntry(run, [check, read, insertion.Act], insertion.Value, string.Empty, "return ") : null;
        }

        return VariableOf(document, check) is var (variable, _) && SymbolEqualityComparer.Default.Equals(document.Model.GetSymbolInfo(found.Bare(), document.CancellationToken).Symbol, variable)
            ? new AwaitedEntry(run, [check, insertion.Act], insertion.Value, string.Empty, "return ")
            : null;
    }

    private static DictionaryUse? UseOf(RetypedDocument document, ExpressionSyntax expression) =>
        document.OperationOf(expression) is { } operation && operation is IInvocationOperation { Instance: not null } or IPropertyReferenceOperation ? DictionaryUse.TryGet(operation, document.Facts.Types) : null;

    private static DictionaryUse? IsSameLookup(RetypedDocument document, ExpressionSyntax expression, DictionaryUse check) =>
        UseOf(document, expression.Bare()) is { Verb: Verb.Lookup, Operation: IPropertyReferenceOperation } read && AwaitedInsertion.AreSame(document, read, check) ? read : null;

    // The key is named more than once, and asked for again when the task has failed.
    private static bool IsFixed(RetypedDocument document, IOperation key) => key.Syntax is LiteralExpressionSyntax || document.IsNeverReassigned(key);

    private static (ILocalSymbol Variable, bool IsDeclared)? VariableOf(RetypedDocument document, DictionaryUse check) =>
        (check.Operation as IInvocationOperation)?.Arguments is [_, { Parameter.RefKind: RefKind.Out, Value: var given }] ? given switch
        {
            IDeclarationExpressionOperation { Expression: ILocalReferenceOperation { Local: var local } } => (local, true),
            ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => (local, false),
            _ => null,
        } : null;

    private static string RemovalOf(RetypedDocument document, ExpressionSyntax map, ExpressionSyntax key, string entry, ITypeSymbol keyType)
    {
        var hasPairs = document.Facts.Types.ConcurrentDictionary?.GetMembers("TryRemove").Any(member => member is IMethodSymbol { Parameters.Length: 1 }) is true;
        if (hasPairs)
        {
            return $"{map}.TryRemove({document.NameOf("System.Collections.Generic", "KeyValuePair", 0, map)}.Create({key}, {entry}))";
        }

        var pair = $"{document.NameOf("System.Collections.Generic", "KeyValuePair", 2, map)}<{document.TextOf(keyType, map)}, {AwaitedValue.TypeAt(document, ((INamedTypeSymbol)document.Model.GetTypeInfo(map, document.CancellationToken).Type!).TypeArguments[1], map)}>";
        return $"(({document.NameOf("System.Collections.Generic", "ICollection", 1, map)}<{pair}>){map}).Remove(new {pair}({key}, {entry}))";
    }
}
