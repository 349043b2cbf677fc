using Avance.Functions.Documents.Reading;

namespace Avance.Functions.Evidence;

/// <summary>How many files are accepted; the size of each is a setting (<see cref="ReadingOptions.FileMegabytes"/>).</summary>
public static class EvidenceLimits
{
    /// <summary>
    /// Bytes of each part of a file that is sent in parts, except the last, which has the rest: 4 MiB. The host buffers each
    /// request in memory. If the connection breaks, only the current part is sent again.
    /// </summary>
    public const int PartBytes = 4 * 1_048_576;

    /// <summary>Most files in one upload.</summary>
    public const int MaxFilesPerUpload = 20;

    /// <summary>Most files of an activity in a period. A unit with more sends them in a ZIP.</summary>
    public const int MaxFilesPerActivity = 200;

    /// <summary>How many parts a file of that many bytes has.</summary>
    public static int PartsOf(long size) => (int)((size + PartBytes - 1) / PartBytes);
}
