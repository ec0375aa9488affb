using System;

namespace DictionaryAnalyzers.Options;

/// <summary>One option of the package: its key in an .editorconfig or .globalconfig file and what its value may be.</summary>
/// <param name="key">The whole key, in lower case.</param>
/// <param name="allowed">What is allowed, as the end of a sentence for the user.</param>
/// <param name="isValid">Whether a value, trimmed, is understood.</param>
internal sealed class PackageOption(string key, string allowed, Func<string, bool> isValid)
{
    public string Key => key;

    public string Allowed => allowed;

    public bool IsValid(string value) => isValid(value.Trim());
}
