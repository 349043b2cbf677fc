using System.ComponentModel.DataAnnotations;

namespace Avance.Functions.Evidence;

/// <summary>The settings <c>Evidence:…</c>. A value out of range stops the start.</summary>
public sealed record EvidenceOptions
{
    public const string Section = "Evidence";

    /// <summary>Largest file taken, in bytes; 100 MiB unless set, 1 KiB to 200 MiB (the host takes no larger request).</summary>
    [Range(1_024, 200 * 1_048_576)]
    public long MaxFileBytes { get; init; } = 100 * 1_048_576;

    /// <summary>Most files in one upload; 20 unless set, 1 to 100.</summary>
    [Range(1, 100)]
    public int MaxFilesPerUpload { get; init; } = 20;

    /// <summary>Most files of an activity in a period; 200 unless set, 1 to 1,000.</summary>
    [Range(1, 1_000)]
    public int MaxFilesPerActivity { get; init; } = 200;
}
