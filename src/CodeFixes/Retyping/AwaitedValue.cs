using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// An awaited value whose task others may wait for as well. There is none where one caller could call it off for all, or where
/// loading looks at the dictionary, in which its own entry stands already.
/// </summary>
internal sealed class AwaitedValue
{
    private readonly ExpressionSyntax expression;
    private readonly ExpressionSyntax? task;
    private readonly ITypeSymbol type;
    private readonly string configuration;

    private AwaitedValue(ExpressionSyntax expression, ExpressionSyntax? task, ITypeSymbol type, string configuration)
    {
        this.expression = expression;
        this.task = task;
        this.type = type;
        this.configuration = configuration;
    }

    public static AwaitedValue? Of(RetypedDocument document, ExpressionSyntax expression, DictionaryUse act)
    {
        if (document.OperationOf(expression) is not { Type: not null } operation || act.Receiver.Type is not INamedTypeSymbol { TypeArguments: [_, var type] }
            || !operation.DescendantsAndSelf().Any(part => part is IAwaitOperation) || expression.ContainsDirectives
            || operation.DescendantsAndSelf().Any(part => part.Type?.IsNamed("System.Threading", "CancellationToken") is true) || TouchesMap(document, operation, act))
        {
            return null;
        }

        // 'Load(k)' in 'await Load(k).ConfigureAwait(false)'.
        var (awaited, configuration) = expression.Bare() is AwaitExpressionSyntax { Expression: var given } ? Configured(given) : (null, string.Empty);
        var isTask = awaited is not null && document.Model.GetTypeInfo(awaited, document.CancellationToken).Type is INamedTypeSymbol { TypeArguments: [var result] } awaitedType
            && awaitedType.IsNamed("System.Threading.Tasks", "Task") && SymbolEqualityComparer.Default.Equals(result, type);
        if (configuration.Length == 0)
        {
            var all = expression.DescendantNodesAndSelf().OfType<AwaitExpressionSyntax>().Select(part => Configured(part.Expression).Configuration).Distinct().ToArray();
            configuration = all is [var only] ? only : string.Empty;
        }

        return new AwaitedValue(expression, isTask ? awaited : null, type, configuration);
    }

    /// <summary>Whether a comment stands in it, and stays.</summary>
    public bool Covers(TextSpan span) => (task ?? expression).Span.Contains(span);

    /// <summary>The type of the values, as it is written.</summary>
    public static string TypeAt(RetypedDocument document, ITypeSymbol type, SyntaxNode place) =>
        $"{document.NameOf("System", "Lazy", 1, place)}<{document.NameOf("System.Threading.Tasks", "Task", 1, place)}<{document.TextOf(type, place)}>>";

    /// <summary>The await of what is in the dictionary.</summary>
    public string Awaited(string entry) => $"await {entry}{configuration}";

    /// <summary>The factory: of the tasks that two callers would start only the one starts whose Lazy was added.</summary>
    public string FactoryFor(RetypedDocument document, IOperation key)
    {
        var load = task is not null ? $"() => {task}" : $"async () => {expression}";
        var made = $"new {TypeAt(document, type, expression)}({load})";
        if (document.Language < LanguageVersion.CSharp8 || key is not (ILocalReferenceOperation or IParameterReferenceOperation))
        {
            return "_ => " + made;
        }

        // The parameter has the name of the variable whose value it is given; then nothing may have to be captured at all.
        var captures = document.OperationOf(expression)!.DescendantsAndSelf().Any(part => part switch
        {
            ILocalReferenceOperation or IParameterReferenceOperation => !SyntaxFactory.AreEquivalent(part.Syntax, key.Syntax),
            IInstanceReferenceOperation => true,
            IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction } => true,
            IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } => true,
            _ => false,
        });
        return $"{(captures || document.Language < LanguageVersion.CSharp9 ? string.Empty : "static ")}{key.Syntax} => {made}";
    }

    private static (ExpressionSyntax Task, string Configuration) Configured(ExpressionSyntax awaited) =>
        awaited is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var task }, ArgumentList: var arguments }
            ? (task, ".ConfigureAwait" + arguments)
            : (awaited, string.Empty);

    private static bool TouchesMap(RetypedDocument document, IOperation load, DictionaryUse act)
    {
        var (facts, cancellationToken) = (document.Facts, document.CancellationToken);
        var map = WrittenNames.DeclarationOf(act.Receiver);
        var type = document.Model.GetEnclosingSymbol(load.Syntax.SpanStart, cancellationToken)?.ContainingType;
        return facts.Search.Activations(load, type, (_, _) => true, cancellationToken).Any(activation =>
            activation.Body.DescendantsAndSelf().Any(part => DictionaryUse.TryGet(part, facts.Types) is { } use && SymbolEqualityComparer.Default.Equals(WrittenNames.DeclarationOf(use.Receiver), map)));
    }
}
