namespace Avance.Functions.Domain;

/// <summary>A value that is written as one text everywhere: in JSON, in routes, in table keys and in sheets.</summary>
public interface ITextValue<TSelf> : IParsable<TSelf>
    where TSelf : ITextValue<TSelf>
{
    /// <summary>What a valid text looks like, in Spanish, for the person who wrote an invalid one.</summary>
    static abstract string Expected { get; }
}
