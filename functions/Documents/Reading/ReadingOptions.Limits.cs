using System.Text.Json.Serialization;

namespace Avance.Functions.Documents.Reading;

/// <summary>
/// The limits of one document, beyond which it is unreadable: constants, far above any real document and far below what would
/// hurt others on the instance. They are no settings, since an operator has no reason to change them. Tests set smaller ones,
/// which are passed to the child process.
/// </summary>
public sealed partial record ReadingOptions
{
    /// <summary>Seconds for one document, without its contained documents and without OCR; 45.</summary>
    [JsonInclude]
    internal int DocumentSeconds { get; init; } = 45;

    /// <summary>Millions of characters of text kept of a document; 20, which take 40 MB. A page has 3,000.</summary>
    [JsonInclude]
    internal int MillionCharacters { get; init; } = 20;

    /// <summary>Entries of a ZIP or parts of a mail, all levels together; 2,000.</summary>
    [JsonInclude]
    internal int Entries { get; init; } = 2_000;

    /// <summary>Megabytes that a file may unpack to, all levels together; 500, on disk and one document at a time.</summary>
    [JsonInclude]
    internal int UnpackedMegabytes { get; init; } = 500;

    /// <summary>Times its packed size that an entry may unpack to; 200. Office documents reach 60.</summary>
    [JsonInclude]
    internal int Ratio { get; init; } = 200;

    /// <summary>Containers within containers; 2: a document in a ZIP in a mail.</summary>
    [JsonInclude]
    internal int Depth { get; init; } = 2;

    /// <summary>Megabytes of one XML part of an Office document once unpacked; 200.</summary>
    [JsonInclude]
    internal int XmlPartMegabytes { get; init; } = 200;

    /// <summary>
    /// Megabytes between two <c>&lt;</c> of such a part; 4. An attribute or text of that length is held in memory some six
    /// times over while it is parsed.
    /// </summary>
    [JsonInclude]
    internal int XmlNodeMegabytes { get; init; } = 4;

    /// <summary>Elements within elements of such a part; 1,000. A document in tables in tables has some 60.</summary>
    [JsonInclude]
    internal int XmlDepth { get; init; } = 1_000;

    /// <summary>Rows with content of all tables of a document; 200,000.</summary>
    [JsonInclude]
    internal int Rows { get; init; } = 200_000;

    /// <summary>Columns up to the last cell with content; 500. Wider sheets are exports, not lists of people.</summary>
    [JsonInclude]
    internal int Columns { get; init; } = 500;

    /// <summary>Thousands of cells of all tables of a document; 2,000. Each takes some 50 bytes: 100 MB.</summary>
    [JsonInclude]
    internal int ThousandCells { get; init; } = 2_000;

    /// <summary>Elements within elements of a web page; 2,000. Many more keep the parser busy for hours.</summary>
    [JsonInclude]
    internal int HtmlDepth { get; init; } = 2_000;

    /// <summary>Megabytes of a web page; 20: the parser takes some ten times as much memory.</summary>
    [JsonInclude]
    internal int HtmlMegabytes { get; init; } = 20;

    /// <summary>Parts of a mail within parts; 20.</summary>
    [JsonInclude]
    internal int MimeDepth { get; init; } = 20;

    /// <summary>Seconds of a child process by the clock; 45, since it shares its processor.</summary>
    [JsonInclude]
    internal int ChildSeconds { get; init; } = 45;

    /// <summary>Seconds of processor that a child process may use; 30. Two known PDFs of some bytes never end.</summary>
    [JsonInclude]
    internal int ChildProcessorSeconds { get; init; } = 30;

    /// <summary>Megabytes that a child process may write; 50. A thousand pages are 4 of text.</summary>
    [JsonInclude]
    internal int OutputMegabytes { get; init; } = 50;

    /// <summary>Pages of a PDF, TIFF or presentation; 2,000.</summary>
    [JsonInclude]
    internal int Pages { get; init; } = 2_000;

    /// <summary>Seconds to recognise pages in one run, all contained documents together; 240. The rest of the file's time is for reading the rest of the file.</summary>
    [JsonInclude]
    internal int OcrSeconds { get; init; } = 240;

    /// <summary>Seconds to recognise one page; 30. A page takes 2.</summary>
    [JsonInclude]
    internal int OcrPageSeconds { get; init; } = 30;

    /// <summary>Megapixels of a JPEG or PNG, which is scaled down while it is decoded; 250: telephones take 200.</summary>
    [JsonInclude]
    internal int Megapixels { get; init; } = 250;

    /// <summary>Megapixels of a page of a TIFF; 40: an A4 at 600 dpi has 35. One of 400 takes 433 MB.</summary>
    [JsonInclude]
    internal int TiffMegapixels { get; init; } = 40;

    /// <summary>Megapixels that a picture is scaled down to; 16: an A4 at 400 dpi has 15. More take longer and read no better.</summary>
    [JsonInclude]
    internal int OcrMegapixels { get; init; } = 16;

    /// <summary>
    /// Letters of a page of a PDF from which on it needs no OCR; 340. A scan with stamps on it has 260, the emptiest
    /// digital page 415.
    /// </summary>
    [JsonInclude]
    internal int OcrLetters { get; init; } = 340;

    /// <summary>Hundredths of a page of a PDF that pictures must cover for OCR; 60.</summary>
    [JsonInclude]
    internal int OcrCoverage { get; init; } = 60;

    internal long UnpackedBytes => UnpackedMegabytes * Megabyte;
}
