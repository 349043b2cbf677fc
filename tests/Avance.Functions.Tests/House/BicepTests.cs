using System.Reflection;
using Avance.Functions.Evidence;
using Avance.Testing;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Tests.House;

/// <summary>The syntax of the Bicep files: there may be no compiler, so a grammar reads them.</summary>
public sealed class BicepTests
{
    [Fact]
    public async Task Check_BicepFilesOfTheDeployment_Parse()
    {
        var output = await CheckAsync();

        var files = await Checkout.FilesAsync(".bicep", ".bicepparam");
        output.ShouldBe($"{files.Length} Bicep files parse.\n");
    }

    [Theory]
    [InlineData("broken.bicep", "param a string\n\nresource x 'y@z' = {\n  name: \n", "broken.bicep:3:")]
    [InlineData("missing.bicep", "param a string\nparam b string = 'x\n", "missing.bicep:")]
    [InlineData("broken.bicepparam", "using 'main.bicep'\n\nparam = 3\n", "broken.bicepparam:3:")]
    public async Task Check_BrokenFile_FailsWithItsLine(string name, string text, string expected)
    {
        var folder = Directory.CreateTempSubdirectory("avance-bicep-");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, name),
                text,
                TestContext.Current.CancellationToken
            );

            var error = await Should.ThrowAsync<InvalidOperationException>(() => CheckAsync(folder.FullName));

            error.Message.ShouldContain(expected);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Check_FolderWithoutBicep_Fails()
    {
        var folder = Directory.CreateTempSubdirectory("avance-bicep-");
        try
        {
            var error = await Should.ThrowAsync<InvalidOperationException>(() => CheckAsync(folder.FullName));

            error.Message.ShouldContain("no Bicep file");
        }
        finally
        {
            folder.Delete();
        }
    }

    [Fact]
    public async Task Modules_ResourcesOfTheDeployment_AreNamedInMain()
    {
        var main = Checkout.Read("infra/main.bicep");

        (await Checkout.FilesAsync(".bicep"))
            .Where(file => file.StartsWith("infra/modules/", StringComparison.Ordinal))
            .Where(file => !main.Contains($"'{file["infra/".Length..]}'"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void EvidenceEvents_BlobTrigger_IsToldOfItsContainer()
    {
        var trigger = typeof(ReadEvidenceTriggers)
            .GetMethods()
            .SelectMany(method => method.GetParameters(), (method, parameter) => (method, parameter))
            .Select(item => (item.method, Blob: item.parameter.GetCustomAttribute<BlobTriggerAttribute>()))
            .Single(item => item.Blob is not null);

        trigger.Blob!.Source.ShouldBe(BlobTriggerSource.EventGrid);
        var events = Checkout.Read("infra/evidence-events.bicep");
        var function = trigger.method.GetCustomAttribute<FunctionAttribute>()!.Name;
        events.ShouldContain($"functionName=Host.Functions.{function}&");
        events.ShouldContain($"/containers/{EvidenceBlobs.Container}/blobs/");
    }

    private static Task<string> CheckAsync(params string[] folder)
    {
        Directory
            .Exists(RepositoryRoot.File("infra/node_modules/tree-sitter-bicep"))
            .ShouldBeTrue("The grammar is not installed: run ./test once, or `npm ci` in infra.");
        return Tool.RunAsync("node", ["infra/check.mjs", .. folder]);
    }
}
