using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// The edits of one text. They are insertions around spans, so that they nest in any order, comments and layout stay,
/// and two views of one file can be compared. An edit that is made twice counts once.
/// </summary>
internal sealed class TextEdits
{
    private readonly HashSet<TextEdit> edits = [];

    public int Count => edits.Count;

    public IReadOnlyCollection<TextEdit> All => edits;

    /// <summary>Puts texts around a span.</summary>
    public void Wrap(TextSpan span, string before, string after, int layer = 0) => edits.Add(new TextEdit(span, before, after, false, layer));

    /// <summary>Puts a text behind a span.</summary>
    public void Append(TextSpan span, string text, int layer = 0) => Wrap(span, string.Empty, text, layer);

    /// <summary>Replaces a span.</summary>
    public void Replace(TextSpan span, string text) => edits.Add(new TextEdit(span, text, string.Empty, true, 0));

    /// <summary>Takes over the edits of another view of the same text.</summary>
    public void Add(TextEdits other) => edits.UnionWith(other.edits);

    public bool Contains(TextEdit edit) => edits.Contains(edit);

    /// <summary>Whether two edits cannot both be made: one edits within what the other replaces, or two spans cross.</summary>
    public bool HaveConflict()
    {
        var all = edits.ToArray();
        var replaced = all.Where(edit => edit.Replaces).ToArray();
        return replaced.Any(gone => all.Any(edit => edit != gone && edit.Span.IntersectsWith(gone.Span) && !IsOutside(edit, gone)));
    }

    /// <summary>The text with all edits made.</summary>
    public SourceText ApplyTo(SourceText text)
    {
        var changes = new SortedDictionary<int, List<(int Group, int First, int Second, string Text)>>();
        foreach (var edit in edits.Where(edit => !edit.Replaces))
        {
            // What closes here comes before what opens here; the shortest span closes first and opens last.
            Insert(edit.Span.End, 0, edit.Span.Length, edit.Layer, edit.After);
            Insert(edit.Span.Start, 1, -edit.Span.Length, -edit.Layer, edit.Before);
        }

        var replaced = edits.Where(edit => edit.Replaces).ToDictionary(edit => edit.Span.Start);
        foreach (var start in replaced.Keys.Where(start => !changes.ContainsKey(start)))
        {
            changes[start] = [];
        }

        return text.WithChanges(changes.SelectMany(place => ChangesAt(place.Key, Joined(place.Value))));

        void Insert(int position, int group, int first, int second, string inserted)
        {
            if (inserted.Length > 0)
            {
                if (!changes.TryGetValue(position, out var here))
                {
                    changes[position] = here = [];
                }

                here.Add((group, first, second, inserted));
            }
        }

        IEnumerable<TextChange> ChangesAt(int position, string inserted)
        {
            if (replaced.TryGetValue(position, out var gone))
            {
                yield return new TextChange(gone.Span, inserted + gone.Before);
            }
            else
            {
                yield return new TextChange(new TextSpan(position, 0), inserted);
            }
        }
    }

    private static string Joined(IEnumerable<(int Group, int First, int Second, string Text)> parts) => parts
        .OrderBy(part => part.Group).ThenBy(part => part.First).ThenBy(part => part.Second)
        .Aggregate(new StringBuilder(), (text, part) => text.Append(part.Text)).ToString();

    // Around a replaced span other texts may be put, but not into it.
    private static bool IsOutside(TextEdit edit, TextEdit gone) =>
        edit.Replaces
            ? edit.Span.End <= gone.Span.Start || edit.Span.Start >= gone.Span.End
            : edit.Span.Contains(gone.Span) || edit.Span.End <= gone.Span.Start || edit.Span.Start >= gone.Span.End;
}
