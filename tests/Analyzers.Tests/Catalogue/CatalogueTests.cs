using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using DictionaryAnalyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace DictionaryAnalyzers.Tests.Catalogue;

/// <summary>
/// Descriptor, analyzer, code fix, tests, page, release row and index of a rule agree: whoever changes one of them is told
/// about the others.
/// </summary>
public partial class CatalogueTests
{
    private static readonly string[] Sections =
        ["What", "Why", "Bad", "Good", "What is not reported", "Options", "Repairs", "Suppress", "Sources"];

    public static TheoryData<Rule> Rules => [.. Rule.All];

    public static TheoryData<Rule> RulesWithCodeFix => [.. Rule.All.Where(rule => rule.CodeFix is not null)];

    [Fact]
    public void Ids_AreUnique() => Assert.Distinct(Rule.All.Select(rule => rule.Id));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Id_IsInTheRangeOfItsCategory(Rule rule)
    {
        var category = rule.Id[4] switch
        {
            '0' => "Package",
            '1' => "Enumeration",
            '2' => "Sharing",
            '3' => "Conversion",
            '4' => "Keys",
            '5' => "Graphs",
            '6' => "Text",
            _ => "an unknown family",
        };
        Assert.Matches("^DICT[0-9]{3}$", rule.Id);
        Assert.Equal(category, rule.Descriptor.Category);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_HasOneStem(Rule rule)
    {
        Assert.StartsWith(rule.Id, rule.Stem, StringComparison.Ordinal);
        var analyzer = Assert.IsAssignableFrom<Type>(rule.Analyzer);
        var folder = analyzer.Namespace!.Split('.').Last();
        Assert.Equal(rule.Descriptor.Category, folder);
        Assert.True(File.Exists(Repository.PathOf("src", "Analyzers", "Rules", folder, $"{rule.Stem}Analyzer.cs")));
        Assert.True(File.Exists(Repository.PathOf("tests", "Analyzers.Tests", "Rules", folder, $"{rule.Stem}Tests.cs")));
        Assert.Equal(rule.CodeFix is not null, File.Exists(Repository.PathOf("src", "CodeFixes", "Rules", folder, $"{rule.Stem}CodeFix.cs")));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Analyzer_SupportsItsDescriptor(Rule rule)
    {
        var analyzer = (DiagnosticAnalyzer)Activator.CreateInstance(rule.Analyzer!)!;
        Assert.Equal(rule.Descriptor, Assert.Single(analyzer.SupportedDiagnostics));
        Assert.Equal([LanguageNames.CSharp], rule.Analyzer!.GetCustomAttribute<DiagnosticAnalyzerAttribute>()!.Languages);
    }

    [Fact]
    public void EveryAnalyzerAndCodeFix_BelongsToARule()
    {
        Assert.Empty(Rule.Types(typeof(RuleAnalyzer).Assembly, typeof(DiagnosticAnalyzer))
            .Where(type => !type.IsSubclassOf(typeof(DiagnosticSuppressor)))
            .Except(Rule.All.Select(rule => rule.Analyzer!)));
        Assert.Empty(Rule.Types(typeof(RuleCodeFix).Assembly, typeof(CodeFixProvider)).Except(Rule.All.Select(rule => rule.CodeFix!)));
    }

    [Fact]
    public void EverySuppressor_StandsBesideARuleAndOnItsPage() =>
        Assert.All(Rule.Types(typeof(RuleAnalyzer).Assembly, typeof(DiagnosticSuppressor)), type =>
        {
            var rule = Assert.Single(Rule.All, rule => type.Name.StartsWith(rule.Id, StringComparison.Ordinal));
            Assert.EndsWith("Suppressor", type.Name, StringComparison.Ordinal);
            Assert.Equal(rule.Analyzer!.Namespace, type.Namespace);
            var page = Repository.Read("docs", "rules", $"{rule.Id}.md");
            Assert.All(((DiagnosticSuppressor)Activator.CreateInstance(type)!).SupportedSuppressions, suppression =>
            {
                Assert.Matches("^DICTSPR[0-9]{4}$", suppression.Id);
                Assert.Contains($"`{suppression.Id}`", page, StringComparison.Ordinal);
                Assert.Contains(suppression.SuppressedDiagnosticId, page, StringComparison.Ordinal);
            });
        });

    [Theory]
    [MemberData(nameof(Rules))]
    public void Texts_TellWhatAndWhich(Rule rule)
    {
        var title = rule.Descriptor.Title.ToString(null);
        var message = rule.Descriptor.MessageFormat.ToString(null);
        Assert.DoesNotMatch(@"[.\n]$", title);
        Assert.NotEqual(title, message);
        Assert.Contains("{0}", message, StringComparison.Ordinal);
        Assert.EndsWith(".", rule.Descriptor.Description.ToString(null), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void HelpLink_IsThePageOrNothing(Rule rule)
    {
        var url = typeof(Descriptors).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RulesUrl").Value;
        Assert.Equal(string.IsNullOrEmpty(url) ? "" : $"{url.TrimEnd('/')}/{rule.Id}.md", rule.Descriptor.HelpLinkUri);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Page_SaysWhatTheRuleIs(Rule rule)
    {
        var page = Repository.Read("docs", "rules", $"{rule.Id}.md");
        Assert.StartsWith($"# {rule.Id}: {rule.Descriptor.Title.ToString(null)}\n", page, StringComparison.Ordinal);
        var facts = Row().Matches(page[..page.IndexOf("\n## ", StringComparison.Ordinal)]).ToDictionary(row => row.Groups["name"].Value.Trim(), row => row.Groups["value"].Value.Trim());
        Assert.Equal(rule.Descriptor.Category, facts["Category"]);
        Assert.Equal(rule.Level, facts["Level"]);
        Assert.Equal(rule.Descriptor.IsEnabledByDefault ? "on" : "off", facts["Default"]);
        Assert.Equal(rule.CodeFix is null ? "no" : "yes", facts["Has a fix"]);
        Assert.Equal(Sections, Heading().Matches(page).Select(heading => heading.Groups["text"].Value));
    }

    [Fact]
    public void Pages_AreOfRulesOnly() => Assert.Equal(
        Rule.All.Select(rule => $"{rule.Id}.md"),
        Directory.EnumerateFiles(Repository.PathOf("docs", "rules"), "DICT*.md").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryOption_IsOnAPage()
    {
        var pages = string.Concat(Rule.All.Select(rule => Repository.Read("docs", "rules", $"{rule.Id}.md")));
        Assert.All(PackageOptions.All, option => Assert.Contains($"`{option.Key}`", pages, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void ReleaseRow_AgreesWithTheDescriptor(Rule rule)
    {
        var releases = Repository.Read("src", "Analyzers", "AnalyzerReleases.Shipped.md") + Repository.Read("src", "Analyzers", "AnalyzerReleases.Unshipped.md");
        var level = rule.Descriptor.IsEnabledByDefault ? rule.Level : "Disabled";
        Assert.Contains($"\n{rule.Id} | {rule.Descriptor.Category} | {level} | ", releases, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/rules/README.md")]
    public void Index_ListsEveryRule(string document)
    {
        var text = Repository.Read(document.Split('/'));
        var indexed = RuleIndex.Write(text, document.Contains('/', StringComparison.Ordinal) ? "" : "docs/rules/", Rule.All);
        if (Environment.GetEnvironmentVariable("UPDATE") == "1")
        {
            File.WriteAllText(Repository.PathOf(document.Split('/')), indexed);
        }

        Assert.Equal(indexed, text);
    }

    [Theory]
    [MemberData(nameof(RulesWithCodeFix))]
    public void CodeFix_IsExportedAndFixesItsRule(Rule rule)
    {
        var export = rule.CodeFix!.GetCustomAttribute<ExportCodeFixProviderAttribute>();
        Assert.NotNull(export);
        Assert.Equal(rule.CodeFix!.Name, export.Name);
        Assert.Equal([LanguageNames.CSharp], export.Languages);
        var provider = (CodeFixProvider)Activator.CreateInstance(rule.CodeFix)!;
        Assert.Equal(rule.Id, Assert.Single(provider.FixableDiagnosticIds));
        Assert.Equal(
            new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution },
            provider.GetFixAllProvider()!.GetSupportedFixAllScopes().Where(scope => scope <= FixAllScope.Solution).Order());
    }

    [Theory]
    [MemberData(nameof(RulesWithCodeFix))]
    public void EquivalenceKeys_BeginWithTheIdAndDiffer(Rule rule)
    {
        var keys = rule.CodeFix!.GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy)
            .Where(field => field.IsLiteral && field.Name.EndsWith("Key", StringComparison.Ordinal))
            .Select(field => (string)field.GetRawConstantValue()!)
            .ToImmutableArray();
        Assert.NotEmpty(keys);
        Assert.Distinct(keys);
        Assert.All(keys, key => Assert.StartsWith(rule.Id + ".", key, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\| *(?<name>[^|]+?) *\| *(?<value>[^|]+?) *\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^## (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
