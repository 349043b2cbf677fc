namespace Avance.Functions.Reports.Exports;

/// <summary>What a run of an export is at; the messages <c>export-step.STEP</c> say it in Spanish.</summary>
public enum ExportStep
{
    Queued,
    Compiling,
    Loading,
    Writing,
    Saving,
    Done,
}
