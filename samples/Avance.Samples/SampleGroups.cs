using System.Text.Json.Nodes;

namespace Avance.Samples;

/// <summary>
/// The working groups of the sample: that of the sample plan with a session, and two of the national register, one of which
/// follows the sample work plan.
/// </summary>
internal sealed class SampleGroups(ApiClient api, string samples)
{
    private const string National = "national-secretariat";

    /// <summary>Registers what is not there yet; what somebody has changed since stays.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(samples, "groups", "groups.json"), cancellationToken);
        var registered = (await api.GetAsync("api/groups", National, cancellationToken))
            .AsArray()
            .ToDictionary(group => (string)group!["id"]!, group => group!, StringComparer.Ordinal);
        foreach (var entry in JsonNode.Parse(text)!.AsArray().Select(entry => entry!))
        {
            var group = entry["group"]!;
            var plan = (string?)entry["plan"];
            if (plan is not null)
            {
                await LoadAsync(plan, group, entry["sessions"]!.AsObject(), cancellationToken);
            }
            else
            {
                var known =
                    registered.GetValueOrDefault((string)group["id"]!)
                    ?? await PutAsync($"api/groups/{group["id"]}", National, group, cancellationToken);
                await LinkAsync(known!, (string?)entry["follows"], cancellationToken);
            }
        }
    }

    /// <summary>Gives a group its plan, unless the group has been changed or the plan has another one.</summary>
    private async Task LinkAsync(JsonNode group, string? plan, CancellationToken cancellationToken)
    {
        if (
            plan is null
            || (int)group["version"]! > 1
            || await api.FindAsync($"api/plans/{plan}/group", $"secretariat {plan}", cancellationToken) is not null
        )
        {
            return;
        }

        await api.SendAsync(
            HttpMethod.Put,
            $"api/groups/{group["id"]}/plans",
            National,
            SamplePlan.JsonContentOf(new JsonObject { ["plans"] = new JsonArray(plan) }),
            1,
            cancellationToken
        );
    }

    private async Task LoadAsync(string plan, JsonNode group, JsonObject sessions, CancellationToken cancellationToken)
    {
        var path = $"api/plans/{plan}/group";
        var caller = $"secretariat {plan}";
        if (await api.FindAsync(path, caller, cancellationToken) is null)
        {
            await PutAsync(path, caller, group, cancellationToken);
        }

        foreach (var (id, session) in sessions)
        {
            var address = $"{path}/sessions/{id}";
            if (await api.FindAsync(address, caller, cancellationToken) is null)
            {
                await PutAsync(address, caller, session!, cancellationToken);
            }
        }
    }

    private Task<JsonNode?> PutAsync(string path, string caller, JsonNode body, CancellationToken cancellationToken) =>
        api.SendAsync(HttpMethod.Put, path, caller, SamplePlan.JsonContentOf(body), 0, cancellationToken);
}
