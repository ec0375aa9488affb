using Xunit;

namespace DictionaryAnalyzers.Package.Tests;

/// <summary>Everything that looks at the packed package: it is packed once.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackedPackage>
{
    /// <summary>The name to refer to it by.</summary>
    public const string Name = "Package";
}
