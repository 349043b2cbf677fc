using System.ComponentModel.DataAnnotations;

namespace Avance.Functions.Documents.Reading;

/// <summary>
/// The settings <c>Reading:…</c>, by which an operator balances the size of an instance, its time and the files of units. A
/// value out of its range stops the start. The other limits of reading are constants.
/// </summary>
public sealed partial record ReadingOptions
{
    public const string Section = "Reading";

    /// <summary>
    /// Megabytes of a file as it is sent; 100. Larger ones are refused at upload. Scans of a whole folder of papers reach 50.
    /// A file in one request must also fit what the host takes (FUNCTIONS_REQUEST_BODY_SIZE_LIMIT); one in parts need not.
    /// </summary>
    [Range(1, 190)]
    public int FileMegabytes { get; init; } = 100;

    /// <summary>
    /// Files read at once by one instance; 0 (the default) derives it from the memory (<see cref="ReadingSlots.Count"/>). Others wait.
    /// </summary>
    [Range(0, 64)]
    public int AtOnce { get; init; }

    /// <summary>Seconds for one file with all that it contains; 480. A function has fifteen minutes (host.json).</summary>
    [Range(1, 3_600)]
    public int FileSeconds { get; init; } = 480;

    /// <summary>Megabytes of memory of this app's own child process; 512. A million rows take 230.</summary>
    [Range(128, 4_096)]
    public int ChildMegabytes { get; init; } = 512;

    /// <summary>Megabytes of address space of a program that reads PDFs or pictures; 1,024. One known PDF takes 2.45 GB.</summary>
    [Range(128, 16_384)]
    public int ToolMegabytes { get; init; } = 1_024;

    /// <summary>Pages recognised in one run, all contained documents together; 50, about two minutes. The remaining pages are left to the next run.</summary>
    [Range(1, 1_000)]
    public int OcrPages { get; init; } = 50;

    internal const long Megabyte = 1024 * 1024;

    internal long FileBytes => FileMegabytes * Megabyte;

    /// <summary>Most bytes of a request: a file of the largest size, and the form around it.</summary>
    internal long RequestBytes => FileBytes + Megabyte;
}
