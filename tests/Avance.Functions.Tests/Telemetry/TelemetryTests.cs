using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Avance.Functions.Telemetry;
using Avance.Functions.Tests.House;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Avance.Functions.Tests.Telemetry;

/// <summary>What is exported, where, and what is not.</summary>
[Collection(TelemetryCollection.Name)]
public sealed partial class TelemetryTests
{
    private const string Storage = "UseDevelopmentStorage=true";
    private const string Docs = "docs/telemetry.md";

    /// <summary>Names in templates whose values may be what people wrote, or what another service answered of it.</summary>
    private static readonly string[] Withheld = ["Error", "Reason", "Row"];

    [Fact]
    public void Build_WithNoEndpoint_ExportsNothing()
    {
        using var app = AppDriver.Build(Storage, new FakeTimeProvider());

        app.Services.GetService<TracerProvider>().ShouldBeNull();
        app.Services.GetService<MeterProvider>().ShouldBeNull();
        app.Services.GetService<LoggerProvider>().ShouldBeNull();
    }

    [Theory]
    [InlineData(
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=http://127.0.0.1:9/"
    )]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4317")]
    public void Build_WithAnEndpoint_ExportsAllKinds(string setting, string value)
    {
        using var app = AppDriver.Build(
            Storage,
            new FakeTimeProvider(),
            configure: builder =>
            {
                builder.Configuration[setting] = value;
                builder.AddTelemetry();
            }
        );

        app.Services.GetService<TracerProvider>().ShouldNotBeNull();
        app.Services.GetService<MeterProvider>().ShouldNotBeNull();
        app.Services.GetService<LoggerProvider>().ShouldNotBeNull();
    }

    [Fact]
    public void Current_WithNoEndpoint_IsNothing()
    {
        using var span = new Activity("request").Start();
        span.ActivityTraceFlags = ActivityTraceFlags.Recorded;

        Traces.Current.ShouldBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00-4bf92f3577b34da6a3ce929d0e0e4736-01")]
    public async Task ContinueAsync_WithNoCause_RunsTheStep(string? cause) =>
        (await Traces.ContinueAsync("step", cause, _ => Task.FromResult(7))).ShouldBe(7);

    /// <summary>A name that is new in a template has to be put on one of the two lists.</summary>
    [Fact]
    public async Task Templates_OfAllLines_NameWhatIsExportedAndWhatIsNot()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in await Checkout.FilesAsync(".cs"))
        {
            if (file.StartsWith("functions/", StringComparison.Ordinal))
            {
                var templates = Lines.Matches(Checkout.Read(file)).Select(line => line.Groups["template"].Value);
                names.UnionWith(
                    templates.SelectMany(text => Places.Matches(text)).Select(name => name.Groups["name"].Value)
                );
            }
        }

        names.ShouldBe(LogFilter.Exported.Concat(Withheld), ignoreOrder: true);
    }

    [Fact]
    public void Docs_Metrics_AreThoseOfTheMeter()
    {
        var metrics = new Dictionary<string, string>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == AppMetrics.Name)
            {
                var kind = instrument is Counter<long> ? "counter" : "gauge";
                metrics[instrument.Name] = $"{kind}, {instrument.Unit}";
            }
        };
        AppMetrics.MeasureUnreadEvidence(TimeSpan.Zero);
        listener.Start();

        Rows("## Metrics")
            .ToDictionary(row => row[1].Trim(' ', '`'), row => row[2].Trim())
            .ShouldBe(metrics, ignoreOrder: true);
    }

    [Fact]
    public void Docs_Attributes_AreThoseOfSpans() =>
        Rows("## What is in a span")
            .SelectMany(row => Quoted.Matches(row[1]).Select(name => name.Groups["name"].Value))
            .ShouldBe(SpanTags.Exported, ignoreOrder: true);

    private static IEnumerable<string[]> Rows(string heading)
    {
        var text = Checkout.Read(Docs);
        var section = text[text.IndexOf($"{heading}\n", StringComparison.Ordinal)..];
        var end = section.IndexOf("\n## ", StringComparison.Ordinal);
        return (end < 0 ? section : section[..end])
            .Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|'));
    }

    [GeneratedRegex("LogLevel\\.\\w+,\\s+\"(?<template>[^\"]+)\"", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Lines { get; }

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Places { get; }

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Quoted { get; }
}
