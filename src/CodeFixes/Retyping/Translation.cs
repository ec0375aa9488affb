using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// The table "kind of use -> rewriting" of one retyping: what a dictionary becomes, and what becomes of everything that goes into
/// it or comes out of it. Each answer makes its edits and says whether it could; one that could not stops the whole retyping.
/// </summary>
internal abstract class Translation
{
    /// <summary>Whether the plan that was made with this translation is one to offer.</summary>
    public virtual bool IsWanted => true;

    /// <summary>Whether declarations of this type can be retyped.</summary>
    public abstract bool IsMap(ITypeSymbol? type, KnownTypes types);

    /// <summary>Whether the type of what has this role changes.</summary>
    public abstract bool Changes(ElementRole role);

    /// <summary>A written type: of a declaration of the dictionary, of a pair or of a value, or in a construction.</summary>
    /// <param name="document">The document.</param>
    /// <param name="written">The type as it is written; never <c>var</c>.</param>
    /// <param name="type">Its meaning; for a value the dictionary's own type of values.</param>
    /// <param name="role">What has this type.</param>
    public abstract bool RewriteType(RetypedDocument document, TypeSyntax written, ITypeSymbol type, ElementRole role);

    /// <summary>
    /// A member of the dictionary is used: <c>d.Add(..)</c>, <c>d.Keys</c>. True where it is translated, with another member in its place
    /// where it needs one; false where it cannot be; null where its signature tells what goes in and what comes out.
    /// </summary>
    public virtual bool? ReplaceMember(RetypedDocument document, IOperation member) => null;

    /// <summary>A method of the dictionary is made a delegate; null where its signature tells.</summary>
    public virtual bool? TakeMethod(RetypedDocument document, IMethodReferenceOperation method) => null;

    /// <summary>A dictionary is made; null where its type, its arguments and its elements are translated one by one.</summary>
    public virtual bool? ReplaceCreation(RetypedDocument document, IOperation creation) => null;

    /// <summary>An expression that no declaration of the solution stands behind gives a declaration its dictionary.</summary>
    public virtual bool PutMap(RetypedDocument document, IOperation map) => false;

    /// <summary>Whether what the dictionary becomes also converts to <paramref name="target"/>, and is of the same use at <paramref name="place"/>.</summary>
    public virtual bool Converts(ITypeSymbol target, IOperation place) => false;

    /// <summary>The dictionary is named at <paramref name="map"/>, whatever is done with it there.</summary>
    public virtual bool Meets(RetypedDocument document, IOperation map) => true;

    /// <summary>All uses are read; false where they do not make a whole.</summary>
    public virtual bool Finish(RetypingScope scope) => true;

    /// <summary>A use of the dictionary, before its arguments and its result are looked at one by one.</summary>
    public virtual bool Accepts(DictionaryUse use) => true;

    /// <summary>A value of type <paramref name="type"/> is put in.</summary>
    public virtual bool PutValue(RetypedDocument document, IOperation value, ITypeSymbol type) => !Changes(ElementRole.Value);

    /// <summary>A delegate that makes values is handed in. The reads of its parameters are translated apart from this.</summary>
    public virtual bool PutFactory(RetypedDocument document, FactoryUse factory) => !Changes(ElementRole.Value);

    /// <summary>A value comes out, which is <c>default</c> where the key may be absent.</summary>
    public virtual bool TakeValue(RetypedDocument document, IOperation value, bool mayBeAbsent) => !Changes(ElementRole.Value);

    /// <summary>A sequence of values goes to code that wants them as they were.</summary>
    public virtual bool TakeValues(RetypedDocument document, IOperation values) => !Changes(ElementRole.Value);

    /// <summary>A key is put in or asked for.</summary>
    public virtual bool PutKey(RetypedDocument document, IOperation key) => !Changes(ElementRole.Key);

    /// <summary>A key comes out.</summary>
    public virtual bool TakeKey(RetypedDocument document, IOperation key) => !Changes(ElementRole.Key);
}
