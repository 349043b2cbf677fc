using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CsvHelper;

namespace Avance.Samples;

/// <summary>The sample work plan: imported, with some invented deliveries.</summary>
internal sealed class WorkPlanSample(ApiClient api, string samples)
{
    public const string Id = "conaig-2021-2022";
    public const string Period = "2022-II";
    public const string Secretariat = $"secretariat {Id}";

    private readonly SampleImport import = new(api, samples, Id, Period);

    /// <summary>Imports the work plan and reopens its last period, once.</summary>
    public async Task ImportAsync(CancellationToken cancellationToken)
    {
        await import.ImportAsync(dryRun: false, cancellationToken);
        await import.ReopenAsync(TimeProvider.System, cancellationToken);
    }

    /// <summary>A link to the secretariat's desk, which a developer's machine alone has.</summary>
    public Task<string> LinkAsync(CancellationToken cancellationToken) => import.LinkAsync(null, cancellationToken);

    /// <summary>Sends the deliveries of <c>entregas-2022-II.csv</c> that are not there yet.</summary>
    /// <returns>How many were sent.</returns>
    public async Task<int> SendAsync(CancellationToken cancellationToken)
    {
        var plan = await api.GetAsync($"api/plans/{Id}", Secretariat, cancellationToken);
        var bodies = plan["activities"]!
            .AsArray()
            .ToDictionary(
                activity => Demo.Number(activity!["number"]!),
                activity => (string)activity!["responsibleUnit"]!
            );
        var activities = plan["workPlan"]!["deliveries"]!
            .AsArray()
            .Select(delivery => (Product: (int)delivery!["product"]!, Activity: Demo.Number(delivery["activity"]!)))
            .ToDictionary(delivery => (delivery.Product, bodies[delivery.Activity]), delivery => delivery.Activity);
        var sent = 0;
        foreach (var (product, body, document) in Read())
        {
            var activity = activities[(product, body)];
            var address = $"api/plans/{Id}/periods/{Period}/activities/{activity}/progress";
            var progress = await api.GetAsync(address, Secretariat, cancellationToken);
            if ((int)progress["version"]! > 0)
            {
                continue;
            }

            await api.SendAsync(
                HttpMethod.Put,
                address,
                $"unit-reporter {Id} {body}",
                SamplePlan.JsonContentOf(Submission(product, body, document)),
                0,
                cancellationToken
            );
            sent++;
        }

        return sent;
    }

    private List<(int Product, string Body, string Document)> Read()
    {
        using var csv = new CsvReader(
            new StreamReader(Path.Combine(samples, Id, "entregas-2022-II.csv")),
            CultureInfo.InvariantCulture
        );
        var rows = new List<(int, string, string)>();
        csv.Read();
        while (csv.Read())
        {
            rows.Add((csv.GetField<int>(0), csv.GetField(1)!, csv.GetField(2)!));
        }

        return rows;
    }

    /// <summary>The same id each time, so that sending again is the same submission.</summary>
    private static JsonObject Submission(int product, string body, string document) =>
        new()
        {
            ["submissionId"] = new Guid(
                SHA256.HashData(Encoding.UTF8.GetBytes($"{Id}|{Period}|{product}|{body}")).AsSpan(0, 16)
            ),
            ["action"] = "submit",
            ["goals"] = new JsonArray(
                new JsonObject
                {
                    ["year"] = 2022,
                    ["outcome"] = "reported",
                    ["executed"] = 1,
                }
            ),
            ["narrative"] = "Entrega de ejemplo.",
            ["documentsCited"] = new JsonArray(document),
        };
}
