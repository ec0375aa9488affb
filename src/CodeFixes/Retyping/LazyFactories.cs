using System;
using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Retyping;

/// <summary>Puts the work of a factory into a <c>Lazy</c>: <c>key =&gt; new Lazy&lt;V&gt;(() =&gt; Create(key))</c>.</summary>
internal sealed class LazyFactories(bool keepsExceptions)
{
    private const int Layer = 1;

    /// <summary>Whether a factory was met that may throw.</summary>
    public bool MetFailure { get; private set; }

    /// <summary>Rewrites the factory; false where that would change what the program does.</summary>
    public bool Rewrite(RetypedDocument document, FactoryUse factory, string lazy)
    {
        var mayThrow = FactoryFailure.MayThrow(document.Facts, factory.Delegate, document.CancellationToken);

        // An update that throws leaves the old value where it is; a Lazy would be in its place already.
        var touchesOldValue = factory.IsUpdate || factory.Call.Arguments.Count(argument => argument.Parameter?.Type.TypeKind is TypeKind.Delegate) > 1;
        if ((mayThrow && touchesOldValue) || OwnEntry.IsUsedBy(document.Facts, factory, document.CancellationToken))
        {
            return false;
        }

        MetFailure |= mayThrow;
        var removal = mayThrow && !keepsExceptions ? RemovalFrom(document, factory) : null;
        return (!mayThrow || keepsExceptions || removal is not null) && factory.Delegate switch
        {
            IAnonymousFunctionOperation { Syntax: LambdaExpressionSyntax lambda } => RewriteLambda(document, lambda, lazy, removal),
            IAnonymousFunctionOperation { Syntax: AnonymousMethodExpressionSyntax method } => RewriteAnonymousMethod(document, method, lazy, removal, factory.Parameters.Length),
            IMethodReferenceOperation { Syntax: ExpressionSyntax method } reference when IsSteady(document, reference) =>
                Call(document, factory, method, lazy, removal, isStatic: reference.Method is { IsStatic: true, MethodKind: not MethodKind.LocalFunction }),
            ILocalReferenceOperation or IParameterReferenceOperation when document.IsNeverReassigned(factory.Delegate) && factory.Delegate.Syntax is ExpressionSyntax named =>
                Call(document, factory, named, lazy, removal, isStatic: false),
            IFieldReferenceOperation { Field.IsReadOnly: true, Instance: null or IInstanceReferenceOperation, Syntax: ExpressionSyntax named } =>
                Call(document, factory, named, lazy, removal, isStatic: false),
            _ => false,
        };
    }

    // The dictionary that the entry of a failed factory is taken out of; null where naming it or its key again could mean another one.
    private static Removal? RemovalFrom(RetypedDocument document, FactoryUse factory)
    {
        if (factory.Delegate is IAnonymousFunctionOperation { Symbol.Parameters: [var key, ..] }
            && !document.Facts.Bodies.Around(factory.Delegate).Locals.IsNeverReassigned(key))
        {
            return null;
        }

        if (factory.Call.Instance?.ResolvedReceiver() is not { Syntax: ExpressionSyntax map } receiver)
        {
            return null;
        }

        return receiver switch
        {
            IFieldReferenceOperation { Instance: null } => new Removal(map.ToString(), IsStatic: true),
            IFieldReferenceOperation { Instance: IInstanceReferenceOperation, Field.ContainingType.IsValueType: false } => new Removal(map.ToString(), IsStatic: false),
            ILocalReferenceOperation or IParameterReferenceOperation when document.IsNeverReassigned(receiver) => new Removal(map.ToString(), IsStatic: false),
            _ => null,
        };
    }

    private static bool RewriteLambda(RetypedDocument document, LambdaExpressionSyntax lambda, string lazy, Removal? removal)
    {
        if (lambda is ParenthesizedLambdaExpressionSyntax { ReturnType: not null })
        {
            return false;
        }

        var parameters = lambda is ParenthesizedLambdaExpressionSyntax list ? list.ParameterList.Parameters.ToArray() : [((SimpleLambdaExpressionSyntax)lambda).Parameter];
        var key = removal is null ? null : NameOfKey(document, lambda, parameters[0]);
        var inner = "() =>";
        foreach (var modifier in lambda.Modifiers)
        {
            if (modifier.IsKind(SyntaxKind.AsyncKeyword))
            {
                inner = "async " + inner;
                document.Edits.Replace(WithSpaceAfter(document, modifier), string.Empty);
            }
        }

        foreach (var modifier in lambda.Modifiers)
        {
            if (modifier.IsKind(SyntaxKind.StaticKeyword) && removal is { IsStatic: false })
            {
                document.Edits.Replace(WithSpaceAfter(document, modifier), string.Empty);
            }
            else if (modifier.IsKind(SyntaxKind.StaticKeyword) && removal is null && !MentionsAny(lambda.Body, parameters))
            {
                inner = "static " + inner;
            }
        }

        Wrap(document, lambda.ArrowToken, lambda.Body, $"new {lazy}({inner}", removal, key);
        return true;
    }

    private static bool RewriteAnonymousMethod(RetypedDocument document, AnonymousMethodExpressionSyntax method, string lazy, Removal? removal, int parameters)
    {
        // A lambda says the same: 'delegate (string key) { .. }' is '(string key) => { .. }'.
        string? key = null;
        var header = string.Empty;
        var last = method.DelegateKeyword;
        if (method.ParameterList is { } list)
        {
            key = removal is null ? null : NameOfKey(document, method, list.Parameters[0]);
            last = list.CloseParenToken;
        }
        else
        {
            key = removal is null && (parameters == 1 || document.Language >= LanguageVersion.CSharp9) ? "_" : document.FreeName("key", method);
            if (parameters > 2 || (parameters == 2 && key != "_"))
            {
                return false;
            }

            header = parameters == 1 ? key : $"({key}, _)";
        }

        var isAsync = method.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
        if (isAsync)
        {
            document.Edits.Replace(WithSpaceAfter(document, method.AsyncKeyword), string.Empty);
        }

        document.Edits.Replace(
            method.ParameterList is null ? method.DelegateKeyword.Span : WithSpaceAfter(document, method.DelegateKeyword), header);
        document.Edits.Append(last.Span, " =>", layer: 0);
        Wrap(document, last, method.Block, $"new {lazy}({(isAsync ? "async " : string.Empty)}() =>", removal, key);
        return true;
    }

    private static bool Call(
        RetypedDocument document, FactoryUse factory, ExpressionSyntax function, string lazy, Removal? removal, bool isStatic)
    {
        string[] wanted = factory.Parameters.Length switch
        {
            1 => ["key"],
            2 => factory.IsUpdate ? ["key", "old"] : ["key", "argument"],
            3 => ["key", "old", "argument"],
            _ => [],
        };
        if (wanted.Length == 0)
        {
            return false;
        }

        var names = wanted.Select(name => document.FreeName(name, function)).ToArray();
        var arguments = string.Join(", ", names.Select((name, index) => factory.Parameters[index] is ElementRole.Value ? name + ".Value" : name));
        var head = names.Length == 1 ? names[0] : $"({string.Join(", ", names)})";
        var mayBeStatic = isStatic && document.Language >= LanguageVersion.CSharp9 && removal is null or { IsStatic: true };
        document.Edits.Append(function.Span, $"({arguments})", layer: 0);
        if (removal is null)
        {
            document.Edits.Wrap(function.Span, $"{(mayBeStatic ? "static " : string.Empty)}{head} => new {lazy}(() => ", ")", Layer);
            return true;
        }

        var (before, after) = Attempt(document, function, removal, names[0]);
        document.Edits.Wrap(function.Span, $"{(mayBeStatic ? "static " : string.Empty)}{head} => new {lazy}(() =>{before}return ", $";{after})", Layer);
        return true;
    }

    private static void Wrap(RetypedDocument document, SyntaxToken arrow, CSharpSyntaxNode body, string header, Removal? removal, string? key)
    {
        var isBlock = body is BlockSyntax;
        if (removal is null)
        {
            if (isBlock)
            {
                document.Edits.Append(arrow.Span, " " + header, Layer);
                document.Edits.Wrap(body.Span, string.Empty, ")", Layer);
            }
            else
            {
                document.Edits.Wrap(body.Span, header + " ", ")", Layer);
            }

            return;
        }

        // The lines of the body move into the 'try'.
        var (before, after) = Attempt(document, body, removal, key!);
        var unit = document.IndentationUnit;
        Shift(document, body, isBlock ? unit : unit + unit);
        if (isBlock)
        {
            var text = document.Root.SyntaxTree.GetText();
            var isOwnLine = text.ToString(TextSpan.FromBounds(arrow.Span.End, body.SpanStart)).Contains('\n');
            var newLine = document.NewLineAt(body.SpanStart);
            var outer = $"{newLine}{{{newLine}{unit}try";
            document.Edits.Append(arrow.Span, $" {header}{outer}{(isOwnLine ? string.Empty : newLine + unit)}", Layer);
            if (!isOwnLine)
            {
                document.Edits.Replace(WithSpaceAfter(document, arrow, arrow.Span.End), string.Empty);
            }

            document.Edits.Wrap(body.Span, string.Empty, after.Substring(after.IndexOf("}", StringComparison.Ordinal) + 1) + ")", Layer);
            return;
        }

        document.Edits.Wrap(body.Span, $"{header}{before}return ", $";{after})", Layer);
    }

    // '{ try { ..' and '.. } catch { map.TryRemove(key, out _); throw; } }', each part on lines of its own.
    private static (string Before, string After) Attempt(RetypedDocument document, SyntaxNode body, Removal removal, string key)
    {
        var newLine = document.NewLineAt(body.SpanStart);
        var inner = newLine + document.IndentationUnit;
        var innermost = inner + document.IndentationUnit;
        return (
            $"{newLine}{{{inner}try{inner}{{{innermost}",
            $"{inner}}}{inner}catch{inner}{{{innermost}{removal.Map}.TryRemove({key}, out _);{innermost}throw;{inner}}}{newLine}}}");
    }

    private static void Shift(RetypedDocument document, SyntaxNode body, string by)
    {
        var text = document.Root.SyntaxTree.GetText();
        for (var number = text.Lines.GetLineFromPosition(body.SpanStart).LineNumber + (IsFirstOnLine(text, body) && body is BlockSyntax ? 0 : 1);
            number <= text.Lines.GetLineFromPosition(body.Span.End).LineNumber;
            number++)
        {
            // Not within a string of several lines, nor where nothing stands.
            var line = text.Lines[number];
            var token = document.Root.FindToken(line.Start);
            if ((token.SpanStart >= line.Start || token.Span.End <= line.Start) && !IsInText(token, line.Start) && line.ToString().Trim().Length > 0 && !line.ToString().StartsWith("#", StringComparison.Ordinal))
            {
                document.Edits.Wrap(new TextSpan(line.Start, 0), by, string.Empty, Layer);
            }
        }
    }

    // '$@".."' has tokens of its own for what is put into it, which can begin a line.
    private static bool IsInText(SyntaxToken token, int position) =>
        token.Parent?.AncestorsAndSelf().OfType<InterpolatedStringExpressionSyntax>().Any(text => text.SpanStart < position) is true;

    private static bool IsFirstOnLine(SourceText text, SyntaxNode node)
    {
        var line = text.Lines.GetLineFromPosition(node.SpanStart);
        return text.ToString(TextSpan.FromBounds(line.Start, node.SpanStart)).Trim().Length == 0;
    }

    // A discard needs a name when the key has to be removed.
    private static string NameOfKey(RetypedDocument document, SyntaxNode lambda, ParameterSyntax parameter)
    {
        if (parameter.Identifier.ValueText != "_")
        {
            return parameter.Identifier.Text;
        }

        var name = document.FreeName("key", lambda);
        document.Edits.Replace(parameter.Identifier.Span, name);
        return name;
    }

    private static bool MentionsAny(SyntaxNode body, IReadOnlyCollection<ParameterSyntax> parameters) =>
        body.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && parameters.Any(parameter => parameter.Identifier.ValueText == token.ValueText));

    // A word that goes, and the space between it and what follows; a comment there stays.
    private static TextSpan WithSpaceAfter(RetypedDocument document, SyntaxToken token) => WithSpaceAfter(document, token, token.SpanStart);

    private static TextSpan WithSpaceAfter(RetypedDocument document, SyntaxToken token, int start)
    {
        var text = document.Root.SyntaxTree.GetText();
        var end = token.Span.End;
        while (end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        return TextSpan.FromBounds(start, end);
    }

    // What the method is called on is looked up when the factory runs; it must still be the same.
    private static bool IsSteady(RetypedDocument document, IMethodReferenceOperation reference) => reference.Instance switch
    {
        null or IInstanceReferenceOperation => true,
        IFieldReferenceOperation { Field.IsReadOnly: true, Instance: null or IInstanceReferenceOperation } => true,
        { } other => document.IsNeverReassigned(other),
    };

    private sealed record Removal(string Map, bool IsStatic);
}
