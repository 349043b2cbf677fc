using System.Runtime.CompilerServices;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Avance.Functions.Telemetry;

/// <summary>
/// Exports spans, metrics and logs to Azure Monitor where <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c> is set, and by OTLP where
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is. With neither, nothing of OpenTelemetry is loaded.
/// </summary>
public static class TelemetryRegistration
{
    private const string Monitor = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string MonitorSignIn = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";
    private const string Otlp = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static FunctionsApplicationBuilder AddTelemetry(this FunctionsApplicationBuilder builder)
    {
        var exportsToMonitor = !string.IsNullOrEmpty(builder.Configuration[Monitor]);
        var exportsByOtlp = !string.IsNullOrEmpty(builder.Configuration[Otlp]);
        if (exportsToMonitor || exportsByOtlp)
        {
            Export(builder, exportsToMonitor, exportsByOtlp);
        }

        return builder;
    }

    // Apart, so that a start without telemetry does not load the assemblies that this names.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Export(FunctionsApplicationBuilder builder, bool exportsToMonitor, bool exportsByOtlp)
    {
        // Without baggage: it would pass what a client sends to SendGrid and Graph.
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
        var monitor = builder.Configuration[Monitor];
        var signIn = builder.Configuration[MonitorSignIn];
        builder.Logging.AddFilter<OpenTelemetryLoggerProvider>(null, LogLevel.Warning);
        builder.Logging.AddFilter<OpenTelemetryLoggerProvider>(nameof(Avance), LogLevel.Information);
        builder
            .Services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithTracing(traces =>
            {
                traces.AddSource(Traces.Name).AddHttpClientInstrumentation().AddProcessor(new SpanFilter());
                if (exportsToMonitor)
                {
                    traces.AddAzureMonitorTraceExporter(SendToMonitor);
                }

                if (exportsByOtlp)
                {
                    traces.AddOtlpExporter();
                }
            })
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(AppMetrics.Name);
                if (exportsToMonitor)
                {
                    metrics.AddAzureMonitorMetricExporter(SendToMonitor);
                }

                if (exportsByOtlp)
                {
                    // As Azure Monitor has it: a gauge that is not measured again is not exported again.
                    metrics.AddOtlpExporter(
                        (_, reader) => reader.TemporalityPreference = MetricReaderTemporalityPreference.Delta
                    );
                }
            })
            .WithLogging(
                logs =>
                {
                    logs.AddProcessor(new LogFilter());
                    if (exportsToMonitor)
                    {
                        logs.AddAzureMonitorLogExporter(SendToMonitor);
                    }

                    if (exportsByOtlp)
                    {
                        logs.AddOtlpExporter();
                    }
                },
                options => options.ParseStateValues = true
            );

        void SendToMonitor(AzureMonitorExporterOptions options)
        {
            options.ConnectionString = monitor;
            options.Credential = CredentialOf(signIn);
            // All of them: what is dropped of a trace is missing from the way from the form to the report.
            options.TracesPerSecond = null;
            options.SamplingRatio = 1;
        }
    }

    /// <summary>The same setting signs in the Functions host: <c>ClientId=…;Authorization=AAD</c>.</summary>
    private static DefaultAzureCredential? CredentialOf(string? signIn) =>
        signIn?.Contains("Authorization=AAD", StringComparison.OrdinalIgnoreCase) == true
            ? new DefaultAzureCredential()
            : null;
}
