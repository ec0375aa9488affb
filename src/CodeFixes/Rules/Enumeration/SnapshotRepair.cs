using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Enumeration;

/// <summary>Enumerates a copy: <c>foreach (var x in d.ToArray())</c>.</summary>
internal static class SnapshotRepair
{
    private const string Linq = "System.Linq";

    /// <summary>The copies that could be enumerated instead, best first.</summary>
    public static IEnumerable<Repair> Plan(RepairContext context, Diagnostic diagnostic)
    {
        if (diagnostic.AdditionalLocations.Count < 2
            || context.Find<ExpressionSyntax>(diagnostic.AdditionalLocations[0]) is not { } enumerated
            || context.Find<SyntaxNode>(diagnostic.AdditionalLocations[1]) is not { } driver)
        {
            return [];
        }

        diagnostic.Properties.TryGetValue(EnumerationFacts.FormKey, out var form);
        return (form, driver) switch
        {
            (nameof(EnumerationForm.Loop), CommonForEachStatementSyntax loop) => OfLoop(context, loop),
            (nameof(EnumerationForm.Enumerator), InvocationExpressionSyntax call) => OfEnumerator(context, call, enumerated),
            (_, CommonForEachStatementSyntax loop) => OfStage(context, loop, diagnostic),
            (nameof(EnumerationForm.Loop) or nameof(EnumerationForm.Enumerator), _) => [],
            _ => OfCallback(context, driver, enumerated, diagnostic),
        };
    }

    private static IEnumerable<Repair> OfLoop(RepairContext context, CommonForEachStatementSyntax loop)
    {
        if (loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword) || loop is ForEachStatementSyntax { Type: RefTypeSyntax })
        {
            yield break;
        }

        var element = context.Model.GetForEachStatementInfo(loop).ElementType;
        var variable = loop is ForEachStatementSyntax plain ? context.Model.GetDeclaredSymbol(plain, context.CancellationToken)?.Type : element;
        var keepsType = loop is not ForEachStatementSyntax { Type.IsVar: false };
        foreach (var suffix in Suffixes(context, loop.Expression, variable, preferList: false))
        {
            if (Try(context, loop.Expression, suffix) is { } copy
                && (!keepsType || SymbolEqualityComparer.Default.Equals(copy.Element, element)))
            {
                yield return copy.Repair;
            }
        }
    }

    // 'd.ToDictionary(k => ..)', 'list.ForEach(..)', 'Each(d, x => ..)', '[.. d.Select(x => ..)]': the copy is taken where the collection is named.
    private static IEnumerable<Repair> OfCallback(
        RepairContext context, SyntaxNode driver, ExpressionSyntax enumerated, Diagnostic diagnostic)
    {
        var site = diagnostic.Location.SourceSpan;
        if (!driver.Span.Contains(site) || !driver.Span.Contains(enumerated.Span) || enumerated.Span.Contains(site)
            || enumerated.Parent is ConditionalAccessExpressionSyntax { Expression: var tested } && tested == enumerated)
        {
            return [];
        }

        var needsList = driver is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } && receiver == enumerated
            && context.Model.GetSymbolInfo(driver, context.CancellationToken).Symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary };
        return Copies(context, enumerated, null, needsList);
    }

    // A lambda of a lazy operator, in the head of a loop.
    private static IEnumerable<Repair> OfStage(RepairContext context, CommonForEachStatementSyntax loop, Diagnostic diagnostic)
    {
        if (context.OperationOf(loop) is not IForEachLoopOperation { IsAsynchronous: false } operation)
        {
            return [];
        }

        return context.Facts.Sequences.Read(operation.Collection, context.CancellationToken)
            .Where(sequence => sequence.Stages.Any(stage => stage.Region?.Syntax.Span.Contains(diagnostic.Location.SourceSpan) == true))
            .Select(sequence => sequence.Source.Syntax)
            .OfType<ExpressionSyntax>()
            .Where(source => loop.Expression.Span.Contains(source.Span) && !source.Span.Contains(diagnostic.Location.SourceSpan))
            .Take(1)
            .SelectMany(source => Copies(context, source, null, preferList: false));
    }

    // 'var e = d.GetEnumerator();': only where the variable does nothing that the copy's enumerator cannot do as well.
    private static IEnumerable<Repair> OfEnumerator(RepairContext context, InvocationExpressionSyntax call, ExpressionSyntax enumerated)
    {
        if (call.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } declarator }
            || call.Expression is not MemberAccessExpressionSyntax { Expression: var receiver } || receiver != enumerated
            || context.Model.GetDeclaredSymbol(declarator, context.CancellationToken) is not ILocalSymbol local)
        {
            yield break;
        }

        if (!declaration.Type.IsVar)
        {
            if (local.Type.TypeKind is TypeKind.Interface)
            {
                foreach (var repair in Copies(context, enumerated, context.Model.Compilation.ObjectType, preferList: true))
                {
                    yield return repair;
                }
            }

            yield break;
        }

        var current = local.Type.GetMembers("Current").OfType<IPropertySymbol>().FirstOrDefault()?.Type;
        if (current is null || !OnlySteps(context, declarator, local))
        {
            yield break;
        }

        foreach (var suffix in Suffixes(context, enumerated, current, preferList: true))
        {
            if (Try(context, enumerated, suffix) is { } copy && SymbolEqualityComparer.Default.Equals(copy.Element, current))
            {
                yield return copy.Repair;
            }
        }
    }

    private static bool OnlySteps(RepairContext context, VariableDeclaratorSyntax declarator, ILocalSymbol local)
    {
        var body = declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) ?? (SyntaxNode)context.Root;
        return body.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == local.Name
                && SymbolEqualityComparer.Default.Equals(context.Model.GetSymbolInfo(name, context.CancellationToken).Symbol, local))
            .All(name => name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "MoveNext" or "Current" or "Dispose" } access
                && access.Expression == name);
    }

    private static IEnumerable<Repair> Copies(RepairContext context, ExpressionSyntax source, ITypeSymbol? element, bool preferList) =>
        Suffixes(context, source, element, preferList).Select(suffix => Try(context, source, suffix)?.Repair).OfType<Repair>();

    // What makes a copy of an expression, by its type.
    private static IEnumerable<string> Suffixes(RepairContext context, ExpressionSyntax source, ITypeSymbol? element, bool preferList)
    {
        var type = context.Model.GetTypeInfo(source, context.CancellationToken).Type;
        if (type is null)
        {
            yield break;
        }

        if (IsGeneric(type))
        {
            yield return preferList ? ".ToList()" : ".ToArray()";
            yield return preferList ? ".ToArray()" : ".ToList()";
            yield break;
        }

        if (context.Facts.Types.KindOf(type) is CollectionKind.NameValueCollection && !preferList)
        {
            yield return ".AllKeys";
        }

        if (element is not null)
        {
            var name = element.ToMinimalDisplayString(
                context.Model,
                source.SpanStart,
                SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));
            yield return $".Cast<{name}>(){(preferList ? ".ToList()" : ".ToArray()")}";
        }
    }

    private static bool IsGeneric(ITypeSymbol type) =>
        type.AllInterfaces.Append(type as INamedTypeSymbol)
            .Any(candidate => candidate?.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T)
        || type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(IsGeneric);

    // Binds the copy where it would stand; where it only lacks the using directive, that comes with it.
    private static (Repair Repair, ITypeSymbol? Element)? Try(RepairContext context, ExpressionSyntax source, string suffix)
    {
        var missing = (string?)null;
        var element = ElementOf(context, source, source.Followed(suffix).WithoutTrivia());
        if (element is null && source is not ConditionalAccessExpressionSyntax && Qualified(source, suffix) is { } qualified)
        {
            missing = Linq;
            element = ElementOf(context, source, qualified);
        }
        else if (element is null && source.Parent is CommonForEachStatementSyntax loop)
        {
            // Behind '?.' an extension method cannot be named otherwise: whether it binds is seen when the repair is tried out.
            missing = Linq;
            element = context.Model.GetForEachStatementInfo(loop).ElementType;
        }

        return element is null
            ? null
            : (new Repair(source, editor => editor.ReplaceNode(source, (current, _) => ((ExpressionSyntax)current).Followed(suffix)), missing), element);
    }

    private static ITypeSymbol? ElementOf(RepairContext context, ExpressionSyntax source, ExpressionSyntax copy) =>
        context.Model.GetSpeculativeTypeInfo(source.SpanStart, copy, SpeculativeBindingOption.BindAsExpression).Type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeKind: not TypeKind.Error, TypeArguments: [var element] } => element,
            _ => null,
        };

    private static ExpressionSyntax? Qualified(ExpressionSyntax source, string suffix)
    {
        const string Type = "global::System.Linq.Enumerable";
        var operand = source.WithoutTrivia().ToString();
        if (suffix.StartsWith(".Cast", System.StringComparison.Ordinal))
        {
            var end = suffix.LastIndexOf(").", System.StringComparison.Ordinal);
            operand = $"{Type}{suffix.Substring(0, end)}{operand})";
            suffix = suffix.Substring(end + 1);
        }

        return suffix.EndsWith("()", System.StringComparison.Ordinal)
            ? SyntaxFactory.ParseExpression($"{Type}{suffix.Substring(0, suffix.Length - 1)}{operand})")
            : null;
    }
}
