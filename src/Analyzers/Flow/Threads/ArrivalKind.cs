namespace DictionaryAnalyzers.Flow;

/// <summary>Where the way to a place of a type's code begins.</summary>
internal enum ArrivalKind
{
    /// <summary>That is not known: a delegate that is stored, a method that nobody visibly calls.</summary>
    Unknown,

    /// <summary>In a constructor or an initializer.</summary>
    Construction,

    /// <summary>In a member that code outside of the type can call, whenever it likes.</summary>
    Outside,

    /// <summary>In a method that the host runs beside everything else: <c>BackgroundService.ExecuteAsync</c>.</summary>
    Hosted,
}
