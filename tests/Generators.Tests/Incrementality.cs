using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Generators.Tests;

/// <summary>Was a step done again, and does a step keep what it must not?</summary>
internal static class Incrementality
{
    /// <summary>Fails when a named step or an output gave anything new.</summary>
    public static void AssertNothingChanged(GeneratorDriverRunResult result)
    {
        foreach (var (name, reasons) in Reasons(result))
        {
            Assert.All(reasons, reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{name}: {reason}"));
        }
    }

    /// <summary>Why the outputs of each named step, and of the sources, are what they are.</summary>
    public static IEnumerable<(string Step, IncrementalStepRunReason[] Reasons)> Reasons(GeneratorDriverRunResult result)
    {
        var run = result.Results.Single();
        return run.TrackedSteps.Where(step => step.Key is Steps.Read or Steps.Mappers or Steps.Capabilities or Steps.FileNames or Steps.Support).Concat(run.TrackedOutputSteps)
            .Select(step => (step.Key, step.Value.SelectMany(one => one.Outputs).Select(output => output.Reason).ToArray()));
    }

    /// <summary>Fails when anything that the named steps hand on leads to a symbol, node, location or compilation.</summary>
    public static void AssertKeepsNothing(GeneratorDriverRunResult result)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var (name, steps) in result.Results.Single().TrackedSteps.Where(step => step.Key is Steps.Read or Steps.Mappers or Steps.Capabilities or Steps.FileNames or Steps.Support))
        {
            foreach (var (value, _) in steps.SelectMany(step => step.Outputs))
            {
                Walk(value, name, seen);
            }
        }
    }

    /// <summary>Goes through the fields of a value and of all that it leads to.</summary>
    public static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || (!value.GetType().IsValueType && !seen.Add(value)))
        {
            return;
        }

        if (value is ISymbol or SyntaxNode or SyntaxToken or SyntaxTree or SyntaxReference or Compilation or Location or Diagnostic or SemanticModel or AttributeData or Type)
        {
            Assert.Fail($"{path} is a {value.GetType()}");
        }

        if (value is IEnumerable list)
        {
            foreach (var item in list)
            {
                Walk(item, path + "[]", seen);
            }
        }

        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }
}
