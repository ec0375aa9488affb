using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers;

public static partial class Descriptors
{
    /// <summary>DICT301: reflection converts an object to a dictionary on every call.</summary>
    public static readonly DiagnosticDescriptor DICT301ReflectionConversion = Create(
        "DICT301",
        "Reflection converts an object to a dictionary on every call",
        "'{0}' makes a dictionary of '{1}' member by member on every call: {2}, several times the cost of code that names them",
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

    /// <summary>DICT304: a member that a mapper lists does not exist or cannot be read.</summary>
    public static readonly DiagnosticDescriptor DICT304UnknownMember = Create(
        "DICT304",
        "A member that a mapper lists does not exist or cannot be read",
        "'{0}' lists '{1}', but {2}: {3}",
        RuleCategories.Conversion,
        RuleLevel.Defect,
        "The paths of Include and Exclude are strings. One that leads to no member maps nothing, or leaves nothing out.");

    /// <summary>DICT305: two members of a mapped object get the same key, or one gets an empty key.</summary>
    public static readonly DiagnosticDescriptor DICT305ClashingKey = Create(
        "DICT305",
        "Two mapped members have the same key, or a key is empty",
        "'{0}' {1}: {2}",
        RuleCategories.Conversion,
        RuleLevel.Defect,
        "A dictionary has one value for a key. Of two members with the same key one would be lost, and an empty key names nothing.");

    /// <summary>DICT306: a mapper cannot be generated.</summary>
    public static readonly DiagnosticDescriptor DICT306UnsupportedMapping = Create(
        "DICT306",
        "A mapper cannot be generated",
        "'{0}' is not generated: {1}",
        RuleCategories.Conversion,
        RuleLevel.Defect,
        "The signature of a partial method says what is generated. The message says why this one says nothing, and which do.");

    /// <summary>DICT307: a member that is said to be sensitive is mapped without being listed.</summary>
    public static readonly DiagnosticDescriptor DICT307SensitiveMember = Create(
        "DICT307",
        "A sensitive member is mapped without being listed",
        "'{0}' maps {1} without listing it: the value goes wherever the dictionary goes, into logs, caches and responses",
        RuleCategories.Conversion,
        RuleLevel.Defect,
        "A mapper without a list takes every member, secrets too, and those that are added later. List what is meant, or leave the secret out.");

    /// <summary>DICT308: the graph of mapped types is cyclic and no depth is set.</summary>
    public static readonly DiagnosticDescriptor DICT308UnboundedDepth = Create(
        "DICT308",
        "A mapper follows a cyclic type graph without a depth",
        "'{0}' follows '{1}' back to '{2}' and sets no MaxDepth: objects that lead back to themselves would be mapped without an end",
        RuleCategories.Conversion,
        RuleLevel.Defect,
        "Where a type leads back to itself the objects can too. MaxDepth says how deep the mapping goes, and DepthLimit what happens there.");

    /// <summary>DICT309: an attribute that names or ignores a member is malformed, or two of them disagree.</summary>
    public static readonly DiagnosticDescriptor DICT309NamingConflict = Create(
        "DICT309",
        "A naming attribute of a mapped member is malformed or conflicts with another",
        "'{0}' maps {1}: whoever reads the object by its attributes has it under another key",
        RuleCategories.Conversion,
        RuleLevel.Defect,
        "A mapper takes the name of a member from its attributes. One that is empty, or two that disagree, do not say which key is meant.");
}
