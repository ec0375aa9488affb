using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Retyping;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>
/// What becomes of a value that was an <c>object</c> and is now a property of its own type, where it stands: a cast goes, and where the
/// type would choose another overload, operator or result it stays an <c>object</c>.
/// </summary>
internal sealed class RecordReads(RepairContext context, TextEdits edits)
{
    /// <summary>Rewrites what is around <paramref name="unit"/>, the access itself; false where it cannot be.</summary>
    public bool Rewrite(ExpressionSyntax unit, RecordMember member)
    {
        ExpressionSyntax outer = unit;
        var bang = default(SyntaxToken);
        if (outer.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed)
        {
            outer = suppressed;
            bang = suppressed.OperatorToken;
        }

        if (bang.Span.Length > 0 && !member.MayBeNull)
        {
            edits.Replace(bang.Span, string.Empty);
        }

        return outer.Parent switch
        {
            CastExpressionSyntax cast => RewriteCast(cast, member),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression, Right: TypeSyntax target } conversion => RewriteAs(conversion, outer, target, member),
            IsPatternExpressionSyntax { Pattern: var pattern } => RewritePattern(pattern, member),
            _ when member.Nested is not null || (member.IsValueType && ShowsIdentity(outer)) => false,
            _ when member.Type is null || IsAnyObject(outer, member) => true,
            ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "ToString" } } } access when access.Expression == outer =>
                RewriteConditional(access, member),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: { IsVar: true } var, Variables.Count: 1 } } } => KeepObject(var),
            _ => KeepObject(outer, member),
        };
    }

    /// <summary><c>d.GetValueOrDefault("k")</c></summary>
    public bool RewriteCall(InvocationExpressionSyntax call, MemberAccessExpressionSyntax method, RecordMember member)
    {
        edits.Replace(TextSpan.FromBounds(method.Name.SpanStart, call.Span.End), member.Name);
        return Rewrite(call, member);
    }

    /// <summary><c>d.TryGetValue("k", out var value)</c> becomes a pattern that declares the same variable.</summary>
    public bool RewriteTry(InvocationExpressionSyntax call, MemberAccessExpressionSyntax method, RecordMember member)
    {
        if (call.ArgumentList.Arguments is not [_, { Expression: DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax designation } }] || member.Nested is not null
            || context.Model.GetDeclaredSymbol(designation, context.CancellationToken) is not ILocalSymbol local)
        {
            return false;
        }

        // The variable gets the member's type: what is done with it must not depend on that.
        var body = call.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? (SyntaxNode)context.Root;
        var isUsedAsObject = member.Type is null || body.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(context.Model.GetSymbolInfo(name, context.CancellationToken).Symbol, local))
            .All(name => IsIndifferent(name, member));
        if (!isUsedAsObject)
        {
            return false;
        }

        var pattern = member.IsSetAtOnce ? "var " : "{ } ";
        edits.Replace(TextSpan.FromBounds(method.Name.SpanStart, call.Span.End), $"{member.Name} is {pattern}{designation.Identifier.Text}");
        if (!StandsFree(call))
        {
            edits.Wrap(call.Span, "(", ")");
        }

        return true;
    }

    /// <summary><c>d.ContainsKey("k")</c> goes where it is always true, and asks for null where it is not.</summary>
    public bool RewriteTest(InvocationExpressionSyntax call, MemberAccessExpressionSyntax method, RecordMember member)
    {
        switch (call.Parent)
        {
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both when member.IsSetAtOnce && both.Left == call && IsPlain(method.Expression):
                edits.Replace(TextSpan.FromBounds(call.SpanStart, both.Right.SpanStart), string.Empty);
                return true;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both when member.IsSetAtOnce && both.Right == call && IsPlain(method.Expression):
                edits.Replace(TextSpan.FromBounds(both.Left.Span.End, call.Span.End), string.Empty);
                return true;
            case ConditionalExpressionSyntax choice when member.IsSetAtOnce && choice.Condition == call && IsPlain(method.Expression):
                edits.Replace(TextSpan.FromBounds(choice.SpanStart, choice.WhenTrue.SpanStart), string.Empty);
                edits.Replace(TextSpan.FromBounds(choice.WhenTrue.Span.End, choice.Span.End), string.Empty);
                return !choice.WhenFalse.DescendantNodesAndSelf().Any(node => node is InvocationExpressionSyntax or ElementAccessExpressionSyntax or BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } negation when !member.IsSetAtOnce && StandsFree(negation):
                edits.Replace(negation.OperatorToken.Span, string.Empty);
                edits.Replace(TextSpan.FromBounds(method.Name.SpanStart, call.Span.End), member.Name + " is null");
                return true;
            case var _ when !member.IsSetAtOnce && StandsFree(call):
                edits.Replace(TextSpan.FromBounds(method.Name.SpanStart, call.Span.End), member.Name + " is not null");
                return true;
            default:
                return false;
        }
    }

    private static bool IsPlain(ExpressionSyntax receiver) => receiver is IdentifierNameSyntax;

    private bool RewriteCast(CastExpressionSyntax cast, RecordMember member)
    {
        var target = context.Model.GetTypeInfo(cast.Type, context.CancellationToken).Type;
        if (member.Nested is not null || (member.Type is { } type && SymbolEqualityComparer.Default.Equals(type, target)))
        {
            // 'int?' stands for an 'int' that may be absent.
            if (member.Nested is null && member.IsValueType && member.MayBeNull && !RecordMember.IsNullableValue(member.Type))
            {
                return true;
            }

            edits.Replace(TextSpan.FromBounds(cast.OpenParenToken.SpanStart, cast.Expression.SpanStart), string.Empty);
            if (cast.Parent is ParenthesizedExpressionSyntax around && !around.DescendantTrivia().Comments().Any() && cast.Expression is not ConditionalAccessExpressionSyntax)
            {
                edits.Replace(around.OpenParenToken.Span, around.OpenParenToken.GetPreviousToken().IsKind(SyntaxKind.ReturnKeyword) && around.OpenParenToken.GetPreviousToken().TrailingTrivia.Count == 0 ? " " : string.Empty);
                edits.Replace(around.CloseParenToken.Span, string.Empty);
            }

            return true;
        }

        return IsSameConversion(member, target);
    }

    // A cast of the object that does the same to the property: to a base, an interface, 'object', or down from one.
    private bool IsSameConversion(RecordMember member, ITypeSymbol? target)
    {
        if (member.Type is not { } type || target is null)
        {
            return member.Nested is null;
        }

        if (RecordMember.IsNullableValue(target) && SymbolEqualityComparer.Default.Equals(((INamedTypeSymbol)target).TypeArguments[0], type))
        {
            return true;
        }

        var conversion = context.Model.Compilation.ClassifyConversion(type, target);
        return conversion.IsIdentity || conversion.IsReference || conversion.IsBoxing;
    }

    private bool RewriteAs(BinaryExpressionSyntax conversion, ExpressionSyntax outer, TypeSyntax target, RecordMember member)
    {
        var type = context.Model.GetTypeInfo(target, context.CancellationToken).Type;
        if (member.Nested is null && (member.Type is null || !SymbolEqualityComparer.Default.Equals(member.Type, type)))
        {
            return IsSameConversion(member, type);
        }

        edits.Replace(TextSpan.FromBounds(outer.Span.End, conversion.Span.End), string.Empty);
        if (conversion.Parent is ParenthesizedExpressionSyntax around && !around.DescendantTrivia().Comments().Any())
        {
            edits.Replace(around.OpenParenToken.Span, string.Empty);
            edits.Replace(around.CloseParenToken.Span, string.Empty);
        }

        return true;
    }

    private static bool RewritePattern(PatternSyntax pattern, RecordMember member) => member.Nested is null
        ? member.Type is null || pattern is not (RecursivePatternSyntax { Type: null } or VarPatternSyntax)
        : pattern is DeclarationPatternSyntax;

    // 'd["age"]?.ToString()' of what is never null.
    private bool RewriteConditional(ConditionalAccessExpressionSyntax access, RecordMember member)
    {
        if (member.IsValueType && !member.MayBeNull)
        {
            edits.Replace(access.OperatorToken.Span, string.Empty);
        }

        return true;
    }

    private bool KeepObject(TypeSyntax var)
    {
        edits.Replace(var.Span, ObjectAt(var.SpanStart));
        return true;
    }

    private bool KeepObject(ExpressionSyntax outer, RecordMember member)
    {
        var isReceiver = outer.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax or PostfixUnaryExpressionSyntax;
        if (context.OperationOf(outer.Bare()) is not { } operation || operation.Type is { TypeKind: TypeKind.Dynamic })
        {
            return false;
        }

        var type = member.MayBeNull ? ObjectAt(outer.SpanStart) : "object";
        edits.Wrap(outer.Span, isReceiver ? $"(({type})" : $"({type})", isReceiver ? ")" : string.Empty);
        return true;
    }

    // A value is boxed anew each time: whoever asks whether it is the same box gets another answer.
    private static bool ShowsIdentity(ExpressionSyntax outer) => outer.Parent switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } test => !(test.Left == outer ? test.Right : test.Left).IsKind(SyntaxKind.NullLiteralExpression),
        LockStatementSyntax => true,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "ReferenceEquals" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ReferenceEquals" },
        _ => false,
    };

    private string ObjectAt(int position) => context.Model.GetNullableContext(position).AnnotationsEnabled() ? "object?" : "object";

    // Where any object is as good as its own type.
    private bool IsAnyObject(ExpressionSyntax outer, RecordMember member)
    {
        switch (outer.Parent)
        {
            case InterpolationSyntax:
                return member.Type is not { IsRefLikeType: true };
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString", Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } } access when access.Expression == outer:
                return !member.IsValueType || !member.MayBeNull;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                return context.OperationOf(sum) is IBinaryOperation { Type.SpecialType: SpecialType.System_String, OperatorMethod: null }
                    && context.Model.GetTypeInfo(sum.Left == outer ? sum.Right : sum.Left, context.CancellationToken).Type?.SpecialType is SpecialType.System_String;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } test:
                return (test.Left == outer ? test.Right : test.Left).IsKind(SyntaxKind.NullLiteralExpression) && (!member.IsValueType || member.MayBeNull);
            case ReturnStatementSyntax or ArrowExpressionClauseSyntax:
                return context.OperationOf(outer.Bare())?.EnclosingBody() is not IAnonymousFunctionOperation && IsConvertedToObject(outer);
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: false } } } or AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression }:
                return IsConvertedToObject(outer);
            case ArgumentSyntax argument:
                return !IsSequence(member.Type) && IsSafeArgument(argument, member);
            default:
                return false;
        }
    }

    private bool IsConvertedToObject(ExpressionSyntax outer) =>
        context.Model.GetTypeInfo(outer, context.CancellationToken).ConvertedType is { SpecialType: SpecialType.System_Object } and not { TypeKind: TypeKind.Dynamic };

    // 'string.Join' and 'string.Concat' take a sequence apart, and an object as it is.
    private static bool IsSequence(ITypeSymbol? type) =>
        type is { SpecialType: not SpecialType.System_String } && type.AllInterfaces.Prepend(type).Any(candidate => candidate is { SpecialType: SpecialType.System_Collections_IEnumerable });

    // A parameter of type 'object' of a method without overloads, or of one whose overloads do the same for every type.
    private bool IsSafeArgument(ArgumentSyntax argument, RecordMember member)
    {
        if (!argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is not ArgumentListSyntax { Parent: InvocationExpressionSyntax call }
            || context.OperationOf(call) is not IInvocationOperation { TargetMethod: var method })
        {
            return false;
        }

        // Of an object that is null it makes an empty string, and of a string that is null null.
        if (method is { Name: "ToString", ContainingType.Name: "Convert" } && member.Type is { SpecialType: SpecialType.System_String }
            && (member.MayBeNull || !context.Model.GetNullableContext(argument.SpanStart).AnnotationsEnabled()))
        {
            return false;
        }

        return method.ContainingType is { Name: "Console" or "Convert" or "String" or "Debug" or "Trace" or "StringBuilder" or "TextWriter" or "StringWriter" or "StreamWriter", ContainingNamespace: { } space } && space.ToDisplayString() is "System" or "System.Text" or "System.IO" or "System.Diagnostics"
            || (method.TypeArguments.IsEmpty && method.ReducedFrom is null && !method.IsExtensionMethod && method.ContainingType.GetMembers(method.Name).Length == 1 && method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction
                && context.Model.GetTypeInfo(argument.Expression, context.CancellationToken).ConvertedType?.SpecialType is SpecialType.System_Object && !method.Parameters.Any(parameter => parameter.IsParams));
    }

    // Uses of the variable that 'TryGetValue' gave: as they are they mean the same.
    private bool IsIndifferent(IdentifierNameSyntax name, RecordMember member)
    {
        ExpressionSyntax outer = name;
        while (outer.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed)
        {
            outer = suppressed;
        }

        return outer.Parent switch
        {
            CastExpressionSyntax cast => IsSameConversion(member, context.Model.GetTypeInfo(cast.Type, context.CancellationToken).Type),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression, Right: TypeSyntax target } => IsSameConversion(member, context.Model.GetTypeInfo(target, context.CancellationToken).Type),
            IsPatternExpressionSyntax { Pattern: var pattern } => pattern is not (RecursivePatternSyntax { Type: null } or VarPatternSyntax),
            _ => IsAnyObject(outer, member),
        };
    }

    // Where a pattern can stand without parentheses.
    private static bool StandsFree(ExpressionSyntax expression) => expression.Parent
        is IfStatementSyntax or WhileStatementSyntax or DoStatementSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or ArgumentSyntax or EqualsValueClauseSyntax or ParenthesizedExpressionSyntax
        or ConditionalExpressionSyntax or AssignmentExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression };
}
