using System.Collections.Concurrent;
using Avance.Functions.Documents;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Documents.Reading;

/// <summary>Reads bytes as a file of evidence, through the façade and with all its readers.</summary>
internal static class ReadingDriver
{
    // As in the app, one reader reads many documents.
    private static readonly ConcurrentDictionary<ReadingOptions, DocumentReader> Readers = new();

    public static async Task<DocumentReading> ReadAsync(
        byte[] content,
        string name,
        ReadingOptions? options = null,
        int firstPage = 1
    )
    {
        var folder = Directory.CreateTempSubdirectory("avance-test-");
        try
        {
            var path = Path.Combine(folder.FullName, "document");
            await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
            var reader = Readers.GetOrAdd(
                options ?? new ReadingOptions(),
                limits => new DocumentReader(
                    DocumentReaders.All(limits, PlanBuilder.Lima, TimeProvider.System),
                    limits,
                    TimeProvider.System
                )
            );
            return await reader.ReadAsync(path, name, TestContext.Current.CancellationToken, firstPage);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static async Task<DocumentText> TextAsync(byte[] content, string name, ReadingOptions? options = null) =>
        (await ReadAsync(content, name, options)).Text();

    public static async Task<ReadTrouble> TroubleAsync(byte[] content, string name, ReadingOptions? options = null) =>
        (await ReadAsync(content, name, options)).Trouble();

    public static ReadOutcome.Read Read(this DocumentReading reading) =>
        reading.Outcome as ReadOutcome.Read
        ?? throw new InvalidOperationException($"{reading.Name}: {reading.Outcome}");

    public static DocumentText Text(this DocumentReading reading) => reading.Read().Text;

    public static ReadTrouble Trouble(this DocumentReading reading) =>
        reading.Outcome.ShouldBeOfType<ReadOutcome.Unreadable>().Trouble;

    public static string[] Lines(this DocumentText text) => [.. text.Blocks.Select(block => block.Text)];

    public static string[][] Rows(this DocumentText text) =>
        [.. text.Tables.SelectMany(table => table.Rows).Select(row => row.Cells.ToArray())];
}
