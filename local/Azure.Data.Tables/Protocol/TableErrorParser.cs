using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Protocol;

/// <summary>
/// Reads <c>{"odata.error":{"code":"…","message":{"value":"…"}}}</c>. In a transaction the message starts with the
/// index of the action that failed.
/// </summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions</remarks>
internal sealed class TableErrorParser : RequestFailedDetailsParser
{
    public const string FailedEntityIndex = "FailedEntity";

    public static TableErrorParser Instance { get; } = new();

    public override bool TryParse(
        Response response,
        [NotNullWhen(true)] out ResponseError? error,
        out IDictionary<string, string>? data
    )
    {
        error = null;
        data = null;
        try
        {
            using var document = JsonDocument.Parse(response.Content);
            if (
                document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("odata.error", out var details)
            )
            {
                return false;
            }

            var code = details.GetProperty("code").GetString();
            var message = details.GetProperty("message").GetProperty("value").GetString();
            error = new ResponseError(code, message);
            if (message is not null && TryParseIndex(message, out var index))
            {
                data = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    [FailedEntityIndex] = index.ToString(CultureInfo.InvariantCulture),
                };
            }

            return true;
        }
        catch (Exception notOurs) when (notOurs is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A proxy's page, or nothing: the status says enough.
            return false;
        }
    }

    private static bool TryParseIndex(string message, out int index)
    {
        index = -1;
        var colon = message.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out index);
    }
}
