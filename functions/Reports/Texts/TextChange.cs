namespace Avance.Functions.Reports.Texts;

/// <summary>What has changed in the draft since a text was edited, with the words around it.</summary>
/// <param name="Before">As it was when the text was edited; empty for what is new.</param>
/// <param name="After">As it is now; empty for what is gone.</param>
/// <param name="IsMerged">True if the text has it; false if the edit touched the same place, and stays.</param>
public sealed record TextChange(string Before, string After, bool IsMerged);
