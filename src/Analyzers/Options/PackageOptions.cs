using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Options;

/// <summary>All options of the package, in one place, and how they are read.</summary>
internal static class PackageOptions
{
    /// <summary>What the key of each option begins with.</summary>
    public const string Prefix = "dictionary_analyzers.";

    /// <summary>
    /// <c>dictionary_analyzers.additional_types</c>: types that behave like a dictionary though they derive from none, as
    /// full metadata names separated by commas.
    /// </summary>
    public static PackageOption AdditionalTypesOption { get; } = new(
        Prefix + "additional_types",
        "allowed are full type names separated by commas, such as Contoso.Collections.FastMap`2",
        value => Split(value).All(IsTypeName));

    /// <summary>
    /// <c>dictionary_analyzers.lock_types</c>: locks of somebody else's making, as full metadata names separated by commas.
    /// </summary>
    public static PackageOption LockTypesOption { get; } = new(
        Prefix + "lock_types",
        "allowed are full type names separated by commas, such as Contoso.Threading.AsyncLock",
        value => Split(value).All(IsTypeName));

    /// <summary>
    /// <c>dictionary_analyzers.singleton_attributes</c>: attributes that say of a class that all threads have the same object of
    /// it, as full metadata names separated by commas.
    /// </summary>
    public static PackageOption SingletonAttributesOption { get; } = new(
        Prefix + "singleton_attributes",
        "allowed are full type names separated by commas, such as Contoso.Hosting.SingletonAttribute",
        value => Split(value).All(IsTypeName));

    /// <summary>
    /// <c>dictionary_analyzers.retype_public_api</c>: whether repairs that change the type of a declaration may change what other assemblies can see.
    /// </summary>
    public static PackageOption RetypePublicApiOption { get; } = new(Prefix + "retype_public_api", "allowed are true and false", value => bool.TryParse(value, out _));

    /// <summary>
    /// <c>dictionary_analyzers.retype_sets</c>: whether repairs that make a dictionary concurrent are offered for sets too, which become dictionaries without values.
    /// </summary>
    public static PackageOption RetypeSetsOption { get; } = new(Prefix + "retype_sets", "allowed are true and false", value => bool.TryParse(value, out _));

    /// <summary>
    /// <c>dictionary_analyzers.reflecting_conversions</c>: types whose constructor, and methods, that make a dictionary of any object by reflection, as full
    /// names separated by commas.
    /// </summary>
    public static PackageOption ReflectingConversionsOption { get; } = new(
        Prefix + "reflecting_conversions",
        "allowed are full names of types and methods separated by commas, such as Contoso.Web.RouteValues, Contoso.Web.Html.AttributesOf",
        value => Split(value).All(IsTypeName));

    /// <summary>
    /// <c>dictionary_analyzers.sensitive_members</c>: words in the name of a member that say that its values are secret, separated by commas.
    /// </summary>
    public static PackageOption SensitiveMembersOption { get; } = new(
        Prefix + "sensitive_members",
        "allowed are words separated by commas, such as default, pin, iban",
        value => Split(value).All(word => Regex.IsMatch(word, @"^(?=.*\p{L})[\p{L}\p{N}_\- ]+$", RegexOptions.CultureInvariant)));

    /// <summary>Every option there is.</summary>
    public static ImmutableArray<PackageOption> All { get; } =
        [AdditionalTypesOption, LockTypesOption, SingletonAttributesOption, RetypePublicApiOption, RetypeSetsOption, ReflectingConversionsOption, SensitiveMembersOption];

    /// <summary>The option under <paramref name="key"/>, whatever its case; null where there is none.</summary>
    public static PackageOption? Find(string key) =>
        All.FirstOrDefault(option => string.Equals(option.Key, key, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is wrong with a key and its value, told to the user; null when nothing is.</summary>
    public static string? Complaint(string key, string value) => Find(key) switch
    {
        null => $"there is no such option; there are {string.Join(", ", All.Select(option => option.Key))}",
        { } option when !option.IsValid(value) => option.Allowed,
        _ => null,
    };

    /// <summary>The names of the <see cref="ListedTypes"/> from all files of a compilation. Values that are not understood have no effect; DICT001 reports them.</summary>
    public static ListedTypes TypesListedFor(Compilation compilation, AnalyzerConfigOptionsProvider provider)
    {
        ImmutableArray<PackageOption> lists = [AdditionalTypesOption, LockTypesOption, SingletonAttributesOption];
        var values = lists.Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToImmutableArray();
        Add(provider.GlobalOptions);
        foreach (var tree in compilation.SyntaxTrees)
        {
            Add(provider.GetOptions(tree));
        }

        return new ListedTypes(NamesIn(0), NamesIn(1), NamesIn(2));

        void Add(AnalyzerConfigOptions options)
        {
            for (var index = 0; index < lists.Length; index++)
            {
                if (options.TryGetValue(lists[index].Key, out var value))
                {
                    values[index].Add(value);
                }
            }
        }

        ImmutableArray<string> NamesIn(int index) => [.. values[index].Where(lists[index].IsValid).SelectMany(Split).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The names in <c>reflecting_conversions</c> for a file, as they are written; empty where nothing that is understood is set.</summary>
    public static string ReflectingConversions(AnalyzerConfigOptions options) =>
        options.TryGetValue(ReflectingConversionsOption.Key, out var value) && ReflectingConversionsOption.IsValid(value) ? value : string.Empty;

    /// <summary>The words in <c>sensitive_members</c> for a file; null where nothing that is understood is set.</summary>
    public static ImmutableArray<string>? SensitiveMembers(AnalyzerConfigOptions options) =>
        options.TryGetValue(SensitiveMembersOption.Key, out var value) && SensitiveMembersOption.IsValid(value) ? [.. Split(value)] : null;

    /// <summary>Whether an option that is true or false is true in a file.</summary>
    public static bool IsOn(PackageOption option, AnalyzerConfigOptions options) =>
        options.TryGetValue(option.Key, out var value) && bool.TryParse(value.Trim(), out var isOn) && isOn;

    private static IEnumerable<string> Split(string value) =>
        value.Length == 0 ? [] : value.Split(',').Select(name => name.Trim());

    // 'Namespace.Outer+Inner`2'
    private static bool IsTypeName(string name) =>
        Regex.IsMatch(name, @"^[\p{L}_][\p{L}\p{N}_]*([.+][\p{L}_][\p{L}\p{N}_]*)*(`\d+)?(\+[\p{L}_][\p{L}\p{N}_]*(`\d+)?)*$", RegexOptions.CultureInvariant);
}
