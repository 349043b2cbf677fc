using Avance.Functions.Http;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Reports.Exports;

/// <summary>
/// Makes an export: compiles the reports, reads them back as their runs kept them, writes the file, stores it. A run that
/// died is done again from the start; an export that is done stays as it is.
/// </summary>
public sealed partial class ExportRunner(
    ExportTable exports,
    ExportBlobs blobs,
    ReportRunner reports,
    ExportSourceReader sources,
    ExportWriter writer,
    ILogger<ExportRunner> logger
)
{
    private const int BufferBytes = 64 * 1024;

    /// <param name="asked">The export as it was asked for.</param>
    /// <param name="runId">Of the reports, if they are to be compiled anew.</param>
    /// <exception cref="CompilationBusyException">A run is at work on the plan's reports: try again later.</exception>
    public async Task RunAsync(Export asked, string runId, CancellationToken cancellationToken)
    {
        if (await AdvanceAsync(asked, ExportStep.Compiling, cancellationToken) is not { } export)
        {
            return;
        }

        if (!(await reports.RunAsync(export.Plan, runId, cancellationToken)).Succeeded(out _, out var error))
        {
            await FailAsync(export, error, cancellationToken);
            return;
        }

        await AdvanceAsync(export, ExportStep.Loading, cancellationToken);
        if (
            !(await sources.ReadAsync(export.Plan, export.Period, export.Scope, cancellationToken)).Succeeded(
                out var read,
                out error
            )
        )
        {
            await FailAsync(export, error, cancellationToken);
            return;
        }

        await WriteAsync(export, read, cancellationToken);
    }

    /// <summary>Records that it cannot be made, unless it has been.</summary>
    public async Task FailAsync(Export asked, Error error, CancellationToken cancellationToken)
    {
        await UpdateAsync(
            asked,
            export => export with { State = ExportState.Failed, FailedBecause = error.Code },
            cancellationToken
        );
        Log.Failed(logger, asked.Plan, asked.Id, error.Code);
    }

    private async Task WriteAsync(Export export, ExportSources read, CancellationToken cancellationToken)
    {
        await AdvanceAsync(export, ExportStep.Writing, cancellationToken);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            BufferSize = BufferBytes,
        };
        await using var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
        await writer.WriteAsync(export, read, file, cancellationToken);

        await AdvanceAsync(export, ExportStep.Saving, cancellationToken);
        var size = file.Length;
        var blob = await blobs.SaveAsync(export, read.Latest.RunId, file, cancellationToken);
        await UpdateAsync(
            export,
            one =>
                one with
                {
                    State = ExportState.Done,
                    Step = ExportStep.Done,
                    RunId = read.Latest.RunId,
                    Blob = blob,
                    Size = size,
                    FailedBecause = "",
                },
            cancellationToken
        );
        Log.Done(logger, export.Plan, export.Id, export.Format, size);
    }

    private Task<Export?> AdvanceAsync(Export asked, ExportStep step, CancellationToken cancellationToken) =>
        UpdateAsync(
            asked,
            export => export with { State = ExportState.Running, Step = step, FailedBecause = "" },
            cancellationToken
        );

    /// <summary>Changes the row as it is now, which another run of the same message may have changed, or not yet written.</summary>
    /// <returns>Null if the export is done already: nothing is changed.</returns>
    private async Task<Export?> UpdateAsync(
        Export asked,
        Func<Export, Export> change,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var (stored, read) = await exports.FindAsync(asked.Plan, asked.Period, asked.Id, cancellationToken);
            if (stored is { State: ExportState.Done })
            {
                return null;
            }

            var changed = change(stored ?? asked);
            if (
                stored is null
                    ? await exports.TryAddAsync(changed, cancellationToken)
                    : await exports.TryReplaceAsync(changed, read, cancellationToken)
            )
            {
                return changed;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Export {Id} of {Plan}: {Format}, {Size} bytes.")]
        public static partial void Done(ILogger logger, PlanId plan, Guid id, ExportFormat format, long size);

        [LoggerMessage(2, LogLevel.Error, "Export {Id} of {Plan} failed: {Code}.")]
        public static partial void Failed(ILogger logger, PlanId plan, Guid id, string code);
    }
}
