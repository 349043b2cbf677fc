using System.Buffers;
using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Protocol;

namespace Azure.Data.Tables.Transactions;

/// <summary>Writes the actions as one change set of a multipart batch, straight into one buffer.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions</remarks>
internal sealed class TransactionContent : IDisposable
{
    // 100 of them stay below the 85,000 bytes from which on the collector treats an array as long-lived.
    private const int BytesPerAction = 800;
    private readonly ArrayBufferWriter<byte> buffer;
    private readonly Utf8JsonWriter json;
    private readonly string batch = $"batch_{Guid.NewGuid()}";
    private readonly string changeSet = $"changeset_{Guid.NewGuid()}";
    private readonly string table;

    /// <summary>Writes the actions.</summary>
    /// <param name="tableUri">The table's absolute address, which every action repeats.</param>
    /// <param name="actions">At least one.</param>
    public TransactionContent(Uri tableUri, IReadOnlyCollection<TableTransactionAction> actions)
    {
        table = tableUri.AbsoluteUri;
        buffer = new ArrayBufferWriter<byte>(actions.Count * BytesPerAction);
        json = new Utf8JsonWriter(buffer, EntityJson.WriterOptions);
        Text($"--{batch}\r\nContent-Type: multipart/mixed; boundary={changeSet}\r\n\r\n");
        foreach (var action in actions)
        {
            Text($"--{changeSet}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            Action(action);
        }

        Text($"--{changeSet}--\r\n\r\n--{batch}--\r\n");
    }

    public string ContentType => $"multipart/mixed; boundary={batch}";

    public RequestContent ToRequestContent() => RequestContent.Create(buffer.WrittenMemory);

    public void Dispose() => json.Dispose();

    private void Action(TableTransactionAction action)
    {
        var ifMatch = action.ETag == default ? null : action.ETag.ToString();
        switch (action.ActionType)
        {
            case TableTransactionActionType.Add:
                Write("POST", "", action.Entity, ifMatch: null, "Prefer: return-no-content\r\n");
                break;
            case TableTransactionActionType.UpdateMerge:
                Write("PATCH", EntityPath.Of(action.Entity), action.Entity, ifMatch);
                break;
            case TableTransactionActionType.UpdateReplace:
                Write("PUT", EntityPath.Of(action.Entity), action.Entity, ifMatch);
                break;
            case TableTransactionActionType.UpsertMerge:
                Write("PATCH", EntityPath.Of(action.Entity), action.Entity, ifMatch: null);
                break;
            case TableTransactionActionType.UpsertReplace:
                Write("PUT", EntityPath.Of(action.Entity), action.Entity, ifMatch: null);
                break;
            case TableTransactionActionType.Delete:
                Head("DELETE", EntityPath.Of(action.Entity));
                Text($"If-Match: {ifMatch ?? ETag.All.ToString()}\r\n\r\n");
                break;
            default:
                throw new InvalidOperationException($"Unknown action {action.ActionType}.");
        }
    }

    private void Write(string verb, string path, ITableEntity entity, string? ifMatch, string headers = "")
    {
        Head(verb, path);
        Text($"Content-Type: {TableService.Json}\r\n{headers}");
        if (ifMatch is not null)
        {
            Text($"If-Match: {ifMatch}\r\n");
        }

        Text("\r\n");
        EntityFormat.Write(json, entity);
        json.Flush();
        json.Reset();
        Text("\r\n");
    }

    private void Head(string verb, string path) =>
        Text(
            $"{verb} {table}{path} HTTP/1.1\r\nAccept: {TableService.JsonWithTypes}\r\nDataServiceVersion: {TableService.ProtocolVersion}\r\n"
        );

    private void Text(string text) => Encoding.UTF8.GetBytes(text, buffer);
}
