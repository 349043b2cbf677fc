using Avance.Functions.Documents.Reading;
using Avance.Functions.Http;

namespace Avance.Functions.Evidence;

/// <summary>What is told of a file while it is uploaded; the rest is told when it is read.</summary>
public static class UploadRules
{
    /// <param name="start">Its first bytes: <see cref="FormatSniffer.EnoughBytes"/>, if there are so many.</param>
    /// <param name="name">Clean.</param>
    /// <returns>Null if it may be evidence.</returns>
    public static Error? CheckStart(ReadOnlySpan<byte> start, string name) =>
        start.IsEmpty ? Error.Invalid("file-empty", name, name)
        : FormatSniffer.IsNeverEvidence(start, name)
            ? new Error("upload-type-not-allowed", StatusCodes.Status415UnsupportedMediaType, name, name)
        : null;

    public static Error TooLarge(string name, ReadingOptions options) =>
        new("file-too-large", StatusCodes.Status413PayloadTooLarge, name, name, options.FileMegabytes);
}
