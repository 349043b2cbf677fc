using System.Diagnostics;
using System.Text.Json;

namespace Avance.Functions.Documents.Reading.ChildProcesses;

/// <summary>A running child process (see <see cref="ReadingChild"/>), which reads one document at a time.</summary>
internal sealed class RunningChild : IDisposable
{
    /// <summary>Documents after which the child is replaced, since libraries may leak memory.</summary>
    private const int MaxDocuments = 200;

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

    /// <summary>True if it has used some of its time and memory.</summary>
    public bool IsUsed => documents > 0;

    /// <summary>True if so little time or memory is left that a new child must read the next document.</summary>
    public bool IsSpent
    {
        get
        {
            process.Refresh();
            return process.HasExited
                || documents >= MaxDocuments
                || process.TotalProcessorTime.TotalSeconds > command.ProcessorSeconds / 2.0
                || process.WorkingSet64 > mostMemory / 2;
        }
    }

    /// <param name="take">Called for each frame.</param>
    /// <returns>The last frame: done, or the trouble with the document.</returns>
    /// <exception cref="UnreadableException">It took too much time, memory or space, or crashed.</exception>
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

    /// <summary>Kills it and its children.</summary>
    public void Dispose()
    {
        ChildProcess.EndGroup(process.Id);
        // It uses the folder that is about to be deleted until it has ended.
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
            // After a long wait the system may have cleaned up the temporary folder.
        }
    }

    /// <returns>Null if it ended before its last frame.</returns>
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
            // Values separated by white space, each read and dropped before the next.
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
            // It ended in the middle of a line: its exit code tells why.
        }

        return null;
    }
}
