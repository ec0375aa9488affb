using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Retyping;

/// <summary>Which member of a dictionary takes the place of a member of the set that it stands for? What has no atomic counterpart is refused.</summary>
internal static class SetMembers
{
    /// <summary>Translates the use of a member; false where nothing takes its place.</summary>
    public static bool Replace(RetypedDocument document, IOperation member)
    {
        var use = DictionaryUse.TryGet(member, document.Facts.Types);
        return (use?.Verb, member) switch
        {
            // Extensions of the framework and spreads take the sequence of the elements.
            (_, IInvocationOperation { Instance: null } or ISpreadOperation) => true,
            (Verb.Count, IPropertyReferenceOperation) => true,
            (null, IPropertyReferenceOperation { Property: var property }) => ConcurrentMembers.HasSame(property, document.Facts.Types),
            (Verb.Clear, IInvocationOperation) => true,
            (Verb.Insert or Verb.InsertOrThrow, IInvocationOperation { Syntax: InvocationExpressionSyntax { ArgumentList.Arguments: [{ NameColon: null } element] } called }) when use!.Value.Key is not null =>
                Append(document, element) && ConcurrentMembers.Rename(document, called.Expression, "TryAdd"),
            (Verb.Contains, IInvocationOperation { Syntax: InvocationExpressionSyntax { ArgumentList.Arguments: [{ NameColon: null }] } called }) =>
                ConcurrentMembers.Rename(document, called.Expression, "ContainsKey"),
            (Verb.Remove, IInvocationOperation { Syntax: InvocationExpressionSyntax { ArgumentList.Arguments: [{ NameColon: null }] } } call) when use!.Value.Key is not null =>
                ConcurrentMembers.ReplaceRemove(document, call),
            (Verb.Snapshot, IInvocationOperation { Syntax: InvocationExpressionSyntax { ArgumentList.Arguments: [{ NameColon: null }, { NameColon: null }] } called }) =>
                ConcurrentMembers.Rename(document, called.Expression, "Keys.CopyTo"),
            (_, IInvocationOperation { Arguments: [{ Value: var others }] } call) when use?.VerbOfEach is { } each => ReplaceEach(document, call, others, each),
            _ => false,
        };
    }

    /// <summary>Only to ask for an element is the same question, with the same answer, when a delegate asks it.</summary>
    public static bool TakeMethod(RetypedDocument document, IMethodReferenceOperation method) =>
        DictionaryUse.VerbOf(method, document.Facts.Types) is Verb.Contains && method.Syntax is ExpressionSyntax expression && ConcurrentMembers.Rename(document, expression, "ContainsKey");

    private static bool Append(RetypedDocument document, ArgumentSyntax element)
    {
        document.Edits.Append(element.Span, ", 0");
        return true;
    }

    // 'set.UnionWith(others);' was never one step for those who do without the lock.
    private static bool ReplaceEach(RetypedDocument document, IInvocationOperation call, IOperation others, Verb each)
    {
        if (call is not { Parent: IExpressionStatementOperation { Syntax: ExpressionStatementSyntax statement }, Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } }
            || statement.Expression != call.Syntax || others.Unwrapped().Syntax is not ExpressionSyntax source || !IsFixed(receiver) || statement.ContainsDirectives
            || statement.DescendantTrivia().Comments().Any(comment => statement.Span.Contains(comment.Span) && !source.Span.Contains(comment.Span)))
        {
            return false;
        }

        var element = document.FreeName("element", statement);
        var newLine = document.NewLineAt(statement.SpanStart);
        var change = each is Verb.Insert ? $"TryAdd({element}, 0)" : $"TryRemove({element}, out {ConcurrentMembers.DiscardAt(document, statement)})";
        document.Edits.Replace(TextSpan.FromBounds(statement.SpanStart, source.SpanStart), $"foreach (var {element} in ");
        document.Edits.Replace(
            TextSpan.FromBounds(source.Span.End, statement.Span.End), $"){newLine}{{{newLine}{document.IndentationUnit}{receiver}.{change};{newLine}}}");
        return true;
    }

    private static bool IsFixed(ExpressionSyntax receiver) => receiver switch
    {
        IdentifierNameSyntax or ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax { Expression: var owner } => IsFixed(owner),
        _ => false,
    };
}
