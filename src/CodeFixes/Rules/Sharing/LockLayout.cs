using System;
using System.Linq;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>How a statement is laid out, so that the lock around it looks like what stands beside it.</summary>
internal sealed class LockLayout
{
    private readonly SyntaxNode? place;
    private readonly string endOfLine;
    private readonly string indentation;
    private readonly bool isEmbedded;

    public LockLayout(SyntaxNode place, string endOfLine)
    {
        this.place = place;
        this.endOfLine = endOfLine;
        var line = place.SyntaxTree.GetText().Lines.GetLineFromPosition(place.SpanStart);
        indentation = Dedenting.IndentationOf(place);
        IsOneLine = line.Start + indentation.Length != place.SpanStart;
        isEmbedded = place is StatementSyntax && place.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax);
    }

    private LockLayout(string endOfLine, string indentation, bool isOneLine)
    {
        this.endOfLine = endOfLine;
        this.indentation = indentation;
        IsOneLine = isOneLine;
    }

    /// <summary>Whether the statement shares its line with what comes before it.</summary>
    public bool IsOneLine { get; }

    /// <summary>What stands between two statements.</summary>
    public string NewLine => IsOneLine ? " " : endOfLine + indentation;

    public SyntaxTriviaList Leading => place!.GetLeadingTrivia();

    public SyntaxTriviaList Trailing => place!.GetTrailingTrivia();

    /// <summary>What stands behind the lock when the comment has moved into it.</summary>
    public SyntaxTriviaList TrailingWithoutComment => Comment.Length > 0 ? [SyntaxFactory.EndOfLine(endOfLine)] : Trailing;

    /// <summary>The comment at the end of the statement's line, which goes with the statement.</summary>
    public string Comment => IsOneLine ? string.Empty : string.Concat(place!.GetTrailingTrivia().Comments().Select(comment => " " + comment));

    /// <summary>What stands before a statement in its line.</summary>
    public SyntaxTriviaList Indentation => IsOneLine || indentation.Length == 0 ? [] : [SyntaxFactory.Whitespace(indentation)];

    /// <summary>What stands behind an inserted statement.</summary>
    public SyntaxTriviaList Separator => IsOneLine ? [SyntaxFactory.Space] : [SyntaxFactory.EndOfLine(endOfLine)];

    /// <summary>What stands before the statement that follows a lock: an empty line.</summary>
    public SyntaxTriviaList LeadingOfNext => IsOneLine ? [] : [SyntaxFactory.EndOfLine(endOfLine), .. Indentation];

    /// <summary>What stands before the block that an embedded statement becomes: it moves to the left, below its owner.</summary>
    public SyntaxTriviaList EmbeddedLeading => IsOneLine || !isEmbedded
        ? Leading
        : Dedenting.Moved(Leading, indentation, Dedenting.IndentationOf(place!.Parent!));

    private string Unit => indentation.IndexOf('\t') >= 0 ? "\t" : "    ";

    public static LockLayout OfOneLine(string endOfLine) => new(endOfLine, string.Empty, isOneLine: true);

    /// <summary>A lock on <paramref name="name"/> around a statement.</summary>
    public string Lock(string name, string statement) => IsOneLine
        ? $"lock ({name}) {{ {statement} }}"
        : $"lock ({name}){NewLine}{{{NewLine}{Unit}{statement}{NewLine}}}";

    /// <summary>What stands between two statements that follow each other, one step to the right: comments and empty lines.</summary>
    public string Between(SyntaxNode before, SyntaxNode next)
    {
        var trivia = before.GetTrailingTrivia().AddRange(next.GetLeadingTrivia());
        var text = (IsOneLine ? trivia : Dedenting.Moved(trivia, indentation, indentation + Unit)).ToFullString();
        return text.Length == 0 ? " " : text;
    }

    /// <summary>A lock that is taken by a call and given back in a <c>finally</c>.</summary>
    public string EnterAndExit(string enter, string exit, string statement) => IsOneLine
        ? $"{enter}; try {{ {statement} }} finally {{ {exit}; }}"
        : $"{enter};{NewLine}try{NewLine}{{{NewLine}{Unit}{statement}{NewLine}}}{NewLine}finally{NewLine}{{{NewLine}{Unit}{exit};{NewLine}}}";

    /// <summary>The text of statements that follow each other, as they come to stand inside the lock, with the comments between them.</summary>
    public string Inner(System.Collections.Generic.IReadOnlyList<Microsoft.CodeAnalysis.CSharp.Syntax.StatementSyntax> run)
    {
        var text = new System.Text.StringBuilder();
        for (var index = 0; index < run.Count; index++)
        {
            var moved = IsOneLine ? run[index] : run[index].Moved(indentation, indentation + Unit);
            moved = index == 0 ? moved.WithoutLeadingTrivia() : moved;
            text.Append((index == run.Count - 1 ? moved.WithoutTrailingTrivia() : moved).ToFullString());
        }

        return text.ToString();
    }

    /// <summary>A block behind what comes before it.</summary>
    public string Block(Func<LockLayout, string> content)
    {
        var nested = new LockLayout(endOfLine, indentation + Unit, IsOneLine);
        return IsOneLine ? $" {{ {content(nested)} }}" : $"{NewLine}{{{nested.NewLine}{content(nested)}{NewLine}}}";
    }

    /// <summary>A block of one statement.</summary>
    public string Braced(string statement) => Block(_ => statement);

    /// <summary>A block of a declaration and the lock, in place of an embedded statement.</summary>
    public string EmbeddedBlock(string declaration, string guarded)
    {
        if (IsOneLine)
        {
            return $"{{ {declaration} {guarded} }}";
        }

        var outer = endOfLine + Dedenting.IndentationOf(place!.Parent!);
        return $"{{{NewLine}{declaration}{NewLine}{guarded}{outer}}}";
    }

    /// <summary>The text of what comes to stand inside the lock, one step to the right.</summary>
    public string Inner<T>(T node)
        where T : SyntaxNode =>
        node.WithoutTrivia().Moved(IsOneLine ? string.Empty : indentation, IsOneLine ? string.Empty : indentation + Unit).WithoutTrivia().ToFullString();
}
