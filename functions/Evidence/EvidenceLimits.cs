using Avance.Functions.Evidence.Reading;

namespace Avance.Functions.Evidence;

/// <summary>How many files are taken; how large each may be is a setting (<see cref="ReadingOptions.FileMegabytes"/>).</summary>
public static class EvidenceLimits
{
    /// <summary>Most files in one upload.</summary>
    public const int MaxFilesPerUpload = 20;

    /// <summary>Most files of an activity in a period: what is more comes in a ZIP.</summary>
    public const int MaxFilesPerActivity = 200;
}
