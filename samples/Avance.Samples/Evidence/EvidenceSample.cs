using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Avance.Samples.Evidence.Claims;
using Avance.Samples.Evidence.Expected;

namespace Avance.Samples.Evidence;

/// <summary>The sample evidence: files, what is claimed with them, and what is to be found in them.</summary>
public static class EvidenceSample
{
    public const string ClaimsFile = "claims.json";
    public const string ExpectedFile = "expected.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static IReadOnlyList<SampleClaim> Claims =>
        [
            .. DirectionClaims.All,
            .. OfficeClaims.All,
            .. OgrhClaims.All,
            .. OgrhCourseClaims.All,
            .. AuroraClaims.All,
            .. ConadisClaims.All,
            .. ConadisCampaignClaims.All,
            .. InabifClaims.All,
            .. InabifReportClaims.All,
        ];

    /// <summary>All files of the folder by their names: the same bytes on every machine, whenever they are made.</summary>
    /// <exception cref="InvalidOperationException">Two claims mean different files by one name.</exception>
    public static IReadOnlyDictionary<string, byte[]> Files()
    {
        var claims = Claims.OrderBy(claim => claim.Activity).ToList();
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in claims.SelectMany(claim => claim.Files))
        {
            if (!files.TryAdd(file.Name, file.Content) && !files[file.Name].AsSpan().SequenceEqual(file.Content))
            {
                throw new InvalidOperationException($"Two files are called {file.Name}.");
            }
        }

        files.Add(ClaimsFile, Json(claims.Select(Claim)));
        files.Add(ExpectedFile, Json(Expected(claims)));
        return files;
    }

    /// <summary>The notes in a file <see cref="ExpectedFile"/>.</summary>
    public static ExpectedNotes ReadExpected(string file) =>
        JsonSerializer.Deserialize<ExpectedNotes>(File.ReadAllText(file), Options)!;

    private static byte[] Json(object content) =>
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(content, Options) + "\n");

    private static JsonObject Claim(SampleClaim claim)
    {
        var goal = new JsonObject { ["year"] = claim.GoalYear };
        if (claim.Executed is { } executed)
        {
            goal["outcome"] = "reported";
            goal["executed"] = executed;
        }
        else
        {
            goal["outcome"] = "notQuantified";
            goal["reason"] = "No se llevó la cuenta de las personas.";
        }

        return new JsonObject
        {
            ["activity"] = claim.Activity,
            ["unit"] = claim.Unit,
            ["period"] = SamplePlan.Period,
            ["sent"] = claim.IsSent,
            ["progress"] = new JsonObject
            {
                ["goals"] = new JsonArray(goal),
                ["narrative"] = claim.Narrative,
                ["documentsCited"] = Texts(claim.Cited),
                ["problems"] = claim.Problems,
                ["improvementActions"] = claim.Actions,
            },
            ["files"] = Texts(claim.Files.Select(file => file.Name)),
        };
    }

    private static ExpectedNotes Expected(List<SampleClaim> claims) =>
        new(
            [
                .. claims
                    .SelectMany(claim => claim.Files)
                    .DistinctBy(file => file.Name, StringComparer.Ordinal)
                    .SelectMany(file => file.Documents),
            ],
            [
                .. claims.SelectMany(claim =>
                    claim.Findings.Select(finding => new ExpectedFinding(
                        claim.Activity,
                        finding.Code,
                        finding.File,
                        finding.About
                    ))
                ),
            ]
        );

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
