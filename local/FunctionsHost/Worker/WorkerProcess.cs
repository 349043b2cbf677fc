using System.Diagnostics;
using System.Text.Json;

namespace Avance.FunctionsHost.Worker;

/// <summary>The worker as a process, started as worker.config.json says.</summary>
public sealed class WorkerProcess : IWorker
{
    private readonly Process process;

    private WorkerProcess(Process process)
    {
        this.process = process;
        Ended = process.WaitForExitAsync();
    }

    public Task Ended { get; }

    /// <exception cref="FileNotFoundException">There is no worker.config.json: the folder is not one of a built app.</exception>
    public static async Task<IWorker> StartAsync(WorkerStart start, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(Path.Combine(start.AppDirectory, "worker.config.json"));
        using var json = await JsonDocument.ParseAsync(file, cancellationToken: cancellationToken);
        var description = json.RootElement.GetProperty("description");
        var info = new ProcessStartInfo(description.GetProperty("defaultExecutablePath").GetString()!)
        {
            UseShellExecute = false,
            WorkingDirectory = start.AppDirectory,
        };
        string[] arguments =
        [
            Path.Combine(start.AppDirectory, description.GetProperty("defaultWorkerPath").GetString()!),
            "--functions-uri",
            start.HostAddress.ToString(),
            "--functions-worker-id",
            start.WorkerId,
            "--functions-request-id",
            start.WorkerId,
            "--functions-grpc-max-message-length",
            $"{WorkerStart.LongestMessage}",
        ];
        foreach (var argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in start.Settings)
        {
            info.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        info.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = start.AppDirectory;
        info.Environment["FUNCTIONS_WORKER_DIRECTORY"] = start.AppDirectory;
        return new WorkerProcess(Process.Start(info)!);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await Ended;
        process.Dispose();
    }
}
