using System.Diagnostics;
using System.Text.Json;

namespace Avance.Functions.Documents.Reading.Children;

/// <summary>One of this app's own children (see <see cref="ReadingChild"/>) while it runs: it reads a document at a time.</summary>
internal sealed class RunningChild : IDisposable
{
    /// <summary>Whatever a library may leave behind of each document is gone after so many.</summary>
    private const int MostDocuments = 200;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("avance-");
    private readonly ChildCommand command;
    private readonly TimeProvider time;
    private readonly long mostMemory;
    private readonly Process process;
    private readonly Task<string> error;
    private int documents;

    /// <exception cref="UnreadableException">It does not start.</exception>
    public RunningChild(ChildCommand command, long mostMemory, TimeProvider time)
    {
        this.command = command;
        this.mostMemory = mostMemory;
        this.time = time;
        try
        {
            process = ChildProcess.Start(command, folder.FullName);
        }
        catch
        {
            Delete(folder);
            throw;
        }

        error = ChildProcess.ReadErrorAsync(process.StandardError.BaseStream, CancellationToken.None);
    }

    /// <summary>The number of its process.</summary>
    public int Id => process.Id;

    /// <summary>True if it has less left of what it may take than a new one.</summary>
    public bool IsUsed => documents > 0;

    /// <summary>True if so little is left that a new one is to take the next document.</summary>
    public bool IsSpent
    {
        get
        {
            process.Refresh();
            return process.HasExited
                || documents >= MostDocuments
                || process.TotalProcessorTime.TotalSeconds > command.ProcessorSeconds / 2.0
                || process.WorkingSet64 > mostMemory / 2;
        }
    }

    /// <param name="job">What to read.</param>
    /// <param name="take">Gets what it finds, piece by piece.</param>
    /// <returns>The last frame: it is done, or has had a trouble with the document.</returns>
    /// <exception cref="UnreadableException">It took too much time, memory or space, or ended by itself.</exception>
    public async Task<ReadFrame> ReadAsync(ReadJob job, Action<ReadFrame> take, CancellationToken cancellationToken)
    {
        documents++;
        using var timer = new CancellationTokenSource(TimeSpan.FromSeconds(command.Seconds), time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            if (await TalkAsync(job, take, both.Token) is { } last)
            {
                return last;
            }

            await process.WaitForExitAsync(both.Token);
            var result = new ChildResult(process.ExitCode, await error);
            ChildProcess.Check(command, result);
            throw new UnreadableException(ReadTrouble.ToolFailed, result.Describe(job.Parser));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UnreadableException(ReadTrouble.TookTooLong, $"{job.Parser}: {command.Seconds} s");
        }
    }

    /// <summary>Ends it with all that it started.</summary>
    public void Dispose()
    {
        ChildProcess.EndGroup(process.Id);
        // It works in the folder that is about to be deleted, until it ends a moment later.
        process.WaitForExit(TimeSpan.FromSeconds(5));
        process.Dispose();
        Delete(folder);
    }

    private static void Delete(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // It has waited for long: whoever tidies the machine was there first, or is at it now.
        }
    }

    /// <returns>Null if it ended before it said how the document ended.</returns>
    private async Task<ReadFrame?> TalkAsync(ReadJob job, Action<ReadFrame> take, CancellationToken cancellationToken)
    {
        try
        {
            var input = process.StandardInput.BaseStream;
            await input.WriteAsync(
                (byte[])[.. JsonSerializer.SerializeToUtf8Bytes(job, Json.Options), (byte)'\n'],
                cancellationToken
            );
            await input.FlushAsync(cancellationToken);
            var output = new BoundedStream(
                process.StandardOutput.BaseStream,
                command.OutputMegabytes * ReadingOptions.Megabyte
            );
            // A sequence of values without separators but white space, each made and dropped before the next.
            var frames = JsonSerializer.DeserializeAsyncEnumerable<ReadFrame>(
                output,
                true,
                Json.Options,
                cancellationToken
            );
            await foreach (var frame in frames)
            {
                if (frame!.IsLast)
                {
                    return frame;
                }

                take(frame);
            }
        }
        catch (Exception ended) when (ended is IOException or JsonException)
        {
            // It ended in the middle of a line: its exit code says why.
        }

        return null;
    }
}
