namespace Avance.Functions.Reports.Exports;

/// <summary>A report written as a file, or to be.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Period">The period, the last one that it covers.</param>
/// <param name="Id">Tells it from the others of the period.</param>
/// <param name="Format">What it is written as.</param>
/// <param name="Scope">Which periods it covers.</param>
/// <param name="By">The <see cref="Caller.Name"/> of the person who asked for it.</param>
/// <param name="At">When.</param>
public sealed record Export(
    PlanId Plan,
    Period Period,
    Guid Id,
    ExportFormat Format,
    ExportScope Scope,
    string By,
    DateTimeOffset At
)
{
    public ExportState State { get; init; } = ExportState.Queued;

    public ExportStep Step { get; init; } = ExportStep.Queued;

    /// <summary>The run of the reports whose figures are in it; empty until it is done.</summary>
    public string RunId { get; init; } = "";

    /// <summary>The name of its blob; empty until it is done.</summary>
    public string Blob { get; init; } = "";

    /// <summary>Of its file, in bytes; 0 until it is done.</summary>
    public long Size { get; init; }

    /// <summary>The code of the message that says why it failed; empty if it did not.</summary>
    public string FailedBecause { get; init; } = "";

    /// <summary>0 to 100, by what it is at: nothing says how long a step takes.</summary>
    public int Progress =>
        Step switch
        {
            ExportStep.Compiling => 10,
            ExportStep.Loading => 40,
            ExportStep.Writing => 60,
            ExportStep.Saving => 90,
            ExportStep.Done => 100,
            _ => 0,
        };

    /// <summary><c>informe-psig-2022-2023-2023-II.docx</c>; of a year <c>informe-psig-2022-2023-2023.docx</c>.</summary>
    public string FileName =>
        $"{(Format == ExportFormat.Word ? "informe" : "datos")}-{Plan}-"
        + (Scope == ExportScope.Year ? Period.ToString()[..4] : Period.ToString())
        + ExportWriter.EndingOf(Format);
}
