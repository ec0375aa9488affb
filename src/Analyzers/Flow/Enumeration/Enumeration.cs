using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>An enumeration of a collection and one region of code that runs between two of its steps.</summary>
/// <param name="Sequence">What is enumerated.</param>
/// <param name="Statement">The loop or call that enumerates.</param>
/// <param name="Enumerated">The expression that is enumerated: where a snapshot would be taken.</param>
/// <param name="Region">The code that runs between two steps.</param>
/// <param name="Elements">What holds the element at hand: one variable, or one for each part of a deconstructed pair, null where a part is discarded.</param>
/// <param name="Form">How the enumeration is driven.</param>
internal sealed record Enumeration(
    LiveSequence Sequence,
    IOperation Statement,
    IOperation Enumerated,
    IOperation Region,
    ImmutableArray<InstancePath?> Elements,
    EnumerationForm Form)
{
    /// <summary>The enumerations whose regions are the lambdas and method groups among <paramref name="stages"/>, which run for each element of <paramref name="sequence"/>.</summary>
    public static IEnumerable<Enumeration> OfStages(
        LiveSequence sequence, IOperation statement, IOperation enumerated, ImmutableArray<SequenceStage> stages)
    {
        foreach (var stage in stages)
        {
            if (stage.Region is not { } region)
            {
                continue;
            }

            var form = LazyOperators.StopsAt(stage.Operator.TargetMethod) switch
            {
                true => EnumerationForm.CallbackUntilTrue,
                false => EnumerationForm.CallbackUntilFalse,
                null => EnumerationForm.Callback,
            };
            var parameters = stage.Parameters;
            ImmutableArray<InstancePath?> elements = stage.ElementOrdinals.All(ordinal => ordinal < parameters.Length)
                ? [.. stage.ElementOrdinals.Select(ordinal => InstancePath.OfSymbol(parameters[ordinal]))]
                : [];
            yield return new Enumeration(sequence with { View = stage.View }, statement, enumerated, region, elements, form);
        }
    }

    /// <summary>Whether <paramref name="variable"/> holds the element at hand or a part of it.</summary>
    public bool Holds(ISymbol variable) => Elements.Any(element => SymbolEqualityComparer.Default.Equals(element?.Root.Symbol, variable));

    /// <summary>Whether <paramref name="key"/> is the key that the enumeration stands at, which is therefore present.</summary>
    public bool IsOwnKey(InstancePath key) => key.Equals(OwnKey);

    /// <summary>
    /// Whether <paramref name="key"/> comes out of the element at hand in a way that hides whether it is the element's own
    /// key, as in <c>item.Id</c> of a value.
    /// </summary>
    public bool MayBeOwnKey(InstancePath key)
    {
        if (key.Root.Symbol is not { } symbol || !Holds(symbol))
        {
            return false;
        }

        return Sequence.View switch
        {
            SequenceView.Projected or SequenceView.Values => true,
            SequenceView.Elements when Sequence.Kind.HoldsPairs() => Value is { } value && key.StartsWith(value),
            _ => false,
        };
    }

    /// <summary>What the elements of a sequence are that has <paramref name="element"/> for each step of this walk.</summary>
    public SequenceView ViewOf(InstancePath? element) =>
        element is null ? SequenceView.Projected
        : Elements.Length == 1 && element.Equals(Part(0)) ? Sequence.View
        : element.Equals(OwnKey) ? SequenceView.Keys
        : element.Equals(Value) ? SequenceView.Values
        : SequenceView.Projected;

    /// <summary>Whether <paramref name="path"/> begins at a value of the collection; gives the part that denotes the value.</summary>
    public InstancePath? ElementPrefix(InstancePath path)
    {
        if (path.StartsWith(Sequence.Path) && path.Segments.Length > Sequence.Path.Segments.Length
            && path.Segments[Sequence.Path.Segments.Length].Key is { } key)
        {
            return Sequence.Path.ThenElement(key);
        }

        return Value is { } value && path.StartsWith(value) ? value : null;
    }

    /// <summary>What <paramref name="path"/>, which begins at the value at hand, is called by whoever looks it up under its key.</summary>
    public InstancePath? UnderOwnKey(InstancePath path) =>
        Value is { } value && OwnKey is { } key && path.StartsWith(value) && Sequence.Kind.HoldsPairs() && Sequence.Path.ThenElement(key) is { } element
            ? path.Rebased(value, element)
            : null;

    private InstancePath? OwnKey => Sequence.View switch
    {
        SequenceView.Keys when Elements.Length == 1 => Part(0),
        SequenceView.Elements when Elements.Length == 1 => Sequence.Kind.HoldsPairs() ? Member("Key") : Part(0),
        SequenceView.Elements when Elements.Length == 2 => Part(0),
        _ => null,
    };

    private InstancePath? Value => Sequence.View switch
    {
        SequenceView.Values when Elements.Length == 1 => Part(0),
        SequenceView.Elements when Elements.Length == 1 => Sequence.Kind.HoldsPairs() ? Member("Value") : Part(0),
        SequenceView.Elements when Elements.Length == 2 => Part(1),
        _ => null,
    };

    private InstancePath? Part(int index) => Elements[index];

    // 'pair.Key' of a KeyValuePair, 'entry.Key' of a DictionaryEntry.
    private InstancePath? Member(string name)
    {
        var type = (Elements[0]?.NamingSymbol) switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };
        return type?.GetMembers(name).FirstOrDefault() is { } member ? Elements[0]!.Then(member) : null;
    }
}
