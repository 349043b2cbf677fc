namespace Avance.Functions.Groups;

/// <summary>That a yearly duty was done.</summary>
/// <param name="Year">The year in which it was due.</param>
/// <param name="Document">What it was done with, 3 to 300 characters.</param>
/// <param name="Date">The day of the document.</param>
public sealed record DutyFulfilment(int Year, string Document, DateOnly Date);
