namespace Avance.Functions.Plans.Export;

/// <summary>The formats in which a plan is downloaded. The import takes each of them.</summary>
public enum PlanFileFormat
{
    /// <summary>One object, as the API takes it.</summary>
    Json,

    /// <summary>A workbook with a sheet each.</summary>
    Xlsx,

    /// <summary>A ZIP with a CSV file each.</summary>
    Csv,
}
