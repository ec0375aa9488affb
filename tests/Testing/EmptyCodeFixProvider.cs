using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Testing;

/// <summary>The code fix that offers nothing, for tests of an analyzer that has none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EmptyCodeFixProvider)), Shared]
public sealed class EmptyCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [];

    /// <inheritdoc />
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc />
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Task.CompletedTask;
}
