namespace Avance.Functions.Groups;

/// <summary>The body that notes that a duty was done in a year; without a document it takes that back.</summary>
/// <param name="Document">3 to 300 characters; empty to take it back.</param>
/// <param name="Date">The day of the document; needed with it.</param>
public sealed record DutyRequest(string Document = "", DateOnly? Date = null);
