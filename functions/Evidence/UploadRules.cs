using Avance.Functions.Documents.Reading;
using Avance.Functions.Http;

namespace Avance.Functions.Evidence;

/// <summary>The checks of a file during its upload; all others are made when it is read.</summary>
public static class UploadRules
{
    /// <param name="start">The first <see cref="FormatSniffer.EnoughBytes"/> bytes of the file, or all if it is shorter.</param>
    /// <param name="name">The name after <see cref="Documents.FileName.Clean"/>.</param>
    /// <returns>Null if the file may be evidence.</returns>
    public static Error? CheckStart(ReadOnlySpan<byte> start, string name) =>
        start.IsEmpty ? Error.Invalid("file-empty", name, name)
        : FormatSniffer.IsNeverEvidence(start, name)
            ? new Error("upload-type-not-allowed", StatusCodes.Status415UnsupportedMediaType, name, name)
        : null;

    public static Error TooLarge(string name, ReadingOptions options) =>
        new("file-too-large", StatusCodes.Status413PayloadTooLarge, name, name, options.FileMegabytes);
}
