namespace Avance.Functions.Evidence;

/// <summary>How much is taken.</summary>
public static class EvidenceLimits
{
    /// <summary>Largest file, in bytes: 100 MiB. The host takes no request larger than 200 MiB.</summary>
    public const long MaxFileBytes = 100 * 1_048_576;

    /// <summary>Most files in one upload.</summary>
    public const int MaxFilesPerUpload = 20;

    /// <summary>Most files of an activity in a period: what is more comes in a ZIP.</summary>
    public const int MaxFilesPerActivity = 200;
}
