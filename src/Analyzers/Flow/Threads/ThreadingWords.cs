using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers where a source file names what registers shared objects, or what starts something that runs beside the rest. It
/// looks at the text before it looks at syntax, and at each tree once.
/// </summary>
internal sealed class ThreadingWords
{
    // Weak keys: a tree that an editor did not change is the same one in the next compilation, and is not read again.
    private static readonly ConditionalWeakTable<SyntaxTree, ThreadingWords> Known = new();

    private static readonly ImmutableHashSet<string> Starters = ImmutableHashSet.Create(
        "AsParallel", "BackgroundWorker", "BeginInvoke", "CreateApplicationBuilder", "CreateDefaultBuilder", "CreateHostBuilder", "CreateSlimBuilder",
        "FileSystemWatcher", "ForEachAsync", "ContinueWith", "HttpListener", "OutputDataReceived", "Parallel", "QueueUserWorkItem", "Run", "StartNew", "TcpListener",
        "Thread", "ThreadPool", "Timer", "UnsafeQueueUserWorkItem", "WebApplication", "WhenAll", "WhenAny");

    // Further names of what runs code beside the objects that name it; the starters are mostly there as well.
    private static readonly string[] Hints = ["ActionBlock", "DataReceived", "Elapsed", "Exited", "ExecuteAsync", "TransformBlock", "TransformManyBlock"];

    private static readonly WordScan StarterScan = new([.. Starters, .. Hints]);
    private static readonly WordScan RegistrationScan = new(RegistrationCalls.Names);

    private readonly SyntaxTree tree;
    private readonly Lazy<ImmutableArray<(string Word, int Position)>> starters;
    private readonly Lazy<ImmutableArray<(string Word, int Position)>> registrations;
    private readonly Lazy<bool> startsSomething;

    private ThreadingWords(SyntaxTree tree)
    {
        this.tree = tree;
        starters = new(() => StarterScan.In(TextOf(tree)));
        startsSomething = new(() => StarterTokens(CancellationToken.None).Any(Starts));
        registrations = new(() => TextOf(tree) is var text && RegistrationCalls.MayBeIn(text) ? RegistrationScan.In(text) : []);
    }

    /// <summary>The words of <paramref name="tree"/>.</summary>
    public static ThreadingWords Of(SyntaxTree tree) => Known.GetValue(tree, static key => new ThreadingWords(key));

    /// <summary>Whether anything in <paramref name="span"/> may start something; comments count.</summary>
    public bool MayStartIn(TextSpan span) => starters.Value.Any(found => span.Contains(found.Position));

    /// <summary>The names in code that a <see cref="RegistrationCalls"/> row has.</summary>
    public IEnumerable<SyntaxToken> Registrations(CancellationToken cancellationToken) => Tokens(registrations.Value, cancellationToken);

    /// <summary>Whether the code starts something that runs at the same time as other code.</summary>
    public bool StartSomething => startsSomething.Value;

    /// <summary>The names in code that start something that runs at the same time as other code.</summary>
    public IEnumerable<SyntaxToken> Launches(CancellationToken cancellationToken) => StarterTokens(cancellationToken).Where(Starts);

    /// <summary>Whether the code of <paramref name="body"/> does so before <paramref name="place"/>.</summary>
    public bool StartSomethingBefore(SyntaxNode place, SyntaxNode body, CancellationToken cancellationToken) =>
        StarterTokens(cancellationToken).Any(name => name.SpanStart >= body.SpanStart && name.Span.End <= place.SpanStart && Starts(name));

    /// <summary>Whether the code in <paramref name="span"/> starts something that goes on when the span has ended: a task that nobody there waits for, a thread, a timer.</summary>
    public bool StartSomethingLasting(TextSpan span, CancellationToken cancellationToken) =>
        Tokens(starters.Value.Where(found => span.Contains(found.Position)
            && found.Word is "Run" or "StartNew" or "Thread" or "Timer" or "QueueUserWorkItem" or "UnsafeQueueUserWorkItem" or "FileSystemWatcher" or "HttpListener" or "TcpListener"), cancellationToken)
            .Any(name => Starts(name) && name.ValueText switch
            {
                "Run" or "StartNew" => name.Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Parent: ExpressionStatementSyntax or ArrowExpressionClauseSyntax or AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax } },
                "Thread" => !tree.GetText(cancellationToken).ToString(span).Contains(".Join("),
                _ => true,
            });

    // 'Task.Run' and not 'app.Run'; a thread that is made and not 'Thread.Sleep'.
    private static bool Starts(SyntaxToken name) => name.ValueText switch
    {
        "Run" => name.Parent is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Expression: var owner } access } && access.Name == name.Parent && LastNameOf(owner) is "Task",
        "Thread" or "Timer" or "BackgroundWorker" => name.Parent?.FirstAncestorOrSelf<TypeSyntax>(type => type.Parent is not (QualifiedNameSyntax or NullableTypeSyntax))?.Parent
            is ObjectCreationExpressionSyntax or VariableDeclarationSyntax { Parent: FieldDeclarationSyntax } or PropertyDeclarationSyntax,
        "BeginInvoke" or "ContinueWith" => name.Parent is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax or MemberBindingExpressionSyntax },
        _ => name.Parent is SimpleNameSyntax,
    };

    private static string? LastNameOf(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private IEnumerable<SyntaxToken> StarterTokens(CancellationToken cancellationToken) =>
        Tokens(starters.Value.Where(static found => Starters.Contains(found.Word)), cancellationToken);

    private IEnumerable<SyntaxToken> Tokens(IEnumerable<(string Word, int Position)> words, CancellationToken cancellationToken)
    {
        foreach (var (_, position) in words)
        {
            if (SourceTexts.TokenAt(tree, position, cancellationToken) is { } token && token.SpanStart == position && token.IsKind(SyntaxKind.IdentifierToken))
            {
                yield return token;
            }
        }
    }

    private static string TextOf(SyntaxTree tree) => tree.GetText().ToString();
}
