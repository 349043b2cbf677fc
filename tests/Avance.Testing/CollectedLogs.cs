using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Local.Tests.Functions;

internal sealed class CollectedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Category, LogLevel Level, string Text)> lines = new();

    public IEnumerable<(string Category, LogLevel Level, string Text)> Lines => lines;

    public ILogger CreateLogger(string categoryName) => new Collector(categoryName, lines);

    public void Dispose() { }

    private sealed class Collector(string category, ConcurrentQueue<(string, LogLevel, string)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.Enqueue((category, logLevel, $"{formatter(state, exception)} {exception}"));
    }
}
