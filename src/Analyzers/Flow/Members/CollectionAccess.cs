using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>One place where a type does something with the collection in one of its fields or properties.</summary>
/// <param name="Origin">The reference to the member from which the collection comes, in the same body.</param>
/// <param name="Reference">What names the collection: the origin itself, or the local that it has been given to.</param>
/// <param name="Place">The call, property, loop or creation that does it; the reference where nothing around it is known.</param>
/// <param name="Verb">What is done, where that has a name; <see cref="Verb.None"/> where not.</param>
/// <param name="Nature">What that means for the collection's contents.</param>
/// <param name="Phase">When in the life of the object that holds the collection.</param>
/// <param name="Owner">The object that holds the collection, as the body calls it; null where it is not known which.</param>
internal sealed record CollectionAccess(
    IOperation Origin, IOperation Reference, IOperation Place, Verb Verb, AccessNature Nature, LifePhase Phase, InstancePath? Owner)
{
    /// <summary>Whether it is the object's own code, or static code of a static collection.</summary>
    public bool IsOfItself => Owner is { Segments.IsEmpty: true, Root.Kind: PathRootKind.This or PathRootKind.Static };
}
