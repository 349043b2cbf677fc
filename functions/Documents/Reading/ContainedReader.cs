using System.Buffers;

namespace Avance.Functions.Documents.Reading;

/// <summary>Reads the documents in a ZIP or a mail one by one: a failure of one does not affect the others.</summary>
public sealed class ContainedReader
{
    /// <summary>Bytes below which no ratio counts as a bomb: blanks compress a thousandfold.</summary>
    private const long HarmlessBytes = 10 * ReadingOptions.Megabyte;

    private readonly DocumentReader documents;
    private readonly ReadingOptions options;
    private readonly ValueList<string> path;

    internal ContainedReader(
        DocumentReader documents,
        ReadingOptions options,
        ReadingBudget budget,
        ValueList<string> path
    )
    {
        this.documents = documents;
        this.options = options;
        this.path = path;
        Budget = budget;
    }

    internal ReadingBudget Budget { get; }

    /// <summary>Counts entries against the limit of the file.</summary>
    /// <exception cref="UnreadableException">There are too many entries.</exception>
    public void TakeEntries(int count = 1)
    {
        if (!Budget.TryTakeEntries(count))
        {
            throw new UnreadableException(ReadTrouble.TooManyEntries, $"more than {options.Entries}");
        }
    }

    /// <summary>For the documents of a mail within a mail of the same file.</summary>
    internal ContainedReader Within(string name) =>
        new(documents, options, Budget, [.. path, FileName.CleanPath(name)]);

    /// <param name="name">Its name, as its sender wrote it; never used as a path.</param>
    /// <param name="open">Opens its content, which may be longer than its container states.</param>
    /// <param name="packedLength">Its compressed length in bytes; null if it is not compressed.</param>
    public async Task<DocumentReading> ReadAsync(
        string name,
        Func<Stream> open,
        long? packedLength,
        CancellationToken cancellationToken
    )
    {
        name = FileName.CleanPath(name);
        var folder = Directory.CreateTempSubdirectory("avance-");
        try
        {
            var copy = Path.Combine(folder.FullName, "document");
            var length = await CopyAsync(open, copy, packedLength, cancellationToken);
            return await documents.ReadAsync(copy, length, name, [.. path, name], Budget, 1, cancellationToken);
        }
        catch (UnreadableException trouble)
        {
            return Refuse(name, trouble.Trouble, trouble.Detail);
        }
        catch (Exception error) when (DocumentReader.IsOfDocument(error))
        {
            return Refuse(name, ReadTrouble.Malformed, DocumentReader.Describe(error));
        }
        catch (OperationCanceledException) when (!Budget.Caller.IsCancellationRequested)
        {
            return Refuse(name, ReadTrouble.TookTooLong, "the time for the whole file was over");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public DocumentReading Refuse(string name, ReadTrouble trouble, string? detail = null) =>
        Refuse(trouble, detail, FileName.CleanPath(name));

    private DocumentReading Refuse(ReadTrouble trouble, string? detail, string name) =>
        new([.. path, name], name, null, true, null, 0, new ReadOutcome.Unreadable(trouble, detail));

    /// <summary>Copies the content of an entry to a file, which is created or overwritten.</summary>
    /// <returns>Its length in bytes.</returns>
    /// <exception cref="UnreadableException">It is longer than the bytes that may still be unpacked.</exception>
    internal async Task<long> CopyAsync(
        Func<Stream> open,
        string copy,
        long? packedLength,
        CancellationToken cancellationToken
    )
    {
        var ratioBytes = packedLength is { } packed ? Math.Max(HarmlessBytes, packed * options.Ratio) : long.MaxValue;
        var length = 0L;
        var buffer = ArrayPool<byte>.Shared.Rent(80 * 1024);
        try
        {
            await using var content = open();
            await using var target = File.Create(copy);
            int count;
            while ((count = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                length += count;
                Budget.TakeBytes(count);
                if (length > ratioBytes)
                {
                    throw new UnreadableException(ReadTrouble.RatioTooHigh, $"more than {options.Ratio} times");
                }

                if (Budget.Bytes < 0 || length > options.FileBytes)
                {
                    throw new UnreadableException(ReadTrouble.TooLarge, $"{length} bytes unpacked");
                }

                await target.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            }

            return length;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
