using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Tests.Catalogue;

/// <summary>One rule as the source has it: the field that describes it, its analyzer and its code fix.</summary>
public sealed record Rule(string Stem, DiagnosticDescriptor Descriptor, Type? Analyzer, Type? CodeFix)
{
    /// <summary>Every rule, by id.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. typeof(Descriptors).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => new Rule(
                field.Name,
                (DiagnosticDescriptor)field.GetValue(null)!,
                Types(typeof(RuleAnalyzer).Assembly, typeof(DiagnosticAnalyzer)).FirstOrDefault(type => type.Name == field.Name + "Analyzer"),
                Types(typeof(RuleCodeFix).Assembly, typeof(CodeFixProvider)).FirstOrDefault(type => type.Name == field.Name + "CodeFix")))
            .OrderBy(rule => rule.Descriptor.Id, StringComparer.Ordinal),
    ];

    public string Id => Descriptor.Id;

    /// <summary>The level as the documents name it.</summary>
    public string Level => Descriptor.DefaultSeverity == DiagnosticSeverity.Info ? "Info" : Descriptor.DefaultSeverity.ToString();

    /// <summary>All concrete types of <paramref name="assembly"/> that derive from <paramref name="baseType"/>.</summary>
    public static IEnumerable<Type> Types(Assembly assembly, Type baseType) =>
        assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(baseType));

    public override string ToString() => Id;
}
