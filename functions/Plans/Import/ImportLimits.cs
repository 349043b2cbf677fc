namespace Avance.Functions.Plans.Import;

/// <summary>How large a plan file may be: far above any real plan, far below what the server can handle.</summary>
public static class ImportLimits
{
    /// <summary>Bytes of the file as it is sent: 10 MB.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>Bytes of a ZIP or XLSX once unpacked: 64 MB.</summary>
    public const long MaxUnpackedBytes = 64L * 1024 * 1024;

    /// <summary>Entries of a ZIP or XLSX.</summary>
    public const int MaxEntries = 200;

    /// <summary>Rows with content of one sheet, header included.</summary>
    public const int MaxRows = 5_000;

    /// <summary>Columns read of one sheet; what is further right is not looked at.</summary>
    public const int MaxColumns = 64;
}
