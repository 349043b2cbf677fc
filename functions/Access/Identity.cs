namespace Avance.Functions.Access;

/// <summary>The caller and how it was identified.</summary>
/// <param name="BrowserSession">
/// Names the credential if browsers send it by themselves, also with requests that another site's page makes; null if
/// no other site's page can make a browser send it.
/// </param>
/// <param name="Session">The session of a form link; null for other ways to sign in.</param>
public sealed record Identity(Caller Caller, string? BrowserSession = null, Session? Session = null);
