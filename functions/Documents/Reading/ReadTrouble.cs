namespace Avance.Functions.Documents.Reading;

/// <summary>Why a document was not read. The names are stored and end up in findings: add, but never rename.</summary>
public enum ReadTrouble
{
    /// <summary>It holds no bytes, no text and no picture.</summary>
    Empty,

    /// <summary>It needs a password.</summary>
    Encrypted,

    /// <summary>It is damaged, cut off, or not of the format that its first bytes indicate.</summary>
    Malformed,

    /// <summary>Its content is of a type that is not accepted as evidence.</summary>
    TypeNotAllowed,

    /// <summary>It is an add-in of Office, which holds nothing but macros. Until 2026 it was any document that may run them.</summary>
    MacrosNotAllowed,

    /// <summary>More bytes than allowed: the file, its unpacked content, its text, or the output of a tool.</summary>
    TooLarge,

    /// <summary>It unpacks to so much more than its size that it must be a ZIP bomb.</summary>
    RatioTooHigh,

    TooManyPages,

    /// <summary>Too many entries of a ZIP or parts of a mail, all levels together.</summary>
    TooManyEntries,

    /// <summary>Too many rows, columns or cells.</summary>
    TooManyCells,

    /// <summary>A picture with too many pixels.</summary>
    TooManyPixels,

    /// <summary>Containers within containers, or elements within elements.</summary>
    TooDeep,

    TookTooLong,

    TookTooMuchMemory,

    /// <summary>A tool for this type is not installed; nothing is wrong with the document.</summary>
    ToolMissing,

    /// <summary>A tool failed for a reason that is not the document's.</summary>
    ToolFailed,
}
