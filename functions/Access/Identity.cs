namespace Avance.Functions.Access;

/// <summary>Who is asking, and how that is known.</summary>
/// <param name="Caller">Who.</param>
/// <param name="BrowserSession">
/// Names what a browser sends along by itself, whichever site's page makes it ask; null if the caller sent what no other
/// site's page can make a browser send.
/// </param>
/// <param name="Session">The session of a form link; null for callers known otherwise.</param>
public sealed record Identity(Caller Caller, string? BrowserSession = null, Session? Session = null);
