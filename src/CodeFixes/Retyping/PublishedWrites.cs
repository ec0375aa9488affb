using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Retyping;

/// <summary>The writes of a field that publishes copies: each makes a changed table of the last one, and tries again where another writer was faster.</summary>
internal sealed class PublishedWrites
{
    private readonly List<DictionaryUse> all = [];

    /// <summary>How many places write while others may read.</summary>
    public int Count { get; private set; }

    /// <summary>Whether anything writes at all.</summary>
    public bool Any => Count > 0 || all.Count > 0;

    /// <summary>Whether one of them stands in a loop.</summary>
    public bool AreInLoop => all.Any(use => use.Operation.Syntax.Ancestors()
        .TakeWhile(ancestor => ancestor is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(ancestor => ancestor is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax));

    /// <summary>The calls that write.</summary>
    public IEnumerable<DictionaryUse> All => all;

    /// <summary>Remembers that the whole table is replaced.</summary>
    public void AddSwap() => Count++;

    /// <summary>Rewrites a write.</summary>
    public bool Replace(RetypedDocument document, DictionaryUse use, IFieldReferenceOperation map)
    {
        // While the object is made nobody reads, and it may be filled entry by entry.
        if (!use.Operation.Syntax.Ancestors().Any(ancestor => ancestor is ConstructorDeclarationSyntax))
        {
            Count++;
        }

        all.Add(use);
        var field = (ExpressionSyntax)map.Syntax;
        return use switch
        {
            { Verb: Verb.Upsert, Operation: { Syntax: ElementAccessExpressionSyntax access, Parent: ISimpleAssignmentOperation { Parent: IExpressionStatementOperation, Value: var value, Syntax: AssignmentExpressionSyntax set } } }
                when access.ArgumentList.Arguments is [{ NameColon: null, Expression: var key }] => ReplaceSet(document, use, field, key, value, set),
            { Verb: Verb.InsertOrThrow, Operation: IInvocationOperation { Syntax: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement } call, Arguments.Length: 2 } } =>
                ReplaceAdd(document, use, field, call, statement),
            { Verb: Verb.Insert, Operation: IInvocationOperation { Syntax: InvocationExpressionSyntax call, Instance: not null } } => Call(document, field, call, "TryAdd"),
            { Verb: Verb.Remove, Operation: IInvocationOperation { Syntax: InvocationExpressionSyntax call, Instance: not null, TargetMethod.ContainingType.TypeParameters.Length: 2 } } => ReplaceRemove(document, field, call),
            { Verb: Verb.Clear, Operation: IInvocationOperation { Syntax: InvocationExpressionSyntax call } } => ReplaceClear(document, field, call),
            _ => false,
        };
    }

    // 'map[k] = v;'
    private static bool ReplaceSet(RetypedDocument document, DictionaryUse use, ExpressionSyntax field, ExpressionSyntax key, IOperation value, AssignmentExpressionSyntax set)
    {
        if (HasComments(set, field, key, set.Right) || HasNoType(document, key) || HasNoType(document, set.Right))
        {
            return false;
        }

        // Who found the key absent takes what another writer has put there meanwhile.
        if (PublishedUpdates.IsKnownAbsent(document, use))
        {
            return ReplaceMade(document, field, key, value, set.Right, set);
        }

        var current = document.FreeName("current", set);
        var added = document.FreeName("added", set);
        document.Edits.Wrap(field.Span, $"{InterlockedAt(document, field)}.Update(ref ", string.Empty);
        document.Edits.Replace(TextSpan.FromBounds(field.Span.End, key.SpanStart), $", {StaticIn(document)}({current}, {added}) => {current}.SetItem({added}.Key, {added}.Value), (Key: ");
        document.Edits.Replace(TextSpan.FromBounds(key.Span.End, set.Right.SpanStart), ", Value: ");
        document.Edits.Append(set.Right.Span, "))", layer: 1);
        return true;
    }

    private static bool ReplaceMade(RetypedDocument document, ExpressionSyntax field, ExpressionSyntax key, IOperation value, ExpressionSyntax written, ExpressionSyntax whole)
    {
        // Another writer's value takes the place of the own one, where that is a variable; a value without a name nobody looks at again.
        var variable = value.Unwrapped() is ILocalReferenceOperation { Local: { IsConst: false, RefKind: RefKind.None, IsForEach: false, IsUsing: false } } or IParameterReferenceOperation { Parameter.RefKind: RefKind.None }
            && written is IdentifierNameSyntax && value is not IConversionOperation ? written.ToString() : null;
        if (variable is null && value.DescendantsAndSelf().Any(part => part is ILocalReferenceOperation or IParameterReferenceOperation && (part == value.Unwrapped() || part.Access() is not AccessKind.Read)) && Flow.ValueIdentity.Matters(value.Type, document.Facts.Types))
        {
            return false;
        }

        var call = variable is null ? "TryAdd" : "GetOrAdd";
        document.Edits.Wrap(field.Span, $"{(variable is null ? string.Empty : variable + " = ")}{InterlockedAt(document, field)}.{call}(ref ", string.Empty);
        document.Edits.Replace(TextSpan.FromBounds(field.Span.End, key.SpanStart), ", ");
        document.Edits.Replace(TextSpan.FromBounds(key.Span.End, written.SpanStart), ", ");
        if (whole is AssignmentExpressionSyntax)
        {
            document.Edits.Append(written.Span, ")", layer: 1);
        }

        return true;
    }

    // 'map.Add(k, v);' goes on throwing where the key is there.
    private static bool ReplaceAdd(RetypedDocument document, DictionaryUse use, ExpressionSyntax field, InvocationExpressionSyntax call, ExpressionStatementSyntax statement)
    {
        if (call.ArgumentList.Arguments is not [{ NameColon: null, Expression: var key }, { NameColon: null, Expression: var value }])
        {
            return false;
        }

        if (PublishedUpdates.IsKnownAbsent(document, use))
        {
            return !HasComments(call, field, key, value) && use.Value is { } given && ReplaceMade(document, field, key, given, value, call);
        }

        if (!Call(document, field, call, "TryAdd"))
        {
            return false;
        }

        var line = document.NewLineAt(statement.SpanStart);
        document.Edits.Wrap(call.Span, "if (!", ")", layer: 3);
        document.Edits.Replace(
            statement.SemicolonToken.Span,
            $"{line}{{{line}{document.IndentationUnit}throw new {document.NameOf("System", "ArgumentException", 0, statement)}(\"An item with the same key has already been added.\");{line}}}");
        return true;
    }

    private static bool ReplaceRemove(RetypedDocument document, ExpressionSyntax field, InvocationExpressionSyntax call)
    {
        if (!Call(document, field, call, "TryRemove"))
        {
            return false;
        }

        if (call.ArgumentList.Arguments is [var key])
        {
            var discard = document.Model.LookupSymbols(call.SpanStart, name: "_").IsEmpty ? "_" : "var _";
            document.Edits.Append(key.Span, $", out {discard}");
        }

        return true;
    }

    private static bool ReplaceClear(RetypedDocument document, ExpressionSyntax field, InvocationExpressionSyntax call)
    {
        var current = document.FreeName("current", call);
        document.Edits.Wrap(field.Span, $"{InterlockedAt(document, field)}.Update(ref ", string.Empty);
        document.Edits.Replace(TextSpan.FromBounds(field.Span.End, call.Span.End), $", {StaticIn(document)}{current} => {current}.Clear())");
        return true;
    }

    // 'map.Name(a, b)' becomes 'ImmutableInterlocked.NewName(ref map, a, b)'.
    private static bool Call(RetypedDocument document, ExpressionSyntax field, InvocationExpressionSyntax call, string name)
    {
        if (call.ArgumentList.Arguments is not [{ NameColon: null } first, ..] arguments || arguments.Any(argument => argument.NameColon is not null)
            || call.Expression is not MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access || access.Expression != field
            || HasComments(TextSpan.FromBounds(field.Span.End, first.SpanStart), call))
        {
            return false;
        }

        document.Edits.Wrap(field.Span, $"{InterlockedAt(document, field)}.{name}(ref ", string.Empty);
        document.Edits.Replace(TextSpan.FromBounds(field.Span.End, first.SpanStart), ", ");
        return true;
    }

    private static string InterlockedAt(RetypedDocument document, SyntaxNode place) => document.NameOf("System.Collections.Immutable", "ImmutableInterlocked", 0, place);

    private static string StaticIn(RetypedDocument document) => document.Language >= LanguageVersion.CSharp9 ? "static " : string.Empty;

    // 'null' and 'new()' have none by themselves, and a tuple of them has none.
    private static bool HasNoType(RetypedDocument document, ExpressionSyntax expression) =>
        document.Model.GetTypeInfo(expression, document.CancellationToken).Type is null || expression is BaseObjectCreationExpressionSyntax and ImplicitObjectCreationExpressionSyntax;

    private static bool HasComments(ExpressionSyntax whole, params ExpressionSyntax[] kept) =>
        whole.DescendantTrivia().Any(trivia => whole.Span.Contains(trivia.Span) && !kept.Any(part => part.Span.Contains(trivia.Span)) && !string.IsNullOrWhiteSpace(trivia.ToString()));

    private static bool HasComments(TextSpan span, ExpressionSyntax whole) =>
        whole.DescendantTrivia().Any(trivia => span.Contains(trivia.Span) && !string.IsNullOrWhiteSpace(trivia.ToString()));
}
