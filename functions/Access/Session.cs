namespace Avance.Functions.Access;

/// <summary>A browser's session, started with a form link.</summary>
/// <param name="Id">Tells sessions of one link apart.</param>
/// <param name="Link">The link; the session ends with it.</param>
/// <param name="Expires">From then on the link must be opened again.</param>
public sealed record Session(string Id, FormLink Link, DateTimeOffset Expires);
