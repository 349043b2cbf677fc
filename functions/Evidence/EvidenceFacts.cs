using System.Text.Json.Serialization;
using Avance.Functions.Documents;
using Azure;

namespace Avance.Functions.Evidence;

/// <summary>The facts of a file: the file itself first, then the documents in it, in their order.</summary>
/// <param name="NextPage">The page at which the next run continues; null when no pages are left to recognise.</param>
public sealed record EvidenceFacts(ValueList<ExtractedDocument> Documents, int? NextPage = null)
{
    /// <summary>The ETag of the blob that this was loaded from.</summary>
    [JsonIgnore]
    public ETag ETag { get; init; }
}
