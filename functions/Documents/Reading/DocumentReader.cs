using System.Globalization;
using Avance.Functions.Documents.Facts;
using Avance.Functions.Documents.Reading.Sniffing;
using Avance.Functions.Documents.Similarity;

namespace Avance.Functions.Documents.Reading;

/// <summary>
/// Reads one file of evidence: detects its format by its content, picks the reader, and returns the outcome. No document makes
/// it throw.
/// </summary>
public sealed class DocumentReader : IDisposable
{
    private static readonly EvidenceFormat[] Containers = [EvidenceFormat.Zip, EvidenceFormat.Eml, EvidenceFormat.Msg];

    private const int GenerationDigits = 16;

    private readonly Dictionary<EvidenceFormat, IDocumentReader> readers;
    private readonly ReadingOptions options;
    private readonly TimeProvider time;

    /// <param name="readers">At most one for each format.</param>
    public DocumentReader(IEnumerable<IDocumentReader> readers, ReadingOptions options, TimeProvider time)
    {
        this.readers = readers
            .SelectMany(reader => reader.Formats.Select(format => (format, reader)))
            .ToDictionary(item => item.format, item => item.reader);
        this.options = options;
        this.time = time;
        var read = this.readers.Values.Distinct().Select(reader => Named(reader.Id, reader.Version));
        var extracted = FactExtractor.Versions.Select(extractor => Named(extractor.Id, extractor.Version));
        string[] all = [.. read, .. extracted, Named("sketch", ContentSketch.Version)];
        Array.Sort(all, StringComparer.Ordinal);
        Generation = BodyHash.Of(all)[..GenerationDigits];

        static string Named(string id, int version) => string.Create(CultureInfo.InvariantCulture, $"{id} {version}");
    }

    /// <param name="path">A private local copy, under a name that this app gave it.</param>
    /// <param name="name">Its name, as its sender wrote it.</param>
    /// <param name="firstPage">From 1; <see cref="ReadOutcome.Read.NextPage"/> of the run before.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<DocumentReading> ReadAsync(
        string path,
        string name,
        CancellationToken cancellationToken,
        int firstPage = 1
    )
    {
        using var timer = new CancellationTokenSource(TimeSpan.FromSeconds(options.FileSeconds), time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        var budget = new ReadingBudget(options, cancellationToken);
        // Absolute, since a child process has another working folder.
        var full = Path.GetFullPath(path);
        return await ReadAsync(full, new FileInfo(full).Length, name, [], budget, firstPage, both.Token);
    }

    /// <summary>
    /// A hash of all readers and extractors with their versions. A file that another generation read may give more facts when it
    /// is read again.
    /// </summary>
    private string Generation { get; }

    /// <summary>The generation that is stored with a file: it includes the activity's unit of measure, on which the counts depend.</summary>
    public string GenerationFor(string unitOfMeasure) =>
        $"{Generation}.{BodyHash.Of(unitOfMeasure)[..GenerationDigits]}";

    internal async Task<DocumentReading> ReadAsync(
        string path,
        long length,
        string name,
        ValueList<string> inside,
        ReadingBudget budget,
        int firstPage,
        CancellationToken cancellationToken
    )
    {
        EvidenceFormat? format = null;
        IDocumentReader? reader = null;
        var hasMacros = false;
        ReadOutcome outcome;
        try
        {
            Check(length);
            var contained = new ContainedReader(this, options, budget, inside);
            var file = new EvidenceFile(path, name, inside, contained, firstPage);
            using (var content = file.Open())
            {
                format = FormatSniffer.Sniff(content, name);
                hasMacros = MacroSniffer.HasMacros(content, format.Value);
            }

            reader = readers.GetValueOrDefault(format.Value);
            // Depth counts containers: a document in the innermost allowed one is read, a further container is not.
            outcome =
                reader is null ? new ReadOutcome.Unreadable(ReadTrouble.TypeNotAllowed, $"{format}: no reader")
                : inside.Count >= options.Depth && Containers.Contains(format.Value)
                    ? new ReadOutcome.Unreadable(ReadTrouble.TooDeep, $"{inside.Count} containers around it")
                : await reader.ReadAsync(file, cancellationToken);
        }
        catch (UnreadableException trouble)
        {
            outcome = new ReadOutcome.Unreadable(trouble.Trouble, trouble.Detail);
        }
        catch (OperationCanceledException) when (!budget.Caller.IsCancellationRequested)
        {
            outcome = new ReadOutcome.Unreadable(ReadTrouble.TookTooLong, reader?.Id);
        }
        catch (Exception error) when (IsOfDocument(error))
        {
            outcome = new ReadOutcome.Unreadable(ReadTrouble.Malformed, Describe(error));
        }

        return new DocumentReading(
            inside,
            name,
            format,
            format is null || FileNames.Matches(name, format.Value),
            reader?.Id,
            reader?.Version ?? 0,
            outcome
        )
        {
            HasMacros = hasMacros,
        };
    }

    /// <summary>
    /// True for exceptions that a damaged document causes in a parser. The parsers of ZIP, XML, Excel and HTML throw a dozen
    /// types, so that everything counts except cancellation and a lack of memory or disk. An <see cref="IOException"/> of the
    /// system (a full disk) has a positive number, that of a library a negative one.
    /// </summary>
    internal static bool IsOfDocument(Exception error) =>
        error
            is not (
                IOException { HResult: > 0 }
                or UnreadableException
                or OperationCanceledException
                or OutOfMemoryException
                or UnauthorizedAccessException
                or FileNotFoundException
                or DirectoryNotFoundException
            );

    /// <summary>The type of the exception and what it says, for the log.</summary>
    internal static string Describe(Exception error) => $"{error.GetType().Name}: {error.Message}";

    /// <summary>Ends the idle child processes of its readers.</summary>
    public void Dispose()
    {
        foreach (var reader in readers.Values.OfType<IDisposable>())
        {
            reader.Dispose();
        }
    }

    private void Check(long length)
    {
        if (length == 0)
        {
            throw new UnreadableException(ReadTrouble.Empty, "no bytes");
        }

        if (length > options.FileBytes)
        {
            throw new UnreadableException(ReadTrouble.TooLarge, $"{length} bytes");
        }
    }
}
