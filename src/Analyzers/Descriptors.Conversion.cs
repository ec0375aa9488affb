using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers;

public static partial class Descriptors
{
    /// <summary>DICT301: reflection converts an object to a dictionary on every call.</summary>
    public static readonly DiagnosticDescriptor DICT301ReflectionConversion = Create(
        "DICT301",
        "Reflection converts an object to a dictionary on every call",
        "'{0}' makes a dictionary of '{1}' member by member on every call: {2}, many times the cost of code that names them",
        RuleCategories.Conversion,
        RuleLevel.Defect,
        "Listing the members of a type and reading them through reflection is paid for again with each object. Generated or compiled code reads the same members directly.");

    /// <summary>DICT302: a JSON round trip converts an object to a dictionary.</summary>
    public static readonly DiagnosticDescriptor DICT302JsonRoundTrip = Create(
        "DICT302",
        "A JSON round trip converts an object to a dictionary",
        "'{0}' makes a dictionary of '{1}' by writing it as JSON and reading that again: each time the whole object is formatted and parsed, and {2}",
        RuleCategories.Conversion,
        RuleLevel.Defect,
        "To get at the members of an object by name its text is not needed: writing and parsing it costs more than ten times what copying the values does, and numbers, dates and nested objects come back as something else.");

    /// <summary>DICT303: a dictionary is used as an object with fixed members.</summary>
    public static readonly DiagnosticDescriptor DICT303DictionaryAsObject = Create(
        "DICT303",
        "A dictionary is used as an object with fixed members",
        "The dictionary of '{0}' is filled and read by the constants {1} only: each member is hashed and boxed, a misspelt name or a wrong cast fails at run time, and a record would have the compiler check both",
        RuleCategories.Conversion,
        RuleLevel.Suggestion,
        "A dictionary whose keys are all known when the program is written is an object without a type: it costs a table, a hash for each access and a box for each value, and what is wrong in it shows when it runs.");
}
