using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Avance.Testing;

/// <summary>Keeps what is logged, and the scopes in which it is.</summary>
public sealed class CollectedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Category, LogLevel Level, string Text)> lines = new();
    private readonly ConcurrentQueue<string> scopes = new();

    public IEnumerable<(string Category, LogLevel Level, string Text)> Lines => lines;

    public IEnumerable<string> Scopes => scopes;

    public ILogger CreateLogger(string categoryName) => new Collector(this, categoryName);

    public void Dispose() { }

    private sealed class Collector(CollectedLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            logs.scopes.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => logs.lines.Enqueue((category, logLevel, $"{formatter(state, exception)} {exception}"));
    }
}
