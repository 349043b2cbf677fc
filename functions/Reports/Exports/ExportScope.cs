namespace Avance.Functions.Reports.Exports;

/// <summary>Which periods an export covers.</summary>
public enum ExportScope
{
    /// <summary>The period alone.</summary>
    Semester,

    /// <summary>The periods of its year up to it.</summary>
    Year,
}
