using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Enumeration;

/// <summary>
/// A <c>foreach</c> that does nothing else to its collection than to remove the element at hand, in statements of its own.
/// </summary>
/// <param name="Loop">The loop.</param>
/// <param name="Enumeration">What it enumerates.</param>
/// <param name="Removals">The removals in it, in source order.</param>
internal sealed record LoopFacts(CommonForEachStatementSyntax Loop, Flow.Enumeration Enumeration, ImmutableArray<InvocationExpressionSyntax> Removals)
{
    // A loop that calls into more code than this is not looked through.
    private const int MaximumBodies = 60;

    /// <summary>The facts of the loop that a diagnostic is about; null where it is not such a loop.</summary>
    public static LoopFacts? Of(RepairContext context, Diagnostic diagnostic)
    {
        diagnostic.Properties.TryGetValue(EnumerationFacts.FormKey, out var form);
        if (form != nameof(EnumerationForm.Loop) || diagnostic.AdditionalLocations.Count < 2
            || context.Find<CommonForEachStatementSyntax>(diagnostic.AdditionalLocations[1]) is not { } loop
            || loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword)
            || context.OperationOf(loop) is not IForEachLoopOperation operation)
        {
            return null;
        }

        var found = new EnumerationFinder(context.Facts).Find(operation, context.CancellationToken)
            .Where(candidate => candidate.Form is EnumerationForm.Loop)
            .ToArray();
        if (found is not [var enumeration])
        {
            return null;
        }

        var facts = context.Facts;
        var collection = enumeration.Sequence.Path;
        var modifications = new EnumerationHazards(facts, facts.Rules).ModificationsIn(enumeration, context.CancellationToken);
        if (modifications is null or { Count: 0 } || !modifications.All(hazard => IsRemoval(context, enumeration, operation, hazard.Reached)))
        {
            return null;
        }

        var removals = modifications.Select(hazard => hazard.Reached.Site).OfType<IInvocationOperation>()
            .GroupBy(site => site.Syntax)
            .Select(same => same.First())
            .OrderBy(site => site.Syntax.SpanStart)
            .ToImmutableArray();
        return MentionsOf(context, operation.Collection, collection).Count() == 1
            && MentionsOf(context, operation.Body, collection)
                .All(mention => removals.Any(removal => removal.Instance is { } receiver && mention.IsWithin(receiver)))
            && !CalleesMention(context, operation, collection)
                ? new LoopFacts(loop, enumeration, [.. removals.Select(removal => (InvocationExpressionSyntax)removal.Syntax)])
                : null;
    }

    private static bool IsRemoval(RepairContext context, Flow.Enumeration enumeration, IForEachLoopOperation loop, ReachedEffect reached) =>
        reached is
        {
            Frame.Caller: null,
            Effect.Use: { Verb: Verb.Remove, Key: { } key, Operation: IInvocationOperation { Arguments.Length: 1, Instance: not null, Syntax: InvocationExpressionSyntax syntax } site },
        }
        && syntax.Parent is ExpressionStatementSyntax
        && site.EnclosingBody() == loop.EnclosingBody()
        && context.Facts.Paths.Read(key, context.CancellationToken) is { } path
        && enumeration.IsOwnKey(path);

    // Every expression, lambdas included, that denotes the collection.
    private static IEnumerable<IOperation> MentionsOf(RepairContext context, IOperation part, InstancePath collection) =>
        part.DescendantsAndSelf().Where(operation =>
            operation is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation or IInvocationOperation
            && collection.Equals(context.Facts.Paths.Read(operation, context.CancellationToken)));

    // A method that the loop calls and that looks into the collection would see the entries that go only after the loop.
    private static bool CalleesMention(RepairContext context, IForEachLoopOperation loop, InstancePath collection)
    {
        // The names that the collection has in this body.
        var body = loop.Root();
        var symbols = new HashSet<ISymbol>(MentionsOf(context, body, collection).Select(SymbolOf).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        if (body.Descendants().OfType<IAnonymousFunctionOperation>().Any(lambda => Mentions(lambda, symbols)))
        {
            return true;
        }

        var pending = new Queue<IOperation>([loop]);
        var seen = new HashSet<IOperation>();
        while (pending.Count > 0)
        {
            var region = pending.Dequeue();
            foreach (var callee in region.Descendants().SelectMany(operation => BodiesOf(context, operation)))
            {
                if (seen.Add(callee.Operation))
                {
                    pending.Enqueue(callee.Operation);
                    if (seen.Count > MaximumBodies || Mentions(callee.Operation, symbols))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool Mentions(IOperation body, HashSet<ISymbol> symbols) =>
        body.DescendantsAndSelf().Any(operation => SymbolOf(operation) is { } symbol && symbols.Contains(symbol));

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member.OriginalDefinition,
        _ => null,
    };

    private static IEnumerable<Body> BodiesOf(RepairContext context, IOperation operation)
    {
        var called = operation switch
        {
            IInvocationOperation { IsVirtual: true } call => context.Facts.Hierarchy.Targets(call.TargetMethod, call.Instance?.Type),
            IInvocationOperation call => [call.TargetMethod],
            IObjectCreationOperation { Constructor: { } constructor } => [constructor],
            IPropertyReferenceOperation property => new[] { property.Property.GetMethod, property.Property.SetMethod }.OfType<IMethodSymbol>(),
            IMethodReferenceOperation method => [method.Method],
            IBinaryOperation { OperatorMethod: { } method } => [method],
            IConversionOperation { OperatorMethod: { } method } => [method],
            _ => [],
        };
        return called
            .Select(method => context.Facts.Bodies.Of(method, context.CancellationToken))
            .OfType<Body>();
    }
}
