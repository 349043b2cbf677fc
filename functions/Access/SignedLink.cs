namespace Avance.Functions.Access;

/// <summary>A form link as a mail carries it.</summary>
/// <param name="Address">With its token.</param>
/// <param name="Expires">From then on it does not work.</param>
public sealed record SignedLink(Uri Address, DateTimeOffset Expires);
