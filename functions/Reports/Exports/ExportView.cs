namespace Avance.Functions.Reports.Exports;

/// <summary>An export as the API shows it.</summary>
/// <param name="Progress">0 to 100.</param>
/// <param name="Step">What it is at, in Spanish.</param>
/// <param name="Size">In bytes; 0 until it is done.</param>
/// <param name="RunId">The run of the reports whose figures are in it; empty until it is done.</param>
/// <param name="FailedBecause">In Spanish; empty if it did not fail.</param>
public sealed record ExportView(
    Guid Id,
    ExportFormat Format,
    ExportScope Scope,
    ExportState State,
    int Progress,
    string Step,
    string FileName,
    long Size,
    string RunId,
    string By,
    DateTimeOffset At,
    string FailedBecause
)
{
    private const string StepMessage = "export-step";

    public static ExportView Of(Export export) =>
        new(
            export.Id,
            export.Format,
            export.Scope,
            export.State,
            export.Progress,
            Messages.Text($"{StepMessage}.{export.Step}"),
            export.FileName,
            export.Size,
            export.RunId,
            export.By,
            export.At,
            export.FailedBecause.Length == 0
                ? ""
                : Messages.Text($"{export.FailedBecause}.detail", $"{export.Plan}, {export.Period}")
        );
}
