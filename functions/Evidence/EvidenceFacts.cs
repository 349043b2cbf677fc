using System.Text.Json.Serialization;
using Avance.Functions.Documents;
using Azure;

namespace Avance.Functions.Evidence;

/// <summary>What was read of a file: itself first, then the documents in it, in their order.</summary>
/// <param name="NextPage">Where reading goes on, while pages are left to recognise; else null.</param>
public sealed record EvidenceFacts(ValueList<ExtractedDocument> Documents, int? NextPage = null)
{
    /// <summary>Of the blob that it was read from.</summary>
    [JsonIgnore]
    public ETag ETag { get; init; }
}
