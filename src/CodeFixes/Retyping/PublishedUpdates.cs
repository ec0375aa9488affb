using System.Linq;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// Is each write of a field that publishes copies right by itself? One that follows from what was read before could undo what another
/// writer did in between, unless a lock keeps the others out, or it only ever adds what was absent.
/// </summary>
internal static class PublishedUpdates
{
    public static bool AreWhole(PublishedReads reads, PublishedWrites writes)
    {
        foreach (var write in writes.All)
        {
            var body = write.Operation.EnclosingBody().Syntax;
            var inSameBody = reads.All.Where(read => read.Field.EnclosingBody().Syntax == body).ToArray();
            if (inSameBody.Length == 0 || IsUnderLock(write.Operation.Syntax) && inSameBody.All(read => IsUnderLock(read.Field.Syntax)))
            {
                continue;
            }

            // The one read is the test.
            if (inSameBody is not [var (document, _)] || !IsKnownAbsent(document, write))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a test has shown that the key is not there.</summary>
    public static bool IsKnownAbsent(RetypedDocument document, DictionaryUse use)
    {
        var (facts, cancellationToken) = (document.Facts, document.CancellationToken);
        return use.Key is { } key && facts.Paths.Read(use.Receiver, cancellationToken) is { } collection
            && new KeyPresence(facts).IsAbsentAt(use.Operation, collection, new KeyIdentity(facts.Paths.Read(key, cancellationToken), key), cancellationToken);
    }

    private static bool IsUnderLock(SyntaxNode node) =>
        node.Ancestors().TakeWhile(ancestor => ancestor is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(ancestor => ancestor is LockStatementSyntax);
}
