namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>What can be wrong with a mapper.</summary>
internal enum MappingProblemKind
{
    /// <summary>DICT304: a listed path names a member that is not there.</summary>
    ListedMemberMissing,

    /// <summary>DICT304: a listed path names a member that cannot be read from the mapper.</summary>
    ListedMemberNotReadable,

    /// <summary>DICT304: a listed path leads into a member that is not looked into: a value of one piece, or an object that is kept whole.</summary>
    ListedPathTooLong,

    /// <summary>DICT305: two members get the same key.</summary>
    SameKey,

    /// <summary>DICT305: a key is empty.</summary>
    EmptyKey,

    /// <summary>DICT306: a method is marked, and its class is not.</summary>
    ClassNotMarked,

    /// <summary>DICT306: the class is not static.</summary>
    ClassNotStatic,

    /// <summary>DICT306: the class, or a type around it, is not partial.</summary>
    TypeNotPartial,

    /// <summary>DICT306: the class, or a type around it, is seen in its own file only, and not where the code is generated.</summary>
    TypeOfOneFile,

    /// <summary>DICT306: a method that is marked is not partial.</summary>
    MethodNotPartial,

    /// <summary>DICT306: the signature is none that can be generated.</summary>
    UnknownSignature,

    /// <summary>DICT306: the source cannot be mapped: a type parameter, a value of one piece, a collection, a ref struct.</summary>
    SourceNotMappable,

    /// <summary>DICT306: a member is a ref struct or pointer, which no dictionary can hold.</summary>
    MemberNotStorable,

    /// <summary>DICT306: a type, of a signature or of a member, is in a library that only an extern alias leads to, so that generated code cannot write it down.</summary>
    TypeOfAlias,

    /// <summary>DICT306: a member has no text, in a method that writes text.</summary>
    MemberWithoutText,

    /// <summary>DICT306: a listed member is not of the type of the dictionary's values.</summary>
    MemberOfOtherType,

    /// <summary>DICT306: nested dictionaries are asked for in a dictionary whose values are not objects.</summary>
    CannotNest,

    /// <summary>DICT306: so many members that nobody can have meant it.</summary>
    TooLarge,

    /// <summary>DICT306: on the way back, no constructor can be called with what is mapped. Text says why.</summary>
    NoConstructor,

    /// <summary>DICT306: on the way back, a member is kept by the object and nothing can set it.</summary>
    MemberNotWritable,

    /// <summary>DICT306: on the way back, nothing can make a value of the member's type of what a dictionary holds.</summary>
    MemberNotRestorable,

    /// <summary>DICT307: a sensitive member is mapped without being listed.</summary>
    SensitiveMember,

    /// <summary>DICT308: objects lead back to objects of their own type, and no depth is set.</summary>
    CyclicGraph,

    /// <summary>DICT309: a naming attribute says nothing usable.</summary>
    MalformedName,

    /// <summary>DICT309: two naming attributes disagree.</summary>
    ConflictingNames,
}
