using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Retyping;

/// <summary>A retyping that is possible: the edits of every file, the same for every project that has the file.</summary>
internal sealed class RetypingPlan
{
    private readonly ImmutableArray<FileEdits> files;

    private RetypingPlan(ImmutableArray<FileEdits> files, ImmutableArray<DocumentId> documents)
    {
        this.files = files;
        Documents = documents;
    }

    /// <summary>The documents that declare or use what is retyped, whether they change or only mean something new.</summary>
    public ImmutableArray<DocumentId> Documents { get; }

    /// <summary>Whether the result needs using directives that are not there.</summary>
    public bool AddsDirectives => files.Any(file => !file.Namespaces.IsEmpty);

    /// <summary>
    /// Plans the retyping of the declaration of <paramref name="symbol"/> and of everything that it is exchanged with; null where any
    /// single use cannot be translated.
    /// </summary>
    public static async Task<RetypingPlan?> CreateAsync(
        Solution solution, ISymbol symbol, Translation translation, bool qualifiesNames, CancellationToken cancellationToken)
    {
        var scope = new RetypingScope(solution, translation, qualifiesNames, cancellationToken);
        var declarations = new DeclarationReader(scope);
        var variables = new VariableReader(scope, declarations.Maps.Elements);
        scope.AddMap(symbol.OriginalDefinition);
        while (scope.NextMap() is { } map)
        {
            if (!await declarations.ReadAsync(map).ConfigureAwait(false))
            {
                return null;
            }
        }

        // Only now all calls are known that give a variable its element.
        while (scope.NextVariable() is { } variable)
        {
            if (!variables.Read(variable))
            {
                return null;
            }
        }

        // A file that is in several projects is looked at in each.
        foreach (var id in scope.Documents.Values.Where(document => document.Edits.Count > 0).SelectMany(document => document.Document.GetLinkedDocumentIds()).ToArray())
        {
            await scope.OpenAsync(solution.GetDocument(id)).ConfigureAwait(false);
        }

        return scope.NextMap() is null && translation.Finish(scope) && FileEdits.Merge(scope) is { IsEmpty: false } files
            ? new RetypingPlan(files, [.. scope.Documents.Keys])
            : null;
    }

    /// <summary>The solution with the retyping made.</summary>
    public async Task<Solution> ApplyToAsync(Solution solution, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            var document = solution.GetDocument(file.Documents[0])!;
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var changed = document.WithText(file.Edits.ApplyTo(text));
            if (!file.Namespaces.IsEmpty && await changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is CompilationUnitSyntax root)
            {
                root = file.Namespaces.Aggregate(root, (unit, missing) => UsingDirectives.Add(unit, missing.Namespace, missing.Holder, file.EndOfLine));
                changed = changed.WithSyntaxRoot(root);
            }

            var result = await changed.GetTextAsync(cancellationToken).ConfigureAwait(false);
            solution = file.Documents.Aggregate(solution, (current, id) => current.WithDocumentText(id, result));
        }

        return solution;
    }
}
