namespace Avance.Functions.Reports;

/// <summary>What the tables of dimensions hold of a plan.</summary>
/// <param name="Checksum">See <see cref="Rows.Dimensions.ToChecksum"/>.</param>
/// <param name="RunId">The run that wrote them.</param>
public sealed record WrittenDimensions(string Checksum, string RunId);
