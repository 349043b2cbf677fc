namespace Avance.FunctionsHost.Tests.Hosts;

public sealed class ProgramTests
{
    [Theory]
    [InlineData(2, "Usage: ")]
    [InlineData(2, "Usage: ", "folder", "http://localhost:1", "more")]
    [InlineData(2, "Usage: ", "folder", "localhost:7071")]
    [InlineData(1, "There is no app in ", "/no/such/folder")]
    public async Task Run_ArgumentsThatCannotBe_SaysWhatIsWrong(int exitCode, string message, params string[] arguments)
    {
        await using var host = HostProcess.Run(arguments);

        (await host.WaitForExitAsync()).ShouldBe(exitCode);

        host.Output.ShouldContain(message);
        host.Output.ShouldNotContain("   at ");
    }
}
