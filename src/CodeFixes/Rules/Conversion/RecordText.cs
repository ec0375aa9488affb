using System.Linq;
using System.Text;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Retyping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>Writes the declaration of a record, at the end of the type that uses it.</summary>
internal static class RecordText
{
    /// <summary>Adds the declarations of <paramref name="shape"/> and of its nested records; false where there is no place for them.</summary>
    public static bool Add(RepairContext context, RecordShape shape, bool isRequired, TextEdits edits)
    {
        var place = shape.Dictionary.Creations[0].Syntax;
        var type = place.FirstAncestorOrSelf<TypeDeclarationSyntax>(candidate => candidate.CloseBraceToken.Span.Length > 0);
        var last = type is null ? context.Root.Members.LastOrDefault() : type.Members.LastOrDefault();
        var close = type?.CloseBraceToken ?? context.Root.EndOfFileToken;
        if (last is null || close.LeadingTrivia.Any(trivia => trivia.IsDirective) || type is { Members: [.., { ContainsDirectives: true }] })
        {
            return false;
        }

        var endOfLine = context.EndOfLine;
        var indentation = type is null ? string.Empty : Indented(type.Indentation(), type.Members[0].Indentation());
        var isPrivate = type is not null && shape.All.All(each => each.Dictionary.Carriers.All(carrier => carrier is not IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: not Accessibility.Private }));
        var text = new StringBuilder();
        foreach (var record in shape.All)
        {
            text.Append(endOfLine);
            Write(text, record, isRequired, indentation, isPrivate ? "private" : "internal", endOfLine, context.Model, place.SpanStart);
        }

        // The last line may have no end.
        var hasEnd = last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        var written = hasEnd ? text.ToString() : endOfLine + text + (type is null ? string.Empty : type.Indentation());
        edits.Append(new TextSpan(last.FullSpan.End, 0), written, place.SpanStart);
        return true;
    }

    private static string Indented(string type, string member) => member.Length > type.Length ? member : type + "    ";

    private static void Write(StringBuilder text, RecordShape record, bool isRequired, string indentation, string accessibility, string endOfLine, SemanticModel model, int position)
    {
        var annotates = model.GetNullableContext(position).AnnotationsEnabled();
        text.Append(indentation).Append(accessibility).Append(" sealed record ").Append(record.Name).Append(endOfLine)
            .Append(indentation).Append('{').Append(endOfLine);
        foreach (var member in record.Members)
        {
            var needsValue = !isRequired && member.IsSetAtOnce && annotates && !member.MayBeNull && !member.IsValueType;
            text.Append(indentation).Append("    public ").Append(isRequired && member.IsSetAtOnce ? "required " : string.Empty)
                .Append(member.TypeText(model, position)).Append(' ').Append(member.Name)
                .Append(isRequired && !member.IsSetLater ? " { get; init; }" : " { get; set; }").Append(needsValue ? " = null!;" : string.Empty).Append(endOfLine);
        }

        text.Append(indentation).Append('}').Append(endOfLine);
    }
}
