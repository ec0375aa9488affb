using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Testing;

/// <summary>A diagnostic that a test expects.</summary>
public readonly record struct DiagnosticResult
{
    /// <summary>No diagnostics.</summary>
    public static readonly DiagnosticResult[] EmptyDiagnosticResults = [];

    private readonly ImmutableArray<DiagnosticLocation> _spans;
    private readonly ImmutableArray<object> _arguments;
    private readonly string? _message;
    private readonly bool _anyMessage;

    /// <summary>Expects a diagnostic by id and severity; its message is not compared unless it is given.</summary>
    public DiagnosticResult(string id, DiagnosticSeverity severity)
        : this()
    {
        Id = id;
        Severity = severity;
    }

    /// <summary>Expects a diagnostic of a descriptor: id, severity and message format.</summary>
    public DiagnosticResult(DiagnosticDescriptor descriptor)
        : this()
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        Id = descriptor.Id;
        Severity = descriptor.DefaultSeverity;
        MessageFormat = descriptor.MessageFormat;
    }

    /// <summary>Where: the location and the additional locations.</summary>
    public ImmutableArray<DiagnosticLocation> Spans
    {
        get => _spans.IsDefault ? [] : _spans;
        private init => _spans = value;
    }

    /// <summary>The id.</summary>
    public string Id { get; private init; }

    /// <summary>The severity in effect.</summary>
    public DiagnosticSeverity Severity { get; private init; }

    /// <summary>What is not compared.</summary>
    public DiagnosticOptions Options { get; private init; }

    /// <summary>The format of the message.</summary>
    public LocalizableString? MessageFormat { get; private init; }

    /// <summary>What stands in the holes of the message.</summary>
    public object[]? MessageArguments => _arguments.IsDefault ? null : [.. _arguments];

    /// <summary>Whether a suppressor suppresses it; null is no.</summary>
    public bool? IsSuppressed { get; private init; }

    /// <summary>Whether a place was given.</summary>
    public bool HasLocation => Spans.Length > 0;

    /// <summary>The message, or null when it is not compared.</summary>
    public string? Message
    {
        get
        {
            if (_anyMessage || _message is not null || MessageFormat is null)
            {
                return _anyMessage ? null : _message;
            }

            var format = MessageFormat.ToString(CultureInfo.InvariantCulture);
            try
            {
                return string.Format(CultureInfo.InvariantCulture, format, MessageArguments ?? []);
            }
            catch (FormatException)
            {
                return format;
            }
        }
    }

    /// <summary>Expects an error of the compiler.</summary>
    public static DiagnosticResult CompilerError(string identifier) => new(identifier, DiagnosticSeverity.Error);

    /// <summary>Expects a warning of the compiler.</summary>
    public static DiagnosticResult CompilerWarning(string identifier) => new(identifier, DiagnosticSeverity.Warning);

    /// <summary>With another severity.</summary>
    public DiagnosticResult WithSeverity(DiagnosticSeverity severity) => this with { Severity = severity };

    /// <summary>With these arguments in the message.</summary>
    public DiagnosticResult WithArguments(params object[] arguments) => new(this, [.. arguments], _message, _anyMessage);

    /// <summary>With exactly this message; null compares no message.</summary>
    public DiagnosticResult WithMessage(string? message) => new(this, _arguments, message, message is null);

    /// <summary>With another message format.</summary>
    public DiagnosticResult WithMessageFormat(LocalizableString messageFormat) => this with { MessageFormat = messageFormat };

    /// <summary>With other options.</summary>
    public DiagnosticResult WithOptions(DiagnosticOptions options) => this with { Options = options };

    /// <summary>Suppressed by a suppressor, or not.</summary>
    public DiagnosticResult WithIsSuppressed(bool? isSuppressed) => this with { IsSuppressed = isSuppressed };

    /// <summary>Without a place, such as a diagnostic of the compilation.</summary>
    public DiagnosticResult WithNoLocation() => this with { Spans = [] };

    /// <summary>At the mark <c>{|#key:..|}</c>.</summary>
    public DiagnosticResult WithLocation(int markupKey) => WithLocation(markupKey, DiagnosticLocationOptions.None);

    /// <summary>At the mark <c>{|#key:..|}</c>.</summary>
    public DiagnosticResult WithLocation(int markupKey, DiagnosticLocationOptions options) =>
        Append("", new LinePosition(markupKey, 0), new LinePosition(markupKey, 0), options | DiagnosticLocationOptions.InterpretAsMarkupKey);

    /// <summary>Starting at a line and column of the first source, both from 1. Marks read better.</summary>
    public DiagnosticResult WithLocation(int line, int column) => WithLocation("", line, column);

    /// <summary>Starting at a line and column of a source, both from 1.</summary>
    public DiagnosticResult WithLocation(string path, int line, int column) =>
        WithLocation(path, new LinePosition(line - 1, column - 1));

    /// <summary>Starting at a position of a source.</summary>
    public DiagnosticResult WithLocation(string path, LinePosition location) =>
        WithLocation(path, location, DiagnosticLocationOptions.None);

    /// <summary>Starting at a position of a source.</summary>
    public DiagnosticResult WithLocation(string path, LinePosition location, DiagnosticLocationOptions options) =>
        Append(path, location, location, options | DiagnosticLocationOptions.IgnoreLength);

    /// <summary>At a span of the first source; lines and columns from 1.</summary>
    public DiagnosticResult WithSpan(int startLine, int startColumn, int endLine, int endColumn) =>
        WithSpan("", startLine, startColumn, endLine, endColumn);

    /// <summary>At a span of a source; lines and columns from 1.</summary>
    public DiagnosticResult WithSpan(string path, int startLine, int startColumn, int endLine, int endColumn) =>
        Append(path, new LinePosition(startLine - 1, startColumn - 1), new LinePosition(endLine - 1, endColumn - 1), DiagnosticLocationOptions.None);

    /// <summary>At a span.</summary>
    public DiagnosticResult WithSpan(FileLinePositionSpan span) => WithSpan(span, DiagnosticLocationOptions.None);

    /// <summary>At a span.</summary>
    public DiagnosticResult WithSpan(FileLinePositionSpan span, DiagnosticLocationOptions options) =>
        this with { Spans = Spans.Add(new DiagnosticLocation(span, options)) };

    /// <inheritdoc />
    public override string ToString() =>
        (HasLocation ? string.Join(", ", Spans.Select(span => span.Span.ToString())) + ": " : "")
        + $"{Severity.ToString().ToLowerInvariant()} {Id}"
        + (Message is { } message ? $": {message}" : "");

    /// <summary>The same diagnostic with other places.</summary>
    internal DiagnosticResult At(ImmutableArray<DiagnosticLocation> spans) => this with { Spans = spans };

    private DiagnosticResult(DiagnosticResult other, ImmutableArray<object> arguments, string? message, bool anyMessage)
    {
        this = other;
        _arguments = arguments;
        _message = message;
        _anyMessage = anyMessage;
    }

    private DiagnosticResult Append(string path, LinePosition start, LinePosition end, DiagnosticLocationOptions options) =>
        WithSpan(new FileLinePositionSpan(path, start, end), options);
}
