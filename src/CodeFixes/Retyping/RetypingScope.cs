using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Retyping;

/// <summary>What one retyping shares: its solution, the documents it has opened, the declarations that still have to be looked at.</summary>
internal sealed class RetypingScope(Solution solution, Translation translation, bool qualifiesNames, CancellationToken cancellationToken)
{
    private readonly Dictionary<DocumentId, RetypedDocument> documents = [];
    private readonly HashSet<(DocumentId, int)> declarations = [];
    private readonly Queue<ISymbol> maps = new();
    private readonly HashSet<string> names = [];
    private readonly Queue<ElementVariable> variables = new();
    private readonly HashSet<(SyntaxNode, ElementRole)> seenVariables = [];

    public Solution Solution => solution;

    public Translation Translation => translation;

    public CancellationToken CancellationToken => cancellationToken;

    public IReadOnlyDictionary<DocumentId, RetypedDocument> Documents => documents;

    /// <summary>The names of the declarations that are retyped.</summary>
    public IReadOnlyCollection<string> Names => names;

    /// <summary>The document, opened; null where it is not C#, a generator wrote it, or a part of it cannot be read.</summary>
    public async Task<RetypedDocument?> OpenAsync(Document? document)
    {
        if (document is null or SourceGeneratedDocument || document.Project.Language != LanguageNames.CSharp)
        {
            return null;
        }

        if (!documents.TryGetValue(document.Id, out var opened))
        {
            if (await RepairContext.CreateAsync(document, cancellationToken).ConfigureAwait(false) is not { HasSyntaxErrors: false } context)
            {
                return null;
            }

            documents[document.Id] = opened = new RetypedDocument(context, qualifiesNames);
        }

        return opened;
    }

    /// <summary>Lets a declaration be retyped as well: a field, property, local, parameter, or what a method returns.</summary>
    public void AddMap(ISymbol symbol)
    {
        names.Add(symbol.Name);
        maps.Enqueue(symbol);
    }

    /// <summary>Whether the declaration at this place is looked at for the first time.</summary>
    public bool IsNew(DocumentId document, int position) => declarations.Add((document, position));

    /// <summary>Lets the uses of a variable be translated that holds an element, or a sequence of elements.</summary>
    public void AddVariable(ElementVariable variable)
    {
        if (seenVariables.Add((variable.Declaration, variable.Role)))
        {
            variables.Enqueue(variable);
        }
    }

    public ISymbol? NextMap() => maps.Count > 0 ? maps.Dequeue() : null;

    public ElementVariable? NextVariable() => variables.Count > 0 ? variables.Dequeue() : null;
}
