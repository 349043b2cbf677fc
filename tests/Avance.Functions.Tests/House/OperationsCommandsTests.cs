using System.Text.RegularExpressions;

namespace Avance.Functions.Tests.House;

/// <summary>The lines with <c>curl</c> of docs/operations.md, pasted into a shell as they are, against an app that runs.</summary>
public sealed partial class OperationsCommandsTests(AzuriteFixture azurite)
{
    private const string Plan = "psig-2022-2023";

    [Fact]
    public async Task Commands_OfTheGuide_DoWhatItSays()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/unzip"), "unzip is not installed.");
        await using var source = await StartAsync(hasPlan: true);
        await using var target = await StartAsync(hasPlan: false);
        var folder = Directory.CreateTempSubdirectory("avance-commands-");
        try
        {
            var said = new List<string>();
            foreach (var block in Blocks())
            {
                var place = block.Contains("/restores/", StringComparison.Ordinal) ? target : source;
                said.Add(await RunAsync(block, folder.FullName, place));
            }

            said.Count.ShouldBe(5);
            said[0].ShouldContain("\n200");
            said[1].ShouldContain(Plan);
            said[2].ShouldContain("\"rows\":");
            (await target.Secretariat(new PlanId(Plan)).GetAsync($"/api/plans/{Plan}")).ShouldBeOk();
            (await File.ReadAllTextAsync(Path.Combine(folder.FullName, "datos-personales.json"), Cancel)).ShouldContain(
                "\"notSearched\":"
            );
            said[4].ShouldContain("\"pseudonym\":\"persona-");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static IEnumerable<string> Blocks() =>
        Fences
            .Matches(Checkout.Read("docs/operations.md"))
            .Select(fence => fence.Groups["lines"].Value)
            .Where(lines => lines.Contains("curl ", StringComparison.Ordinal));

    private async Task<AppDriver> StartAsync(bool hasPlan)
    {
        var app = await AppDriver.StartAsync(azurite.NewAccount());
        if (hasPlan)
        {
            using var file = new ByteArrayContent(PlanFileBuilder.Sample(Plan).ToCsv());
            var import = $"/api/plans/{Plan}/import";
            (await app.Secretariat(new PlanId(Plan)).SendAsync(HttpMethod.Post, import, null, file)).ShouldBeOk();
        }

        return app;
    }

    private static async Task<string> RunAsync(string lines, string folder, AppDriver app)
    {
        var result = await Tool.ResultAsync(
            "bash",
            ["-c", $"set -e\ncd '{folder}'\n{lines}"],
            ("AVANCE", app.Address.ToString().TrimEnd('/')),
            ("CALLER", "X-Avance-Caller: national-secretariat")
        );
        result.ExitCode.ShouldBe(0, $"{lines}\n{result.Output}{result.Error}");
        return result.Output;
    }

    [GeneratedRegex("^```\\n(?<lines>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline, 1_000)]
    private static partial Regex Fences { get; }
}
