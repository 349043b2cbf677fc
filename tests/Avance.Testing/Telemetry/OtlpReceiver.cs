using System.Text;
using Avance.Testing.Telemetry.Protocol;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace Avance.Testing.Telemetry;

/// <summary>A receiver of OTLP over HTTP (protobuf) on a free port of the loopback address.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private const int Delta = 1;
    private const int Failed = 2;

    private readonly LoopbackService service;

    private OtlpReceiver(LoopbackService service) => this.service = service;

    /// <summary>The settings with which an app exports to it.</summary>
    public IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = service.Address.ToString(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        };

    public IReadOnlyList<ExportedSpan> Spans =>
        [
            .. from body in BodiesOf("/v1/traces")
            from resource in TraceRequest.Parser.ParseFrom(body).ResourceSpans
            from scope in resource.ScopeSpans
            from span in scope.Spans
            select new ExportedSpan(
                scope.Scope.Name,
                Hex(span.TraceId),
                Hex(span.SpanId),
                Hex(span.ParentSpanId),
                span.Name,
                ToTexts(span.Attributes),
                [.. span.Links.Select(link => (Hex(link.TraceId), Hex(link.SpanId)))],
                span.Status?.Code == Failed
            ),
        ];

    public IReadOnlyList<ExportedPoint> Points =>
        [
            .. from body in BodiesOf("/v1/metrics")
            from resource in MetricRequest.Parser.ParseFrom(body).ResourceMetrics
            from scope in resource.ScopeMetrics
            from metric in scope.Metrics
            from point in metric.Gauge?.DataPoints ?? metric.Sum?.DataPoints ?? []
            select new ExportedPoint(
                metric.Name,
                metric.Unit,
                metric.Gauge is not null,
                metric.Sum?.AggregationTemporality == Delta,
                point.Attributes.Count == 0 ? "" : ToTexts(point.Attributes).Values.Single(),
                point.AsDouble + point.AsInt
            ),
        ];

    public IReadOnlyList<ExportedLog> Logs =>
        [
            .. from body in BodiesOf("/v1/logs")
            from resource in LogRequest.Parser.ParseFrom(body).ResourceLogs
            from scope in resource.ScopeLogs
            from line in scope.LogRecords
            select new ExportedLog(
                scope.Scope?.Name ?? "",
                line.SeverityText,
                line.Body?.StringValue ?? "",
                Hex(line.TraceId),
                ToTexts(line.Attributes)
            ),
        ];

    /// <summary>All that arrived, as text: what is text in it can be searched.</summary>
    public string Everything =>
        string.Join('\n', service.Requests.Select(request => Encoding.UTF8.GetString(request.Body)));

    public static async Task<OtlpReceiver> StartAsync() =>
        new(await LoopbackService.StartAsync(new LoopbackAnswer(200, "", "application/x-protobuf")));

    public ValueTask DisposeAsync() => service.DisposeAsync();

    private IEnumerable<byte[]> BodiesOf(string path) =>
        service.Requests.Where(request => request.Path == path).Select(request => request.Body);

    private static Dictionary<string, string> ToTexts(RepeatedField<KeyValue> attributes) =>
        attributes.ToDictionary(
            attribute => attribute.Key,
            attribute =>
                attribute.Value.ValueCase switch
                {
                    AnyValue.ValueOneofCase.StringValue => attribute.Value.StringValue,
                    AnyValue.ValueOneofCase.IntValue => $"{attribute.Value.IntValue}",
                    _ => attribute.Value.ToString(),
                },
            StringComparer.Ordinal
        );

    private static string Hex(ByteString bytes) => Convert.ToHexStringLower(bytes.Span);
}
