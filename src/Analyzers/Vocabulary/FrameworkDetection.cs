using System;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>Answers which generation of rules code runs under: by its references, or by the name of a target framework.</summary>
internal static class FrameworkDetection
{
    private static readonly Version CoreRuntime30 = new(4, 2, 1);

    /// <summary>The rules of a compilation. Its references decide, since a project's properties may say anything.</summary>
    public static FrameworkRules Of(Compilation compilation)
    {
        var core = compilation.GetSpecialType(SpecialType.System_Object).ContainingAssembly?.Identity;
        return core?.Name switch
        {
            "System.Runtime" or "System.Private.CoreLib" when core.Version.Major >= 5 => FrameworkRules.Net50,
            "System.Runtime" when core.Version >= CoreRuntime30 => FrameworkRules.NetCore30,
            "netstandard" when core.Version >= new Version(2, 1) => FrameworkRules.NetCore30,
            _ => FrameworkRules.Oldest,
        };
    }

    /// <summary>The rules of a target framework moniker such as <c>net8.0-windows</c>; the oldest for one that is not understood.</summary>
    public static FrameworkRules OfMoniker(string moniker)
    {
        var name = moniker.Trim().ToLowerInvariant();
        if (name == "netstandard2.1" || name.StartsWith("netcoreapp3", StringComparison.Ordinal))
        {
            return FrameworkRules.NetCore30;
        }

        return MajorVersion(name) >= 5 ? FrameworkRules.Net50 : FrameworkRules.Oldest;
    }

    /// <summary>Whether a target framework moniker names .NET 8 or newer, which has frozen collections of its own.</summary>
    public static bool HasFrozenCollections(string moniker) => MajorVersion(moniker.Trim().ToLowerInvariant()) >= 8;

    // 'net8.0' has a dot after the major version; 'net472' has not. Zero for anything but .NET 5 and newer.
    private static int MajorVersion(string name)
    {
        var dot = name.IndexOf('.');
        return name.StartsWith("net", StringComparison.Ordinal)
            && dot > 3
            && int.TryParse(name.Substring(3, dot - 3), NumberStyles.None, CultureInfo.InvariantCulture, out var major)
                ? major
                : 0;
    }
}
