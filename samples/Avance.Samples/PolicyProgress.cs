using System.Globalization;
using System.Text.Json.Nodes;
using CsvHelper;

namespace Avance.Samples;

/// <summary>What bodies reported of an indicator of the sample policy in 2021, from <c>avances-2021.csv</c>.</summary>
/// <param name="Activity">Number of the indicator in the plan.</param>
/// <param name="Code">As the policy writes it.</param>
/// <param name="Year">Year of the target.</param>
/// <param name="Actual">The value obtained; null where there is none.</param>
/// <param name="Outcome">The outcome as the API calls it.</param>
/// <param name="Source">Where the value comes from.</param>
/// <param name="Reason">Why there is no value; empty where there is one.</param>
internal sealed record PolicyProgress(
    int Activity,
    string Code,
    int Year,
    decimal? Actual,
    string Outcome,
    string Source,
    string Reason
)
{
    public static IReadOnlyList<PolicyProgress> Read(string folder)
    {
        using var csv = new CsvReader(
            new StreamReader(Path.Combine(folder, "avances-2021.csv")),
            CultureInfo.InvariantCulture
        );
        var rows = new List<PolicyProgress>();
        csv.Read();
        while (csv.Read())
        {
            rows.Add(
                new PolicyProgress(
                    csv.GetField<int>(0),
                    csv.GetField(1)!,
                    csv.GetField<int>(2),
                    csv.GetField<decimal?>(3),
                    csv.GetField(4)!,
                    csv.GetField(5)!,
                    csv.GetField(6)!
                )
            );
        }

        return rows;
    }

    /// <summary>The submission of the indicator.</summary>
    /// <param name="submission">Its id, made by the client.</param>
    public JsonObject ToSubmission(Guid submission)
    {
        var goal = new JsonObject { ["year"] = Year, ["outcome"] = Outcome };
        if (Actual is { } actual)
        {
            goal["executed"] = actual;
        }
        else
        {
            goal["reason"] = Reason;
        }

        return new JsonObject
        {
            ["submissionId"] = submission.ToString(),
            ["action"] = "submit",
            ["goals"] = new JsonArray(goal),
            ["narrative"] = "Valor del indicador en 2021, como consta en el informe de cumplimiento de la política.",
            ["source"] = Source,
            ["improvementActions"] = Actual is null ? "Se coordinará la entrega de la información." : "",
        };
    }
}
