namespace Avance.Functions.Reports.National;

/// <summary>The working groups of a body.</summary>
/// <param name="Body">Its name or initials, as a group has it.</param>
/// <param name="Groups">Their ids by order, with commas.</param>
public sealed record BodyGroups(string Body, string Groups);
