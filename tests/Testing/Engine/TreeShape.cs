using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>Is the tree that a fix built the one that its text parses to? If not, the next fix on that tree goes wrong.</summary>
internal static class TreeShape
{
    public static async Task VerifyAsync(
        Solution before, Solution after, CodeActionValidationMode mode, string action, IVerifier verifier, CancellationToken cancellationToken)
    {
        if (mode == CodeActionValidationMode.None)
        {
            return;
        }

        foreach (var id in after.GetChanges(before).GetProjectChanges().SelectMany(changes => changes.GetChangedDocuments().Concat(changes.GetAddedDocuments())))
        {
            var document = after.GetDocument(id);
            if (document is null || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } built)
            {
                continue;
            }

            var parsed = await CSharpSyntaxTree.ParseText(built.ToFullString(), (CSharpParseOptions?)document.Project.ParseOptions, cancellationToken: cancellationToken)
                .GetRootAsync(cancellationToken).ConfigureAwait(false);
            // SyntaxFactory.AreEquivalent takes some trees for different that have the same nodes and tokens.
            var expected = string.Join("\n", parsed.DescendantNodesAndTokens().Select(Describe));
            var actual = string.Join("\n", built.DescendantNodesAndTokens().Select(Describe));
            var same = mode == CodeActionValidationMode.Full ? built.IsEquivalentTo(parsed) : expected == actual;
            if (!same)
            {
                verifier.Fail(
                    $"The tree that the action {action} built in {document.FilePath} is not the one that its text parses to; parentheses or elastic trivia may be missing.\n"
                    + LineDiff.Between(expected, actual, "as parsed", "as built")
                    + "\nCodeActionValidationMode = CodeActionValidationMode.None leaves this check out.");
            }
        }
    }

    private static string Describe(SyntaxNodeOrToken part) => part.IsToken ? $"{part.Kind()} '{part.AsToken().Text}'" : part.Kind().ToString();
}
