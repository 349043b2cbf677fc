using System.ComponentModel.DataAnnotations;

namespace Avance.Functions.Evidence.Reading;

/// <summary>
/// The settings <c>Reading:…</c>: how much of one file of evidence is read before it counts as a trouble of its own. The
/// defaults are far above any real document and far below what would hurt its neighbours. A value out of its range stops
/// the start.
/// </summary>
public sealed record ReadingOptions
{
    public const string Section = "Reading";

    /// <summary>
    /// Megabytes of a file as it is sent; 100. Larger ones are refused at upload. Scans of a whole file of papers reach 50.
    /// A file in one request must also fit what the host takes (FUNCTIONS_REQUEST_BODY_SIZE_LIMIT); one in parts need not.
    /// </summary>
    [Range(1, 190)]
    public int FileMegabytes { get; init; } = 100;

    /// <summary>
    /// Files read at once by one instance; 0 lets its memory decide (<see cref="ReadingSlots.Count"/>). The others wait.
    /// </summary>
    [Range(0, 64)]
    public int AtOnce { get; init; }

    /// <summary>Seconds for one document, without its contained documents and without OCR; 45.</summary>
    [Range(1, 600)]
    public int DocumentSeconds { get; init; } = 45;

    /// <summary>Seconds for one file with all that it contains; 480. A function has fifteen minutes (host.json).</summary>
    [Range(1, 3_600)]
    public int FileSeconds { get; init; } = 480;

    /// <summary>Millions of characters of text kept of a document; 20, which take 40 MB. A page has 3,000.</summary>
    [Range(1, 500)]
    public int MillionCharacters { get; init; } = 20;

    /// <summary>Entries of a ZIP or parts of a mail, all levels together; 2,000.</summary>
    [Range(1, 100_000)]
    public int Entries { get; init; } = 2_000;

    /// <summary>Megabytes that a file may unpack to, all levels together; 500, on disk and one document at a time.</summary>
    [Range(1, 10_000)]
    public int UnpackedMegabytes { get; init; } = 500;

    /// <summary>Times its packed size that an entry may unpack to; 200. Office documents reach 60.</summary>
    [Range(2, 1_000)]
    public int Ratio { get; init; } = 200;

    /// <summary>Containers within containers; 2: a document in a ZIP in a mail.</summary>
    [Range(1, 10)]
    public int Depth { get; init; } = 2;

    /// <summary>Megabytes of one XML part of an Office document once unpacked; 200.</summary>
    [Range(1, 1_000)]
    public int XmlPartMegabytes { get; init; } = 200;

    /// <summary>
    /// Megabytes between two <c>&lt;</c> of such a part; 4. An attribute or text of that length is held in memory some six
    /// times over while it is parsed.
    /// </summary>
    [Range(1, 100)]
    public int XmlNodeMegabytes { get; init; } = 4;

    /// <summary>Elements within elements of such a part; 1,000. A document in tables in tables has some 60.</summary>
    [Range(10, 100_000)]
    public int XmlDepth { get; init; } = 1_000;

    /// <summary>Rows with content of all tables of a document; 200,000.</summary>
    [Range(1, 2_000_000)]
    public int Rows { get; init; } = 200_000;

    /// <summary>Columns up to the last cell with content; 500. Wider sheets are exports, not lists of people.</summary>
    [Range(1, 16_384)]
    public int Columns { get; init; } = 500;

    /// <summary>Thousands of cells of all tables of a document; 2,000. Each takes some 50 bytes: 100 MB.</summary>
    [Range(1, 100_000)]
    public int ThousandCells { get; init; } = 2_000;

    /// <summary>Elements within elements of a web page; 2,000. Many more keep the parser busy for hours.</summary>
    [Range(10, 10_000)]
    public int HtmlDepth { get; init; } = 2_000;

    /// <summary>Megabytes of a web page; 20: the parser takes some ten times as much memory.</summary>
    [Range(1, 100)]
    public int HtmlMegabytes { get; init; } = 20;

    /// <summary>Parts of a mail within parts; 20.</summary>
    [Range(1, 100)]
    public int MimeDepth { get; init; } = 20;

    /// <summary>Megabytes of memory of this app's own child process; 512. A million rows take 230.</summary>
    [Range(128, 4_096)]
    public int ChildMegabytes { get; init; } = 512;

    /// <summary>Seconds of a child process by the clock; 45, since it shares its processor.</summary>
    [Range(1, 600)]
    public int ChildSeconds { get; init; } = 45;

    /// <summary>Seconds of processor that a child process may use; 30. Two known PDFs of some bytes never end.</summary>
    [Range(1, 600)]
    public int ChildProcessorSeconds { get; init; } = 30;

    /// <summary>Megabytes of address space of a program that reads PDFs or pictures; 1,024. One known PDF takes 2.45 GB.</summary>
    [Range(128, 16_384)]
    public int ToolMegabytes { get; init; } = 1_024;

    /// <summary>Megabytes that a child process may write; 50. A thousand pages are 4 of text.</summary>
    [Range(1, 1_000)]
    public int OutputMegabytes { get; init; } = 50;

    /// <summary>Pages of a PDF, TIFF or presentation; 2,000.</summary>
    [Range(1, 100_000)]
    public int Pages { get; init; } = 2_000;

    /// <summary>Pages recognised in one run, all contained documents together; 50, about two minutes. The rest is for the next run.</summary>
    [Range(1, 1_000)]
    public int OcrPages { get; init; } = 50;

    /// <summary>Seconds to recognise pages in one run, all contained documents together; 240. The rest is for what else the file holds.</summary>
    [Range(10, 3_600)]
    public int OcrSeconds { get; init; } = 240;

    /// <summary>Seconds to recognise one page; 30. A page takes 2.</summary>
    [Range(1, 600)]
    public int OcrPageSeconds { get; init; } = 30;

    /// <summary>Megapixels of a picture; 40: an A4 at 600 dpi has 35. A picture of 400 takes 433 MB.</summary>
    [Range(1, 1_000)]
    public int Megapixels { get; init; } = 40;

    /// <summary>
    /// Letters of a page of a PDF from which on it needs no OCR; 340. A scan with stamps on it has 260, the emptiest
    /// digital page 415.
    /// </summary>
    [Range(0, 10_000)]
    public int OcrLetters { get; init; } = 340;

    /// <summary>Hundredths of a page of a PDF that pictures must cover for OCR; 60.</summary>
    [Range(1, 100)]
    public int OcrCoverage { get; init; } = 60;

    internal const long Megabyte = 1024 * 1024;

    internal long FileBytes => FileMegabytes * Megabyte;

    /// <summary>Most bytes of a request: a file of the largest size, and the form around it.</summary>
    internal long RequestBytes => FileBytes + Megabyte;

    internal long UnpackedBytes => UnpackedMegabytes * Megabyte;
}
