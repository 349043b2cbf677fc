namespace Avance.Bench.Soak;

/// <summary>The app as processes that are killed again and again, and started anew at the same address on the same storage.</summary>
internal sealed class KilledHost(string storage, IReadOnlyDictionary<string, string> settings, CancellationToken token)
    : IAsyncDisposable
{
    private AppProcess? app;

    public Uri Address { get; } = AppProcess.FreeAddress();

    /// <summary>The storage that the app uses.</summary>
    public string Storage => storage;

    public int Kills { get; private set; }

    public bool IsStarted => app is not null;

    public AppProcess App => app ?? throw new InvalidOperationException("The app has not been started.");

    public async Task StartAsync() =>
        app = await AppProcess.StartAsync(AppProcess.BuiltFolder("functions"), "/api/health", settings, token, Address);

    /// <summary>Kills host and worker in the midst of whatever they do, and starts others.</summary>
    public async Task KillAsync()
    {
        await App.KillAsync();
        await App.DisposeAsync();
        Kills++;
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }
}
