using System.Text.Json.Nodes;
using Avance.Samples.Evidence;

namespace Avance.Samples;

/// <summary>What a unit of the sample plan claims, and the files that it gives as proof, from <c>claims.json</c>.</summary>
/// <param name="IsSent">False for the one that its unit forgets.</param>
/// <param name="Progress">The body of the submission, without its id and action.</param>
/// <param name="Files">Paths of the files.</param>
internal sealed record DemoClaim(
    int Activity,
    string Unit,
    bool IsSent,
    JsonObject Progress,
    IReadOnlyList<string> Files
)
{
    public static IReadOnlyList<DemoClaim> Read(string folder) =>
        [
            .. JsonNode
                .Parse(File.ReadAllText(Path.Combine(folder, EvidenceSample.ClaimsFile)))!
                .AsArray()
                .Select(claim => new DemoClaim(
                    (int)claim!["activity"]!,
                    (string)claim["unit"]!,
                    (bool)claim["sent"]!,
                    claim["progress"]!.AsObject(),
                    [.. claim["files"]!.AsArray().Select(file => Path.Combine(folder, (string)file!))]
                )),
        ];
}
