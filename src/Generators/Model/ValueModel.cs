namespace DictionaryAnalyzers.Generators.Model;

/// <summary>What becomes of a value.</summary>
internal sealed record ValueModel
{
    public ValueForm Form { get; init; }

    /// <summary>The type of the value without a nullable marker; of a <c>Nullable&lt;T&gt;</c> the T.</summary>
    public string Type { get; init; } = "";

    /// <summary>What the type is, where it is one whose values are written as text or read back.</summary>
    public ScalarKind Scalar { get; init; }

    /// <summary>Whether the type says itself how it is read from text.</summary>
    public bool IsParsable { get; init; }

    /// <summary>Whether the type, seen without <c>Nullable&lt;T&gt;</c>, is a value type.</summary>
    public bool IsValueType { get; init; }

    /// <summary>Whether it is a <c>Nullable&lt;T&gt;</c>.</summary>
    public bool IsNullableStruct { get; init; }

    /// <summary>Whether it is a type parameter of which it is not known whether it is a value type.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether its declaration lets it be null: a <c>Nullable&lt;T&gt;</c>, or a reference that is not declared as one that is never null.</summary>
    public bool CanBeNull { get; init; }

    /// <summary>The enum, where it is one.</summary>
    public EnumModel? Enum { get; init; }

    /// <summary>Of <see cref="ValueForm.Object"/>: the index in <see cref="MethodModel.Objects"/>.</summary>
    public int Object { get; init; }

    /// <summary>Of <see cref="ValueForm.Inline"/>: the entries that its members become.</summary>
    public EquatableArray<EntryModel> Entries { get; init; }

    /// <summary>Of <see cref="ValueForm.Sequence"/>: how many elements there are is asked for like this, <c>".Count"</c>; empty where only walking tells.</summary>
    public string Count { get; init; } = "";

    /// <summary>The interface that a collection is walked through, where its own type could mean something else; else null.</summary>
    public string? WalkedAs { get; init; }

    /// <summary>Of <see cref="ValueForm.Sequence"/> and <see cref="ValueForm.Map"/>: what becomes of an element or value.</summary>
    public ValueModel? Element { get; init; }

    /// <summary>Of <see cref="ValueForm.Map"/>: how a key is written.</summary>
    public ValueModel? MapKey { get; init; }

    /// <summary>On the way back, of <see cref="ValueForm.Sequence"/> and <see cref="ValueForm.Map"/>: how the type is made of a list or dictionary, which stands where the {0} is.</summary>
    public string Build { get; init; } = "";
}
