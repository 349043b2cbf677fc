namespace Avance.Functions.Plans.Import;

/// <summary>A field in which a file and the plan differ.</summary>
/// <param name="Sheet">The sheet of its row.</param>
/// <param name="Key">What tells the row from others there.</param>
/// <param name="Field">The header of the field.</param>
/// <param name="Before">What the plan had, or has and keeps.</param>
/// <param name="InFile">What the file says.</param>
public sealed record FieldChange(string Sheet, string Key, string Field, string Before, string InFile);
