using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// <c>Dictionary&lt;K, V&gt;</c> becomes <c>ConcurrentDictionary&lt;K, Lazy&lt;Task&lt;V&gt;&gt;&gt;</c>: who asks for a key that somebody is
/// loading waits for the same task. Values go in and come out only where they are tested for, awaited and inserted; each other use of a
/// value refuses, because it could have to wait where nothing can.
/// </summary>
internal sealed class SharedTasks : Translation
{
    private readonly Dictionary<SyntaxNode, AwaitedEntry?> entries = [];

    /// <summary>There has to be something to wait for.</summary>
    public override bool IsWanted => entries.Values.Any(entry => entry is not null);

    public override bool IsMap(ITypeSymbol? type, KnownTypes types) =>
        types is { HasConcurrentDictionary: true, LazyOf: not null }
        && type is INamedTypeSymbol { TypeArguments: [not IErrorTypeSymbol, not (IErrorTypeSymbol or IDynamicTypeSymbol)] } named && types.IsKnown(named)
        && (types.KindOf(named) is CollectionKind.Dictionary || named.IsNamed("System.Collections.Generic", "IDictionary"));

    public override bool Changes(ElementRole role) => role is not (ElementRole.None or ElementRole.Key or ElementRole.Keys);

    public override bool RewriteType(RetypedDocument document, TypeSyntax written, ITypeSymbol type, ElementRole role)
    {
        var bare = written is NullableTypeSyntax { ElementType: var element } ? element : written;
        if (role is not ElementRole.Map || WrittenNames.GenericIn(bare) is not { TypeArgumentList.Arguments: [_, var value] } generic)
        {
            return false;
        }

        document.Edits.Replace(TextSpan.FromBounds(bare.SpanStart, generic.Identifier.Span.End), ConcurrentMap.NameAt(document, bare));
        document.Edits.Wrap(value.Span, $"{document.NameOf("System", "Lazy", 1, value)}<{document.NameOf("System.Threading.Tasks", "Task", 1, value)}<", ">>");
        return true;
    }

    public override bool? ReplaceCreation(RetypedDocument document, IOperation creation) =>
        creation is not IObjectCreationOperation made ? null
            : made is { Initializer: null, Constructor: { } constructor }
                && constructor.Parameters.All(parameter => parameter.Type.SpecialType is SpecialType.System_Int32 || parameter.Type.IsNamed("System.Collections.Generic", "IEqualityComparer"))
                && ConcurrentCreation.Replace(document, made, this);

    public override bool? ReplaceMember(RetypedDocument document, IOperation member)
    {
        if (EntryAround(document, member) is { } entry)
        {
            return entry.Uses(member.Syntax) && entry.Rewrite(document);
        }

        return DictionaryUse.TryGet(member, document.Facts.Types) is { } use && member is not IInvocationOperation { Instance: null } && use switch
        {
            { Verb: Verb.Contains, Key: not null } or { Verb: Verb.Clear or Verb.Count } => true,
            { Verb: Verb.EnumerateKeys } => ConcurrentMembers.Replace(document, member) is true,
            { Verb: Verb.Remove, Operation: IInvocationOperation { Arguments.Length: 1 } } => ConcurrentMembers.Replace(document, member) is true,
            _ => false,
        };
    }

    private AwaitedEntry? EntryAround(RetypedDocument document, IOperation member)
    {
        foreach (var statement in member.Syntax.Ancestors().TakeWhile(node => node is not (MemberDeclarationSyntax and not GlobalStatementSyntax)).OfType<StatementSyntax>())
        {
            // The test is one of the few statements before.
            foreach (var first in AwaitedEntry.CandidatesAt(statement))
            {
                if (!entries.TryGetValue(first, out var entry))
                {
                    entries[first] = entry = AwaitedEntry.Beginning(document, first);
                }

                if (entry?.Span.Contains(member.Syntax.Span) is true)
                {
                    return entry;
                }
            }
        }

        return null;
    }
}
