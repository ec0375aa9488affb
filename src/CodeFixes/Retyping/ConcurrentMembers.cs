using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// Which member of a ConcurrentDictionary takes the place of a member of a Dictionary? Most have one of the same name and the same
/// meaning; <c>Add</c>, <c>Remove</c> and <c>ContainsValue</c> have not, and the views are copies.
/// </summary>
internal static class ConcurrentMembers
{
    private const int ReceiverLayer = 1;

    /// <summary>Translates the use of a member; false where nothing takes its place.</summary>
    public static bool? Replace(RetypedDocument document, IOperation member)
    {
        var use = DictionaryUse.TryGet(member, document.Facts.Types);
        return (use?.Verb, member) switch
        {
            (Verb.InsertOrThrow, IInvocationOperation { Arguments.Length: 2, Instance: not null } call) => ReplaceAdd(document, call, use!.Value),
            (Verb.Remove, IInvocationOperation { Syntax: InvocationExpressionSyntax } call) when IsOfPairs(call.TargetMethod, document.Facts.Types) => ReplaceRemove(document, call),
            (Verb.Contains, IInvocationOperation { TargetMethod: var asked, Syntax: InvocationExpressionSyntax { Expression: var called } })
                when IsOfPairs(asked, document.Facts.Types) && use!.Value.Key is null => Rename(document, called, "Values.Contains"),
            (Verb.EnumerateKeys or Verb.EnumerateValues, IPropertyReferenceOperation view) => ConcurrentViews.Read(document, view),

            // Extensions of the framework take the new type as well as the old.
            (_, IInvocationOperation { Instance: null }) => null,
            (_, IInvocationOperation { TargetMethod: var method }) => HasSame(method, document.Facts.Types),
            (_, IPropertyReferenceOperation { Property: var property }) => HasSame(property, document.Facts.Types),
            _ => false,
        };
    }

    /// <summary>Whether a ConcurrentDictionary has this member too, to be called in the same way.</summary>
    public static bool HasSame(ISymbol member, KnownTypes types) =>
        types.ConcurrentDictionary is { } concurrent
        && concurrent.GetMembers(member.Name).Any(other => other is { DeclaredAccessibility: Accessibility.Public, IsStatic: false } && CountOf(other) == CountOf(member) && other.Kind == member.Kind);

    private static int CountOf(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters.Length,
        IPropertySymbol property => property.Parameters.Length,
        _ => 0,
    };

    // 'ICollection<KeyValuePair<..>>.Remove(pair)' is another method.
    private static bool IsOfPairs(IMethodSymbol method, KnownTypes types) =>
        method.ContainingType.TypeParameters.Length == 2 || KnownTypes.Is(method.ContainingType, types.CollectionExtensions);

    // Where the code has asked before, nobody sees 'Add' throw; else it goes on throwing, which the interface's 'Add' does.
    private static bool ReplaceAdd(RetypedDocument document, IInvocationOperation call, DictionaryUse use)
    {
        if (call.Syntax is not InvocationExpressionSyntax { Expression: var called } || !IsOfPairs(call.TargetMethod, document.Facts.Types))
        {
            return false;
        }

        if (PublishedUpdates.IsKnownAbsent(document, use))
        {
            return Rename(document, called, "TryAdd");
        }

        var (receiver, mayBeNull) = called switch
        {
            MemberAccessExpressionSyntax access when access.Expression.DescendantNodesAndSelf().All(part => part is not MemberBindingExpressionSyntax) => (access.Expression, false),
            MemberBindingExpressionSyntax { Parent.Parent: ConditionalAccessExpressionSyntax access } when access.WhenNotNull == call.Syntax => (access.Expression, true),
            _ => (null, false),
        };
        if (receiver is null or MemberBindingExpressionSyntax || call.TargetMethod.ContainingType is not { TypeArguments: [var key, var value] })
        {
            return false;
        }

        var name = document.NameOf("System.Collections.Generic", "IDictionary", 2, receiver);
        var mark = mayBeNull && document.Model.GetNullableContext(receiver.SpanStart).AnnotationsEnabled() ? "?" : string.Empty;
        document.Edits.Wrap(receiver.Span, $"(({name}<{document.TextOf(key, receiver)}, {document.TextOf(value, receiver)}>{mark})", ")", ReceiverLayer);
        return true;
    }

    /// <summary><c>Remove(key)</c> becomes <c>TryRemove(key, out _)</c>.</summary>
    public static bool ReplaceRemove(RetypedDocument document, IInvocationOperation call)
    {
        var written = (InvocationExpressionSyntax)call.Syntax;

        // 'CollectionExtensions.Remove(d, k, out v)' names another class.
        if (call.Instance is null && call.Arguments.Length != written.ArgumentList.Arguments.Count + 1)
        {
            return false;
        }

        if (!Rename(document, written.Expression, "TryRemove"))
        {
            return false;
        }

        if (written.ArgumentList.Arguments is [var key])
        {
            document.Edits.Append(key.Span, $", {(key.NameColon is null ? string.Empty : "value: ")}out {DiscardAt(document, written)}");
        }

        return true;
    }

    /// <summary>How a result that nobody wants is written; where something is called '_' it would be written to.</summary>
    public static string DiscardAt(RetypedDocument document, SyntaxNode place) => document.Model.LookupSymbols(place.SpanStart, name: "_").IsEmpty ? "_" : "var _";

    /// <summary>Gives the member that is called another name.</summary>
    public static bool Rename(RetypedDocument document, ExpressionSyntax called, string name)
    {
        var old = called switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            _ => null,
        };
        if (old is not IdentifierNameSyntax)
        {
            return false;
        }

        document.Edits.Replace(old.Span, name);
        return true;
    }
}
