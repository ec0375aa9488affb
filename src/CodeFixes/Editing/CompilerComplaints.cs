using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Editing;

/// <summary>The errors and warnings of the compiler in some code, counted by their ids.</summary>
internal sealed class CompilerComplaints
{
    private readonly Dictionary<string, int> counts = [];

    /// <summary>The complaints about a part of a document, or about all of it.</summary>
    public static CompilerComplaints Of(SemanticModel model, TextSpan? span, CancellationToken cancellationToken)
    {
        var complaints = new CompilerComplaints();
        complaints.Add(model, span, cancellationToken);
        return complaints;
    }

    /// <summary>The complaints about some documents together.</summary>
    public static async Task<CompilerComplaints> OfAsync(IEnumerable<Document> documents, CancellationToken cancellationToken)
    {
        var complaints = new CompilerComplaints();
        foreach (var document in documents)
        {
            if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model)
            {
                complaints.Add(model, null, cancellationToken);
            }
        }

        return complaints;
    }

    /// <summary>Whether there is nothing here that was not there before.</summary>
    public bool IsCoveredBy(CompilerComplaints before) =>
        counts.All(found => before.counts.TryGetValue(found.Key, out var count) && found.Value <= count);

    private void Add(SemanticModel model, TextSpan? span, CancellationToken cancellationToken)
    {
        foreach (var diagnostic in model.GetDiagnostics(span, cancellationToken))
        {
            if (diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)
            {
                counts.TryGetValue(diagnostic.Id, out var count);
                counts[diagnostic.Id] = count + 1;
            }
        }
    }
}
