namespace DictionaryAnalyzers.Flow;

/// <summary>A delegate that a type has run on another thread.</summary>
/// <param name="Id">Tells it from others.</param>
/// <param name="MeetsItself">Whether several runs of it go on at the same time.</param>
/// <param name="GoesOn">Whether it goes on when the code that starts it has returned to its caller.</param>
/// <param name="FromBirth">Whether it runs for as long as the object lives, so that nobody has the object before it is started.</param>
internal sealed record StartedThread(object Id, bool MeetsItself, bool GoesOn, bool FromBirth);
