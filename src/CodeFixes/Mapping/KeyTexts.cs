using System;
using System.Linq;
using System.Text;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Generators.Mapping;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Mapping;

/// <summary>Computes the key that an expression makes of the name of one member; what it does not understand it does not answer.</summary>
internal sealed class KeyTexts(CompilationModel model)
{
    private const int MaximumDepth = 6;

    /// <summary>The text of <paramref name="expression"/>, where the member of this step is <paramref name="member"/>; null where it is not known.</summary>
    public string? Of(IOperation expression, ISymbol member) => Of(expression, member, null, MaximumDepth);

    // In a helper its parameter stands for a text that is known already.
    private string? Of(IOperation expression, ISymbol member, (IParameterSymbol Parameter, string Text)? given, int depth)
    {
        expression = expression.Unwrapped();
        if (depth == 0)
        {
            return null;
        }

        switch (expression)
        {
            case { ConstantValue: { HasValue: true, Value: (string or char) and var constant } }:
                return constant.ToString();
            case IParameterReferenceOperation { Parameter: var parameter } when given is { } known && SymbolEqualityComparer.Default.Equals(known.Parameter, parameter):
                return known.Text;
            case IPropertyReferenceOperation { Property.Name: "Name", Instance: { } instance } when ReflectionMembers.IsMember(instance.Type):
                return member.Name;
            case ILocalReferenceOperation local when model.Bodies.Around(local).Locals.SoleValue(local.Local) is { } value:
                return Of(value, member, given, depth - 1);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                return Of(sum.LeftOperand, member, given, depth - 1) is { } left && Of(sum.RightOperand, member, given, depth - 1) is { } right ? left + right : null;
            case IInterpolatedStringOperation text:
                return Interpolated(text, member, given, depth);
            case IPropertyReferenceOperation { Property: { IsIndexer: true, ContainingType.SpecialType: SpecialType.System_String }, Instance: { } of } index:
                return Of(of, member, given, depth - 1) is { } characters && index.Argument(0)?.ConstantValue is { HasValue: true, Value: int at } && at >= 0 && at < characters.Length ? characters[at].ToString() : null;
            case IImplicitIndexerReferenceOperation { Instance: { } of, Argument: IRangeOperation { LeftOperand: { } start, RightOperand: null } }:
                return Of(of, member, given, depth - 1) is { } whole && start.Unwrapped().ConstantValue is { HasValue: true, Value: int from } && from <= whole.Length ? whole.Substring(from) : null;
            case IInvocationOperation call:
                return OfCall(call, member, given, depth);
            default:
                return null;
        }
    }

    private string? Interpolated(IInterpolatedStringOperation text, ISymbol member, (IParameterSymbol, string)? given, int depth)
    {
        var built = new StringBuilder();
        foreach (var part in text.Parts)
        {
            var value = part switch
            {
                IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string constant } } => constant,
                IInterpolationOperation { FormatString: null, Alignment: null } hole => Of(hole.Expression, member, given, depth - 1),
                _ => null,
            };
            if (value is null)
            {
                return null;
            }

            built.Append(value);
        }

        return built.ToString();
    }

    private string? OfCall(IInvocationOperation call, ISymbol member, (IParameterSymbol, string)? given, int depth)
    {
        var method = call.TargetMethod;
        if (method.Name == "ConvertName" && method.ContainingType.IsNamed("System.Text.Json", "JsonNamingPolicy"))
        {
            return NamingOf(call.Instance) is { } naming && Of(call.Argument(0)!, member, given, depth - 1) is { } name ? KeyNames.Apply(naming, name) : null;
        }

        if (method.ContainingType.SpecialType is SpecialType.System_String && call.Instance is { } instance)
        {
            return Of(instance, member, given, depth - 1) is { } text ? OfText(call, text) : null;
        }

        if (method.ContainingType.SpecialType is SpecialType.System_String && method.Name == "Concat")
        {
            var parts = call.Arguments.Select(argument => Of(argument.Value, member, given, depth - 1)).ToArray();
            return parts.Contains(null) ? null : string.Concat(parts);
        }

        if (method.ContainingType.SpecialType is SpecialType.System_Char && call.Arguments.Length == 1)
        {
            return Of(call.Argument(0)!, member, given, depth - 1) is [var letter] ? method.Name switch
            {
                "ToLowerInvariant" or "ToLower" when letter < 128 => char.ToLowerInvariant(letter).ToString(),
                "ToUpperInvariant" or "ToUpper" when letter < 128 => char.ToUpperInvariant(letter).ToString(),
                _ => null,
            } : null;
        }

        // A helper of one expression: 'Camel(p.Name)'.
        return call.Arguments is [{ Parameter: { } parameter, Value: var argument }] && model.Bodies.Of(method, default)?.SoleReturnValue is { } returned
            && Of(argument, member, given, depth - 1) is { } handed
            ? Of(returned, member, (parameter.OriginalDefinition, handed), depth - 1)
            : null;
    }

    private static string? OfText(IInvocationOperation call, string text)
    {
        var first = call.Argument(0)?.ConstantValue;
        return call.TargetMethod.Name switch
        {
            "ToLowerInvariant" when call.Arguments.Length == 0 => text.ToLowerInvariant(),
            "ToUpperInvariant" when call.Arguments.Length == 0 => text.ToUpperInvariant(),
            "ToString" when call.Arguments.Length == 0 => text,
            "Substring" when call.Arguments.Length == 1 && first is { HasValue: true, Value: int from } && from >= 0 && from <= text.Length => text.Substring(from),
            "Replace" when call.Arguments.Length == 2 && first is { HasValue: true, Value: (string or char) and var old } && call.Argument(1)?.ConstantValue is { HasValue: true, Value: (string or char) and var by } && old.ToString() is { Length: > 0 } sought =>
                text.Replace(sought, by.ToString()),
            _ => null,
        };
    }

    /// <summary>The naming that a policy of System.Text.Json stands for; null where it is another.</summary>
    public static KeyCase? NamingOf(IOperation? policy) => policy is IPropertyReferenceOperation { Property: { IsStatic: true, Name: var name } }
        ? name switch
        {
            "CamelCase" => KeyCase.CamelCase,
            "SnakeCaseLower" => KeyCase.SnakeCase,
            "KebabCaseLower" => KeyCase.KebabCase,
            _ => null,
        }
        : null;
}
