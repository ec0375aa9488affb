using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Something in a body that says whether a key is in a collection, or changes it.</summary>
/// <param name="Operation">Where it is said.</param>
/// <param name="Use">What is done.</param>
/// <param name="Collection">With which collection.</param>
/// <param name="Key">For which key.</param>
internal sealed record KeyEvent(IOperation Operation, DictionaryUse Use, InstancePath Collection, KeyIdentity Key)
{
    public bool Removes => Use.Verb is Verb.Remove or Verb.Clear;

    /// <summary>Whether the key is there afterwards. An indexer's read throws where it is absent.</summary>
    public bool EstablishesAlways =>
        Use.Verb.LeavesKeyPresent() || Use is { Verb: Verb.Lookup, Operation: IPropertyReferenceOperation, Kind: not CollectionKind.Hashtable };

    /// <summary>Whether its result tells if the key is there.</summary>
    public bool IsTest => Use.Verb is Verb.Contains || (Use.Verb is Verb.Lookup && Operation is IInvocationOperation);

    public bool Establishes => EstablishesAlways || IsTest;
}
