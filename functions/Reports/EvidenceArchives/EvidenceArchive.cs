using System.IO.Compression;
using Avance.Functions.Evidence;
using Avance.Functions.Plans;

namespace Avance.Functions.Reports.EvidenceArchives;

/// <summary>
/// All files of evidence of a plan, or of one of its units, in a period. They go from the storage straight into a ZIP: of
/// each only a few megabytes are in memory, and nothing is kept on disk.
/// </summary>
/// <param name="plan">The plan as it is.</param>
/// <param name="unit">The only unit whose files are wanted; null for all.</param>
public sealed class EvidenceArchive(
    EvidenceTable table,
    EvidenceBlobs blobs,
    BusinessCalendar calendar,
    Plan plan,
    Period period,
    Unit? unit
)
{
    private const int BufferBytes = 81_920;

    /// <summary>Formats that are compressed already: doing it again takes long and saves nothing.</summary>
    private static readonly HashSet<string> Compressed = new(StringComparer.OrdinalIgnoreCase)
    {
        ".docm",
        ".docx",
        ".jpeg",
        ".jpg",
        ".odp",
        ".ods",
        ".odt",
        ".pdf",
        ".png",
        ".pptm",
        ".pptx",
        ".xlsm",
        ".xlsx",
        ".zip",
    };

    private readonly Dictionary<ActivityNumber, Activity> activities = plan.Activities.ToDictionary(activity =>
        activity.Number
    );

    /// <summary><c>evidencias-psig-2022-2023-2023-II.zip</c>, with the unit's code before the ending if it is of one unit.</summary>
    public string FileName => $"evidencias-{plan.Id}-{period}{(unit is null ? "" : $"-{unit.Code}")}.zip";

    /// <summary>Writes the files by activity, and after them the index: without it the archive is not whole.</summary>
    public async Task WriteAsync(Stream output, CancellationToken cancellationToken)
    {
        var archive = await ZipArchive.CreateAsync(
            output,
            ZipArchiveMode.Create,
            leaveOpen: true,
            entryNameEncoding: null,
            cancellationToken
        );
        var names = new ArchiveNames();
        var files = new List<ArchivedFile>();
        await foreach (var file in table.ListAsync(plan.Id, period, cancellationToken))
        {
            var activity = activities.GetValueOrDefault(file.Address.Activity);
            if (file.State != EvidenceState.Withdrawn && (unit is null || activity?.ResponsibleUnit == unit.Code))
            {
                var path = await AddAsync(archive, names, file, cancellationToken);
                files.Add(
                    new ArchivedFile(file, activity?.Title ?? "", activity?.ResponsibleUnit.ToString() ?? "", path)
                );
            }
        }

        await EvidenceIndex.WriteAsync(archive, files, calendar, cancellationToken);
        // Ends the archive. After a failure it must not end: what was sent would look whole.
        await archive.DisposeAsync();
    }

    /// <returns>Its path; empty if there is a row and no content.</returns>
    private async Task<string> AddAsync(
        ZipArchive archive,
        ArchiveNames names,
        StoredEvidence file,
        CancellationToken cancellationToken
    )
    {
        await using var content = await blobs.OpenAsync(file.Address, file.Id, cancellationToken);
        if (content is null)
        {
            return "";
        }

        var path = names.Add(file.Address.Activity, file.Name);
        var level = Compressed.Contains(Path.GetExtension(path))
            ? CompressionLevel.NoCompression
            : CompressionLevel.Fastest;
        var entry = archive.CreateEntry(path, level);
        entry.LastWriteTime = calendar.ToLocal(file.At);
        await using var copy = await entry.OpenAsync(cancellationToken);
        await content.CopyToAsync(copy, BufferBytes, cancellationToken);
        return path;
    }
}
