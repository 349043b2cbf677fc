using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Avance.Functions.Documents.Reading.ChildProcesses;

/// <summary>Runs a program in a <see cref="Sandbox"/>, in a private folder that is deleted afterwards, and kills it when its time is over.</summary>
internal sealed partial class ChildProcess(TimeProvider time)
{
    private const int MaxError = 8 * 1024;
    private const int Kill = 9;
    private const int OutOfProcessor = 128 + 24;
    private const int OutOfFileLength = 128 + 25;
    private const int Killed = 128 + Kill;

    /// <summary>What C, C++ and .NET programs write when they run out of memory.</summary>
    private static readonly string[] MemorySigns = ["memory", "bad_alloc", "OutOfMemory", "GC heap initialization"];

    /// <param name="read">Reads its standard output, which is cut off at its limit.</param>
    /// <exception cref="UnreadableException">It is missing, or took too much time, memory or space.</exception>
    public async Task<ChildResult> RunAsync(
        ChildCommand command,
        Func<Stream, CancellationToken, Task> read,
        CancellationToken cancellationToken
    )
    {
        var own = command.Folder is null ? Directory.CreateTempSubdirectory("avance-") : null;
        try
        {
            using var timer = new CancellationTokenSource(TimeSpan.FromSeconds(command.Seconds), time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
            using var process = Start(command, command.Folder ?? own!.FullName);
            ChildResult result;
            try
            {
                result = await TalkAsync(process, command, read, both.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new UnreadableException(ReadTrouble.TookTooLong, $"{command.Tool}: {command.Seconds} s");
            }
            finally
            {
                // Also after a normal end: it may have left children behind.
                EndGroup(process.Id);
                // It uses the folder that is about to be deleted until it has ended.
                await Task.WhenAny(
                    process.WaitForExitAsync(CancellationToken.None),
                    Task.Delay(TimeSpan.FromSeconds(5), time, CancellationToken.None)
                );
            }

            Check(command, result);
            return result;
        }
        finally
        {
            own?.Delete(recursive: true);
        }
    }

    /// <summary>Runs it and returns its standard output, a short text.</summary>
    public async Task<(ChildResult Result, string Output)> ReadAsync(
        ChildCommand command,
        CancellationToken cancellationToken
    )
    {
        var text = "";
        var result = await RunAsync(
            command,
            async (output, token) =>
            {
                using var reader = new StreamReader(output, Encoding.UTF8);
                text = await reader.ReadToEndAsync(token);
            },
            cancellationToken
        );
        return (result, text);
    }

    /// <exception cref="UnreadableException">It is missing.</exception>
    internal static Process Start(ChildCommand command, string folder)
    {
        try
        {
            return Process.Start(Sandbox.Start(command, folder))
                ?? throw new UnreadableException(ReadTrouble.ToolFailed, $"{command.Tool} did not start");
        }
        catch (Win32Exception error)
        {
            throw new UnreadableException(ReadTrouble.ToolMissing, error.Message);
        }
    }

    private static async Task<ChildResult> TalkAsync(
        Process process,
        ChildCommand command,
        Func<Stream, CancellationToken, Task> read,
        CancellationToken cancellationToken
    )
    {
        var output = new BoundedStream(
            process.StandardOutput.BaseStream,
            command.OutputMegabytes * ReadingOptions.Megabyte
        );
        var input = WriteInputAsync(process, command.Input, cancellationToken);
        var error = ReadErrorAsync(process.StandardError.BaseStream, cancellationToken);
        await read(output, cancellationToken);
        // The rest is read as well: the child would otherwise wait for ever to write it.
        await output.CopyToAsync(Stream.Null, cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        await input;
        return new ChildResult(process.ExitCode, await error);
    }

    private static async Task WriteInputAsync(Process process, string? file, CancellationToken cancellationToken)
    {
        await using var input = process.StandardInput.BaseStream;
        if (file is null)
        {
            return;
        }

        try
        {
            await using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
            await content.CopyToAsync(input, cancellationToken);
            await input.FlushAsync(cancellationToken);
        }
        catch (IOException)
        {
            // It closed its input early; its exit code says whether that is a failure.
        }
    }

    /// <summary>Reads its standard error to the end, and returns the beginning.</summary>
    internal static async Task<string> ReadErrorAsync(Stream error, CancellationToken cancellationToken)
    {
        var start = new byte[MaxError];
        var length = await error.ReadAtLeastAsync(start, MaxError, throwOnEndOfStream: false, cancellationToken);
        await error.CopyToAsync(Stream.Null, cancellationToken);
        return Encoding.UTF8.GetString(start, 0, length);
    }

    /// <exception cref="UnreadableException">It was killed, or ran out of memory.</exception>
    internal static void Check(ChildCommand command, ChildResult result)
    {
        ReadTrouble? trouble = result.ExitCode switch
        {
            0 => null,
            OutOfProcessor or Killed => ReadTrouble.TookTooLong,
            OutOfFileLength => ReadTrouble.TooLarge,
            126 or 127 => ReadTrouble.ToolMissing,
            _ when MemorySigns.Any(sign => result.Error.Contains(sign, StringComparison.OrdinalIgnoreCase)) =>
                ReadTrouble.TookTooMuchMemory,
            _ => null,
        };
        if (trouble is { } stated)
        {
            throw new UnreadableException(stated, result.Describe(command.Tool));
        }
    }

    /// <summary>Kills the group of the process: it leads one of its own (setsid), with its own number.</summary>
    internal static void EndGroup(int id) => _ = SendSignal(-id, Kill);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SendSignal(int process, int signal);
}
