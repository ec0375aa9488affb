namespace DictionaryAnalyzers.Generators.Model;

/// <summary>The types whose values are one piece: how they are written as text, and read back, depends on which it is.</summary>
internal enum ScalarKind
{
    /// <summary>None of these: it has no text.</summary>
    None,
    String,
    Boolean,
    Char,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    NativeInt,
    NativeUInt,
    Decimal,
    Single,
    Double,
    DateTime,
    DateTimeOffset,
    TimeSpan,
    DateOnly,
    TimeOnly,
    Guid,
    Uri,
    Version,
    Bytes,
    Enum,

    /// <summary><c>object</c>, <c>dynamic</c> or a type parameter: what it is shows at run time.</summary>
    Any,

    /// <summary>Anything else that formats itself for a culture.</summary>
    Formattable,

    /// <summary>Anything else that has a text of its own.</summary>
    Printable,
}
