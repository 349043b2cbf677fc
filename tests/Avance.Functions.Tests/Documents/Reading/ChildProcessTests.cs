using System.Diagnostics;
using System.Text;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Documents.Reading.ChildProcesses;

namespace Avance.Functions.Tests.Documents.Reading;

/// <summary>What a child may take, and that it ends with all that it started.</summary>
public sealed class ChildProcessTests
{
    [Fact]
    public async Task Run_Environment_HoldsNothingOfTheApp()
    {
        Environment.SetEnvironmentVariable("AVANCE_SECRET", "secreto");

        var output = await OutputAsync(Shell("env; pwd; ls -A; cat"));

        output.ShouldNotContain("secreto");
        output.ShouldContain("LANG=C.UTF-8");
        output.ShouldContain("avance-");
    }

    [Fact]
    public async Task Run_EnvironmentOfItsParent_CannotBeRead()
    {
        var output = await OutputAsync(
            Shell($"(cat /proc/{Environment.ProcessId}/environ > /dev/null && echo read) || echo closed")
        );

        output.ShouldBe("closed\n");
    }

    [Fact]
    public async Task Start_ThisAppAsAChild_GivesItNoSecrets()
    {
        Environment.SetEnvironmentVariable("AzureWebJobsStorage__accountKey", "secreto");
        using var pool = new ChildPool(new ReadingOptions(), TimeProvider.System);
        using var child = pool.Start();

        var environment = await OfAsync(child, "environ");

        environment
            .Select(variable => variable.Split('=')[0])
            .ShouldBe(
                [
                    "PATH",
                    "LANG",
                    "DOTNET_GCHeapHardLimit",
                    "DOTNET_gcConcurrent",
                    "DOTNET_EnableDiagnostics",
                    "DOTNET_TieredPGO",
                    "DOTNET_NOLOGO",
                ],
                ignoreOrder: true
            );
        (await OfAsync(child, "cmdline")).ShouldNotContain(argument => argument.Contains("secreto"));
    }

    private static async Task<string[]> OfAsync(RunningChild child, string what)
    {
        while (true)
        {
            var text = await File.ReadAllTextAsync($"/proc/{child.Id}/{what}", TestContext.Current.CancellationToken);
            if (text.Length > 0)
            {
                return text.Split('\0', StringSplitOptions.RemoveEmptyEntries);
            }

            // One program starts the next in its place, and there is nothing to see in between.
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Run_Arguments_PassThroughNoShell() =>
        (await OutputAsync(Command("echo", "$HOME;", "`id`", "a b"))).ShouldBe("$HOME; `id` a b\n");

    [Fact]
    public async Task Run_Network_IsNotThere()
    {
        // Not in a child: it has no capabilities to do so itself.
        var ways = "unshare --net true || unshare --map-root-user --net true";
        using var process = Process.Start("sh", ["-c", $"({ways}) 2> /dev/null"]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipUnless(process.ExitCode == 0, "This machine allows no network namespaces.");

        var interfaces = await OutputAsync(Shell("tail -n +3 /proc/net/dev | cut -d: -f1"));

        interfaces.Trim().ShouldBe("lo");
    }

    [Fact]
    public async Task Run_TimeIsOver_EndsItWithItsChildren()
    {
        var mark = $"98{Environment.ProcessId % 1000}";

        (await TroubleAsync(Shell($"sleep {mark} & sleep {mark}") with { Seconds = 1 })).ShouldBe(
            ReadTrouble.TookTooLong
        );

        var left = Process.GetProcessesByName("sleep").Where(process => Arguments(process).Contains(mark));
        // A process is told to end and ends a moment later.
        await Task.WhenAll(left.Select(process => process.WaitForExitAsync(TestContext.Current.CancellationToken)))
            .WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Run_ProcessorIsUsedUp_EndsIt() =>
        (await TroubleAsync(Shell("while :; do :; done") with { ProcessorSeconds = 1 })).ShouldBe(
            ReadTrouble.TookTooLong
        );

    [Fact]
    public async Task Run_TooMuchMemory_IsRefused() =>
        (
            await TroubleAsync(Shell("head -c 600000000 /dev/zero | tail -c 500000000") with { MemoryMegabytes = 100 })
        ).ShouldBe(ReadTrouble.TookTooMuchMemory);

    [Fact]
    public async Task Run_EndlessOutput_IsCutOff() =>
        (await TroubleAsync(Command("cat", "/dev/zero"))).ShouldBe(ReadTrouble.TooLarge);

    [Fact]
    public async Task Run_FileThatIsTooLong_IsCutOff() =>
        (await TroubleAsync(Shell("exec head -c 5000000 /dev/zero > file"))).ShouldBe(ReadTrouble.TooLarge);

    [Fact]
    public async Task Run_ToolThatIsNotThere_IsMissing() =>
        (await TroubleAsync(Command("no-such-tool"))).ShouldBe(ReadTrouble.ToolMissing);

    [Fact]
    public async Task Run_CallerGivesUp_IsNoTrouble()
    {
        using var caller = new CancellationTokenSource(200);

        await Should.ThrowAsync<OperationCanceledException>(() =>
            new ChildProcess(TimeProvider.System).ReadAsync(Command("sleep", "20"), caller.Token)
        );
    }

    [Fact]
    public async Task Run_InputThatIsNotReadToItsEnd_IsNoTrouble()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, new byte[1_000_000], TestContext.Current.CancellationToken);

            (await OutputAsync(Command("head", "-c", "3") with { Input = file })).ShouldBe("\0\0\0");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Arguments(Process process)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{process.Id}/cmdline"));
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return "";
        }
    }

    private static async Task<string> OutputAsync(ChildCommand command) =>
        (await new ChildProcess(TimeProvider.System).ReadAsync(command, TestContext.Current.CancellationToken)).Output;

    private static async Task<ReadTrouble> TroubleAsync(ChildCommand command) =>
        (await Should.ThrowAsync<UnreadableException>(() => OutputAsync(command))).Trouble;

    private static ChildCommand Shell(string script) => Command("sh", "-c", script);

    private static ChildCommand Command(string tool, params string[] arguments) =>
        new(tool, arguments)
        {
            MemoryMegabytes = 500,
            ProcessorSeconds = 5,
            Seconds = 10,
            OutputMegabytes = 1,
        };
}
