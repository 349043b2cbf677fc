using System.Text.Json.Nodes;
using Spectre.Console;

namespace Avance.Samples;

/// <summary>Has the secretariat remind every unit that owes something, and shows what became of the mails.</summary>
internal sealed class DemoReminders(ApiClient api, IAnsiConsole console)
{
    private const string Reminders = $"api/plans/{SamplePlan.Id}/periods/{SamplePlan.Period}/reminders";

    public async Task<string> SendAsync(CancellationToken cancellationToken)
    {
        var owing = (await ReadAsync(cancellationToken))["next"]!.AsArray();
        foreach (var unit in owing)
        {
            var body = new JsonObject { ["requestId"] = Guid.NewGuid(), ["unit"] = (string)unit!["unit"]! };
            await api.SendAsync(
                HttpMethod.Post,
                $"{Reminders}/send",
                SamplePlan.Secretariat,
                SamplePlan.JsonContentOf(body),
                cancellationToken: cancellationToken
            );
        }

        var mails = await WaitAsync(cancellationToken);
        Print(mails);
        return mails.Count >= owing.Count
            ? $"{mails.Count} correos a {owing.Count} unidades, en /dev/mail mientras la aplicación corre"
            : throw new DemoException($"{owing.Count} units owe something and {mails.Count} mails went out.");
    }

    /// <summary>Fires the timer until every mail has been handed over.</summary>
    private async Task<IReadOnlyList<JsonNode>> WaitAsync(CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            await api.SendAsync(
                HttpMethod.Post,
                "admin/functions/SendMail",
                null,
                SamplePlan.JsonContentOf(new JsonObject { ["input"] = "" }),
                cancellationToken: cancellationToken
            );
            await Task.Delay(200, cancellationToken);
            var sent = (await ReadAsync(cancellationToken))["sent"]!.AsArray();
            if (sent.All(mail => (string?)mail!["state"] == "accepted"))
            {
                return [.. sent.Select(mail => mail!)];
            }
        }

        throw new DemoException("Not all reminders were sent.");
    }

    private Task<JsonNode> ReadAsync(CancellationToken cancellationToken) =>
        api.GetAsync(Reminders, SamplePlan.Secretariat, cancellationToken);

    private void Print(IEnumerable<JsonNode> mails)
    {
        var table = new Table().Title("Recordatorios enviados").AddColumns("Unidad", "Para", "Correo");
        foreach (var mail in mails.OrderBy(mail => (string?)mail["unit"], StringComparer.Ordinal))
        {
            table.AddRow(
                Markup.Escape((string?)mail["unit"] ?? ""),
                Markup.Escape((string?)mail["name"] ?? ""),
                Markup.Escape((string?)mail["to"] ?? "")
            );
        }

        console.Write(table);
    }
}
