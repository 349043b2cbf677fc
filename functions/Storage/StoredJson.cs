using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Avance.Functions.Storage;

/// <summary>
/// The JSON of what is kept in tables, blobs and queues. Another version of the app may have written it: an unknown member
/// is ignored, and a missing one has a default (<see cref="StoredDefaults"/>).
/// </summary>
public static class StoredJson
{
    public static JsonSerializerOptions Options { get; } =
        Json.Create(
            JsonUnmappedMemberHandling.Skip,
            new DefaultJsonTypeInfoResolver { Modifiers = { StoredDefaults.Apply } }
        );
}
