namespace Avance.Functions.Groups;

/// <summary>The norm that created a group.</summary>
/// <param name="Norm">3 to 300 characters, for example <c>RM N° 296-2017-MIMP</c>.</param>
/// <param name="Date">The day of the norm; null if it is not known.</param>
public sealed record LegalBasis(string Norm, DateOnly? Date = null);
