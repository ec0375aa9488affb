using System.Linq;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// DICT211: a lambda that looks like the factory of a value does not fit the overload with a factory and is stored as the
/// value itself.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT211DelegateAsValueAnalyzer : RuleAnalyzer
{
    /// <summary>Creates the rule.</summary>
    public DICT211DelegateAsValueAnalyzer()
        : base(Descriptors.DICT211DelegateAsValue)
    {
    }

    private protected override bool IsRelevant(CompilationModel model) => model.Types.HasConcurrentDictionary;

    private protected override void Register(RuleRegistration registration)
    {
        var model = registration.Model;
        var meaning = new DelegateValues(model.Bodies);
        registration.OnOperation(context => Analyze(context, model, meaning), OperationKind.Invocation);
    }

    private static void Analyze(OperationContext context, CompilationModel model, DelegateValues meaning)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("GetOrAdd" or "AddOrUpdate") || ValueArgument(call) is not { } argument
            || DictionaryUse.TryGet(call, model.Types) is not { Kind: CollectionKind.ConcurrentDictionary } use)
        {
            return;
        }

        var expression = Written(argument);
        var isLambda = expression is AnonymousFunctionExpressionSyntax;
        if (MethodOf(argument.Value, isLambda) is not { ReturnsVoid: false, Parameters.Length: var arity } method
            || arity > 1 || (arity == 1 && !isLambda)
            || Made(argument.Value.Lambda(), method) is not { } made
            || !context.Compilation.ClassifyCommonConversion(made, argument.Parameter!.Type).IsImplicit)
        {
            return;
        }

        // A delegate that has a name is stored on purpose, unless what comes back is then taken for something else.
        var isMistake = DelegateValues.TakesResultForAnotherType(call)
            || (isLambda && !DelegateValues.TakesResultForDelegate(call) && !meaning.AreMeant(call, use.Receiver, context.CancellationToken));
        if (isMistake)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.DICT211DelegateAsValue,
                expression!.GetLocation(),
                call.TargetMethod.Name,
                use.Receiver.Syntax.ToString(),
                StoredType(argument.Value)?.ToMinimalDisplayString(call.SemanticModel!, call.Syntax.SpanStart),
                made.ToMinimalDisplayString(call.SemanticModel!, call.Syntax.SpanStart)));
        }
    }

    // The argument for a parameter that is declared as a value, not as a factory.
    private static IArgumentOperation? ValueArgument(IInvocationOperation call) => call.Arguments.FirstOrDefault(argument =>
        argument.Parameter is { Ordinal: 1, OriginalDefinition.Type: ITypeParameterSymbol });

    private static ExpressionSyntax? Written(IArgumentOperation argument)
    {
        var expression = (argument.Syntax as ArgumentSyntax)?.Expression;
        while (expression is ParenthesizedExpressionSyntax parenthesized)
        {
            expression = parenthesized.Expression;
        }

        return expression;
    }

    // The lambda, or what a variable of a delegate type calls; none for a method group, of which the compiler warns, and where a
    // cast says what is meant.
    private static IMethodSymbol? MethodOf(IOperation argument, bool isLambda) => isLambda
        ? argument.Lambda()?.Symbol
        : argument.Unwrapped() is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation
            ? (argument.Unwrapped().Type as INamedTypeSymbol)?.DelegateInvokeMethod
            : null;

    // What the lambda gives. Where the values are delegates too, its own type does not say it.
    private static ITypeSymbol? Made(IAnonymousFunctionOperation? lambda, IMethodSymbol method) =>
        (method.IsAsync ? null : lambda?.Body.Executed().OfType<IReturnOperation>().Select(returned => returned.ReturnedValue?.Unwrapped().Type).FirstOrDefault())
        ?? method.ReturnType;

    // The type that a lambda is first converted to, its natural type.
    private static ITypeSymbol? StoredType(IOperation argument)
    {
        var type = argument.Type;
        while (argument is IConversionOperation or IDelegateCreationOperation)
        {
            type = argument.Type;
            argument = argument is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)argument).Target;
        }

        return argument.Type ?? type;
    }
}
