using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Retyping;

/// <summary>One edit: texts put around a span, or the span replaced.</summary>
/// <param name="Span">The span in the original text.</param>
/// <param name="Before">What comes before it, or instead of it.</param>
/// <param name="After">What comes after it.</param>
/// <param name="Replaces">Whether the span goes.</param>
/// <param name="Layer">Of two edits around the same span the one with the lower layer is the inner one.</param>
internal readonly record struct TextEdit(TextSpan Span, string Before, string After, bool Replaces, int Layer);
