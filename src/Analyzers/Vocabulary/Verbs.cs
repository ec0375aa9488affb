namespace DictionaryAnalyzers.Vocabulary;

/// <summary>What the verbs have in common.</summary>
internal static class Verbs
{
    /// <summary>Whether a verb can change the contents of a collection.</summary>
    public static bool Modifies(this Verb verb) => verb
        is Verb.Insert or Verb.InsertOrThrow or Verb.Overwrite or Verb.Upsert
        or Verb.Remove or Verb.Clear or Verb.Resize or Verb.Reorder;

    /// <summary>Whether after a verb its key is certainly present.</summary>
    public static bool LeavesKeyPresent(this Verb verb) =>
        verb is Verb.Insert or Verb.InsertOrThrow or Verb.Overwrite or Verb.Upsert;

    /// <summary>What a verb does to the contents, given whether its key was present before. Ask <see cref="DictionaryUse.ModificationWhen"/>, which knows more than the verb.</summary>
    internal static Modification ToModification(this Verb verb, bool keyIsPresent) => verb switch
    {
        Verb.Insert => keyIsPresent ? Modification.AddPresent : Modification.Add,
        Verb.Upsert => keyIsPresent ? Modification.Overwrite : Modification.Add,
        Verb.Overwrite => Modification.Overwrite,
        Verb.Remove => Modification.Remove,
        Verb.Clear => Modification.Clear,
        Verb.Resize => Modification.Grow,
        Verb.Reorder => Modification.Reorder,
        _ => Modification.Add,
    };
}
