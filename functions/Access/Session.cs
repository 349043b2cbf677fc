namespace Avance.Functions.Access;

/// <summary>What a browser may do after it has come by a link.</summary>
/// <param name="Id">Tells sessions of one link apart.</param>
/// <param name="Link">The link; the session ends with it.</param>
/// <param name="Expires">From then on the browser must come by the link again.</param>
public sealed record Session(string Id, FormLink Link, DateTimeOffset Expires);
