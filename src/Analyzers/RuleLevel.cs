namespace DictionaryAnalyzers;

/// <summary>How sure a rule is, which decides its default severity.</summary>
public enum RuleLevel
{
    /// <summary>A proven defect at run time: a warning, on by default.</summary>
    Defect,

    /// <summary>Very likely, or a measured cost: information, on by default.</summary>
    Suggestion,

    /// <summary>A matter of policy: a warning that is off until the <c>Strict</c> preset turns it on.</summary>
    Optional,
}
