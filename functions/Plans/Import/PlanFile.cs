using System.IO.Compression;
using System.Text;
using Avance.Functions.Http;

namespace Avance.Functions.Plans.Import;

/// <summary>
/// Reads a plan file of any format. The format is recognised by the content: browsers and mail programs get names and
/// content types wrong.
/// </summary>
public static class PlanFile
{
    /// <summary>The cells of the file, or why it cannot be read. Never throws for what a file contains.</summary>
    public static Result<RawPlan> Read(byte[] content)
    {
        if (content.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return ReadPackage(content);
        }

        if (FirstCharacter(content) == '{')
        {
            return JsonPlanReader.Read(content);
        }

        return new Error("plan-file-type", StatusCodes.Status415UnsupportedMediaType);
    }

    private static Result<RawPlan> ReadPackage(byte[] content)
    {
        try
        {
            using var package = new ZipArchive(new MemoryStream(content, writable: false));
            if (
                package.Entries.Count > ImportLimits.MaxEntries
                || package.Entries.Sum(entry => entry.Length) > ImportLimits.MaxUnpackedBytes
            )
            {
                return new Error(
                    "plan-file-too-large",
                    StatusCodes.Status413PayloadTooLarge,
                    null,
                    ImportLimits.MaxUnpackedBytes / 1024 / 1024
                );
            }

            if (package.Entries.Any(IsWorkbookPart))
            {
                return XlsxPlanReader.Read(content);
            }

            return package.Entries.Any(CsvPlanReader.IsCsv)
                ? CsvPlanReader.Read(package)
                : new Error("plan-file-type", StatusCodes.Status415UnsupportedMediaType);
        }
        // The readers of ZIP, XML and Excel throw a dozen exception types for damaged content. The sender must mend the
        // file, and nothing has been written yet.
        catch (Exception error) when (error is not (OutOfMemoryException or OperationCanceledException))
        {
            return Unreadable();
        }
    }

    private static bool IsWorkbookPart(ZipArchiveEntry entry) =>
        entry.FullName.Replace('\\', '/').StartsWith("xl/", StringComparison.OrdinalIgnoreCase);

    internal static Error Unreadable() => new("plan-file-unreadable", StatusCodes.Status422UnprocessableEntity);

    private static char FirstCharacter(ReadOnlySpan<byte> content)
    {
        content = content.StartsWith(Encoding.UTF8.Preamble) ? content[3..] : content;
        foreach (var value in content)
        {
            if (!char.IsWhiteSpace((char)value))
            {
                return (char)value;
            }
        }

        return '\0';
    }
}
