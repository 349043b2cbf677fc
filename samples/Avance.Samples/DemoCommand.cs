using System.CommandLine;
using System.Globalization;
using Spectre.Console;

namespace Avance.Samples;

/// <summary><c>demo</c>: plays the whole job against a running app and compares the result with what was published.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var command = new Command("demo", "Play the whole job over HTTP and compare it with the published report.")
        {
            SharedOptions.Url,
            SharedOptions.Samples,
            SharedOptions.Output,
        };
        command.SetAction(
            async (arguments, cancellationToken) =>
            {
                using var api = new ApiClient(arguments.GetRequiredValue(SharedOptions.Url));
                var plan = new SamplePlan(api, arguments.GetRequiredValue(SharedOptions.Samples).FullName);
                try
                {
                    var demo = new Demo(
                        api,
                        plan,
                        arguments.GetRequiredValue(SharedOptions.Output),
                        AnsiConsole.Console
                    );
                    await demo.RunAsync(cancellationToken);
                    return 0;
                }
                catch (Exception error) when (error is DemoException or HttpRequestException)
                {
                    AnsiConsole.MarkupLineInterpolated(
                        CultureInfo.InvariantCulture,
                        $"[red]La demostración se detuvo:[/] {error.Message}"
                    );
                    return 1;
                }
            }
        );
        return command;
    }
}
