using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>DICT208: a loop, or each insertion, asks a concurrent dictionary for what takes all its locks, or copies it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT208WholeTableInLoopAnalyzer : RuleAnalyzer
{
    /// <summary>The property of a diagnostic that names the repair that its code allows.</summary>
    public const string RepairProperty = "DICT208.Repair";

    /// <summary>The loop over the view could walk the dictionary itself.</summary>
    public const string Walk = nameof(Walk);

    /// <summary>The count could be taken before the loop.</summary>
    public const string CountBefore = nameof(CountBefore);

    /// <summary>Creates the rule.</summary>
    public DICT208WholeTableInLoopAnalyzer()
        : base(Descriptors.DICT208WholeTableInLoop)
    {
    }

    private protected override void Register(RuleRegistration registration)
    {
        var model = registration.Model;
        var repeated = new RepeatedCode(model);
        var views = new WalkedView(model);
        var limits = new InsertionLimit(model);
        registration.OnOperation(context => Analyze(context, model, repeated, views, limits), OperationKind.PropertyReference);
    }

    private static void Analyze(OperationContext context, CompilationModel model, RepeatedCode repeated, WalkedView views, InsertionLimit limits)
    {
        var property = (IPropertyReferenceOperation)context.Operation;
        if (WholeTableUse.Of(property, model, context.CancellationToken) is not { } use || SeldomCode.Is(property)
            || Reason(property, use, repeated, limits, context.CancellationToken) is not { } found
            || (use.Verb is Verb.Count && (Waits(found.Cause) || IsAnotherInEachStep(use, found.Cause, model, context.CancellationToken)))
            || model.Exposures.Of(use.Receiver, context.CancellationToken) is Exposure.Confined)
        {
            return;
        }

        var place = use.Verb is Verb.Count && found.IsLoopAround ? PlaceToCount(found.Cause, use, repeated, views, context.CancellationToken) : null;
        var repair = place is not null ? CountBefore
            : HeadOf(property) is { } walk && views.MayWalkDictionary(walk, use, context.CancellationToken) ? Walk : null;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.DICT208WholeTableInLoop,
            property.Syntax.GetLocation(),
            [use.Receiver.Syntax.GetLocation(), (place ?? found.Cause).Syntax.GetLocation()],
            ImmutableDictionary<string, string?>.Empty.Add(RepairProperty, repair),
            property.Property.Name,
            use.Receiver.Syntax.ToString(),
            use.Verb is Verb.Count ? string.Empty : " and copies the table",
            found.Says));
    }

    // The loop or the insertion for each of which the locks are taken.
    private static (IOperation Cause, bool IsLoopAround, string Says)? Reason(
        IPropertyReferenceOperation property, DictionaryUse use, RepeatedCode repeated, InsertionLimit limits, CancellationToken cancellationToken)
    {
        if (repeated.LoopOf(property, cancellationToken) is { } loop)
        {
            return (loop.Loop, loop.IsAround, loop.IsAround ? "the loop around it does so in each of its steps" : "a loop that calls this member does so in each of its steps");
        }

        return limits.Of(property, use, cancellationToken) is { } insertion ? (insertion, false, "the check of the limit does so at each insertion") : null;
    }

    // A loop that sleeps between two looks at the number is a monitor.
    private static bool Waits(IOperation loop) => loop.Descendants().Any(operation => operation is IInvocationOperation
    {
        TargetMethod.Name: "Delay" or "Sleep" or "WaitForNextTickAsync" or "WaitOne" or "Wait" or "WaitAsync" or "SpinOnce"
    });

    // 'foreach (var part in parts) sum += part.Table.Count;' asks each table once.
    private static bool IsAnotherInEachStep(DictionaryUse use, IOperation loop, CompilationModel model, CancellationToken cancellationToken) =>
        model.Paths.Read(use.Receiver, cancellationToken) is { Root.Symbol: { } root }
        && loop switch
        {
            IForEachLoopOperation each => each.LoopControlVariable.DescendantsAndSelf().Any(operation =>
                SymbolEqualityComparer.Default.Equals((operation as IVariableDeclaratorOperation)?.Symbol ?? (operation as ILocalReferenceOperation)?.Local, root)),
            IAnonymousFunctionOperation lambda => lambda.Symbol.Parameters.Contains(root, SymbolEqualityComparer.Default),
            _ => false,
        };

    // The outermost loop before which the count could be taken.
    private static IOperation? PlaceToCount(
        IOperation loop, DictionaryUse use, RepeatedCode repeated, WalkedView views, CancellationToken cancellationToken)
    {
        IOperation? place = null;
        for (var next = loop; next is not null && views.MayCountBefore(next, use, cancellationToken); next = repeated.LoopAround(next))
        {
            place = next;
        }

        return place;
    }

    private static IForEachLoopOperation? HeadOf(IPropertyReferenceOperation view)
    {
        if (view.Property.Name == "Count")
        {
            return null;
        }

        var value = (IOperation)view;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
        {
            value = value.Parent;
        }

        return value.Parent is IForEachLoopOperation loop && loop.Collection == value ? loop : null;
    }
}
