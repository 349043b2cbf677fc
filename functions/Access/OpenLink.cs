namespace Avance.Functions.Access;

/// <summary>A form link as a mail has it.</summary>
/// <param name="Address">With its token.</param>
/// <param name="Expires">From then on it does not work.</param>
public sealed record OpenLink(Uri Address, DateTimeOffset Expires);
