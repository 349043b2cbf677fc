using System.Buffers;
using System.Text.Json;

namespace Avance.Functions.Persons;

/// <summary>All that the tables have of a person, as JSON that is written as it is found, plan by plan.</summary>
public sealed class PersonExport(PersonSearch search, PersonContacts contacts, Person person)
{
    public const string FileName = "datos-personales.json";

    public async Task WriteAsync(Stream output, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await using var json = new Utf8JsonWriter(
            buffer,
            new JsonWriterOptions { Encoder = Json.Options.Encoder, Indented = true }
        );
        json.WriteStartObject();
        json.WritePropertyName("person");
        JsonSerializer.Serialize(json, new { person.Address, person.ObjectId }, Json.Options);
        json.WriteStartArray("places");
        await foreach (var plan in search.ListAsync(cancellationToken))
        {
            await WriteAsync(json, plan, cancellationToken);
            // Also where nothing was found: what stands before the app ends connections that are silent.
            await SendAsync();
        }

        json.WriteEndArray();
        json.WritePropertyName("notSearched");
        JsonSerializer.Serialize(json, KeptData.All, Json.Options);
        json.WriteEndObject();
        await SendAsync();

        async Task SendAsync()
        {
            json.Flush();
            await output.WriteAsync(buffer.WrittenMemory, cancellationToken);
            await output.FlushAsync(cancellationToken);
            buffer.ResetWrittenCount();
        }
    }

    private async Task WriteAsync(Utf8JsonWriter json, PlanId? plan, CancellationToken cancellationToken)
    {
        json.WriteStartObject();
        json.WriteString("plan", plan?.ToString() ?? "");
        json.WriteStartArray("occurrences");
        if (plan is { } known)
        {
            foreach (var (unit, contact) in await contacts.FindAsync(known, person, cancellationToken))
            {
                var value = JsonSerializer.SerializeToNode(contact, Json.Options)!;
                Write(json, new PersonOccurrence("plans", $"{known} · plan", $"units.{unit.Code}.contacts", value));
            }
        }

        await foreach (var (table, row) in search.RowsAsync(plan, cancellationToken))
        {
            foreach (var occurrence in PersonColumns.Find(table, row, person))
            {
                Write(json, occurrence);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PersonOccurrence occurrence) =>
        JsonSerializer.Serialize(json, occurrence, Json.Options);
}
