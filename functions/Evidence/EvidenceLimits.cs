using Avance.Functions.Documents.Reading;

namespace Avance.Functions.Evidence;

/// <summary>How many files are taken; how large each may be is a setting (<see cref="ReadingOptions.FileMegabytes"/>).</summary>
public static class EvidenceLimits
{
    /// <summary>
    /// Bytes of each part of a file that is sent in parts, but for the last one, which has the rest: 4 MiB. The host holds a
    /// request in memory whole before the app sees any of it. Where the connection breaks, the part that was on its way is
    /// sent again, and no other.
    /// </summary>
    public const int PartBytes = 4 * 1_048_576;

    /// <summary>Most files in one upload.</summary>
    public const int MaxFilesPerUpload = 20;

    /// <summary>Most files of an activity in a period: what is more comes in a ZIP.</summary>
    public const int MaxFilesPerActivity = 200;

    /// <summary>How many parts a file of that many bytes has.</summary>
    public static int PartsOf(long size) => (int)((size + PartBytes - 1) / PartBytes);
}
