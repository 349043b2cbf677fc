namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>How women and men were counted.</summary>
public enum AttendanceSource
{
    /// <summary>The rows of a list were counted.</summary>
    List,

    /// <summary>A table gives the figures.</summary>
    Table,

    /// <summary>A sentence gives the figures.</summary>
    Sentence,
}
