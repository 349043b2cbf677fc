using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Avance.Functions.Documents.Reading.Children;

/// <summary>Runs a program in a <see cref="Sandbox"/>, in a private folder that is deleted after it, and ends it in time.</summary>
internal sealed partial class ChildProcess(TimeProvider time)
{
    private const int MaxError = 8 * 1024;
    private const int Kill = 9;
    private const int OutOfProcessor = 128 + 24;
    private const int OutOfFileLength = 128 + 25;
    private const int Killed = 128 + Kill;

    /// <summary>What C, C++ and .NET programs say when they get no more memory.</summary>
    private static readonly string[] MemorySigns = ["memory", "bad_alloc", "OutOfMemory", "GC heap initialization"];

    /// <param name="read">Takes its standard output, which ends early when it is too long.</param>
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
                // Also when it ended by itself: it may have left children behind.
                EndGroup(process.Id);
                // It works in the folder that is about to be deleted, until it ends a moment later.
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

    /// <summary>Runs it and returns its standard output as text, which is short.</summary>
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
        // Whoever did not want all of it must not leave the child waiting.
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
            // It did not want the rest. Its exit code says whether it is content.
        }
    }

    /// <summary>Reads its standard error to the end, and keeps the beginning.</summary>
    internal static async Task<string> ReadErrorAsync(Stream error, CancellationToken cancellationToken)
    {
        var start = new byte[MaxError];
        var length = await error.ReadAtLeastAsync(start, MaxError, throwOnEndOfStream: false, cancellationToken);
        await error.CopyToAsync(Stream.Null, cancellationToken);
        return Encoding.UTF8.GetString(start, 0, length);
    }

    /// <exception cref="UnreadableException">It was ended, or ran out of memory.</exception>
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

    /// <summary>The process leads a group of its own (setsid), whose number is its own.</summary>
    internal static void EndGroup(int id) => _ = SendSignal(-id, Kill);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SendSignal(int process, int signal);
}
