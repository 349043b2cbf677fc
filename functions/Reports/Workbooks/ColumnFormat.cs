namespace Avance.Functions.Reports.Workbooks;

/// <summary>How a column of a sheet is shown.</summary>
public enum ColumnFormat
{
    Text,

    /// <summary>A number that is not added up with a thousands separator: a year, an activity, a count.</summary>
    Whole,

    /// <summary>A number with two decimals.</summary>
    Number,

    /// <summary>A percent as the tables have it: 122.857 is shown as 122.86 %, not as 12,286 %.</summary>
    Percent,

    /// <summary>A percent that is rounded already.</summary>
    PercentShown,

    /// <summary>Bytes, with a thousands separator.</summary>
    Bytes,

    /// <summary>A day and time in the plan's time zone.</summary>
    Instant,
}
