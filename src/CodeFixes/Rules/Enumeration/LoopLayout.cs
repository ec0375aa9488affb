using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Enumeration;

/// <summary>How a loop is laid out, so that what is written beside it looks the same.</summary>
internal sealed class LoopLayout
{
    private readonly string endOfLine;
    private readonly string indentation;
    private readonly string unit;
    private readonly bool endsFile;
    private readonly bool hasOwnLines;
    private readonly bool isOneLine;
    private readonly bool bracesOnSameLine;
    private readonly SyntaxTriviaList trailing;

    private LoopLayout(CommonForEachStatementSyntax loop, string endOfLine)
    {
        this.endOfLine = endOfLine;
        trailing = loop.GetTrailingTrivia();
        var lines = loop.SyntaxTree.GetText().Lines;
        var firstLine = lines.GetLineFromPosition(loop.SpanStart);
        var before = firstLine.ToString().Substring(0, loop.SpanStart - firstLine.Start);
        indentation = new string([.. before.TakeWhile(char.IsWhiteSpace)]);
        endsFile = loop.GetLastToken().GetNextToken(includeZeroWidth: true).IsKind(SyntaxKind.EndOfFileToken) && !trailing.Any(SyntaxKind.EndOfLineTrivia);
        hasOwnLines = before.Length == indentation.Length && (endsFile || trailing.Any(SyntaxKind.EndOfLineTrivia));
        isOneLine = lines.GetLineFromPosition(loop.Span.End).LineNumber == firstLine.LineNumber;
        bracesOnSameLine = loop.Statement is BlockSyntax block
            && lines.GetLineFromPosition(block.OpenBraceToken.SpanStart).LineNumber == lines.GetLineFromPosition(loop.CloseParenToken.SpanStart).LineNumber;
        var inner = loop.Statement is BlockSyntax { Statements: [var first, ..] } ? first : loop.Statement;
        var innerLine = lines.GetLineFromPosition(inner.SpanStart);
        var innerIndentation = innerLine.ToString().Substring(0, inner.SpanStart - innerLine.Start);
        unit = innerIndentation.Length > indentation.Length && innerIndentation.All(char.IsWhiteSpace)
            ? innerIndentation.Substring(indentation.Length)
            : "    ";
    }

    /// <summary>What stands between a statement and the loop behind it.</summary>
    public SyntaxTriviaList Separator => hasOwnLines ? [SyntaxFactory.EndOfLine(endOfLine)] : [SyntaxFactory.Space];

    /// <summary>What stands in the loop's line before it.</summary>
    public SyntaxTriviaList Indentation =>
        hasOwnLines && indentation.Length > 0 ? [SyntaxFactory.Whitespace(indentation)] : [];

    /// <summary>What stands behind the loop when a statement follows.</summary>
    public SyntaxTriviaList TrailingOfLoop => endsFile ? trailing.Add(SyntaxFactory.EndOfLine(endOfLine)) : hasOwnLines ? trailing : [SyntaxFactory.Space];

    /// <summary>What stands before the statement that follows the loop: an empty line.</summary>
    public SyntaxTriviaList LeadingOfNext => hasOwnLines ? [SyntaxFactory.EndOfLine(endOfLine), .. Indentation] : [];

    /// <summary>What stands behind the last statement.</summary>
    public SyntaxTriviaList TrailingOfLast => hasOwnLines && !endsFile ? [SyntaxFactory.EndOfLine(endOfLine)] : endsFile ? [] : trailing;

    public static LoopLayout Of(CommonForEachStatementSyntax loop, string endOfLine) => new(loop, endOfLine);

    /// <summary>A loop with one statement, in the style of this one.</summary>
    public StatementSyntax ForEach(string variable, string source, string statement)
    {
        var head = $"foreach (var {variable} in {source})";
        var line = endOfLine + indentation;
        return SyntaxFactory.ParseStatement(
            isOneLine ? $"{head} {{ {statement} }}"
            : bracesOnSameLine ? $"{head} {{{line}{unit}{statement}{line}}}"
            : $"{head}{line}{{{line}{unit}{statement}{line}}}");
    }
}
