using System.CommandLine;
using System.Globalization;

namespace Avance.Samples;

/// <summary><c>load</c>: puts the sample plan into a running app and says where to look.</summary>
internal static class LoadCommand
{
    public static Command Create()
    {
        var command = new Command("load", "Import the sample plan into a running app.")
        {
            SharedOptions.Url,
            SharedOptions.Samples,
        };
        command.SetAction(
            async (arguments, cancellationToken) =>
            {
                using var api = new ApiClient(arguments.GetRequiredValue(SharedOptions.Url));
                var plan = new SamplePlan(api, arguments.GetRequiredValue(SharedOptions.Samples).FullName);
                var receipt = await plan.ImportAsync(dryRun: false, cancellationToken);
                await plan.ReopenAsync(TimeProvider.System, cancellationToken);
                var links = (
                    Unit: await plan.LinkAsync("OGRH", cancellationToken),
                    Secretariat: await plan.LinkAsync(null, cancellationToken)
                );
                await Console.Out.WriteLineAsync(Directions(api.Address, (int)receipt["rowsWritten"]!, links));
                return 0;
            }
        );
        return command;
    }

    private static string Directions(Uri address, int rows, (string Unit, string Secretariat) links) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""

            Avance is running at {address}. The sample plan is loaded ({rows} rows written).

              A unit's form      {links.Unit}
              The secretariat    {links.Secretariat}

              Health             {address}api/health
              The plan           curl -H 'X-Avance-Caller: {SamplePlan.Secretariat}' {address}api/plans/{SamplePlan.Id}
              A unit's goals     curl -H 'X-Avance-Caller: {SamplePlan.Reporter(
                "OGRH"
            )}' '{address}api/plans/{SamplePlan.Id}/activities?unit=OGRH&period={SamplePlan.Period}'
              Compile reports    curl -X POST -H 'X-Avance-Caller: {SamplePlan.Secretariat}' {address}api/plans/{SamplePlan.Id}/reports
              The report         curl -H 'X-Avance-Caller: {SamplePlan.Secretariat}' {address}api/plans/{SamplePlan.Id}/reports/{SamplePlan.Period}

            Ctrl-C stops the app and the storage. What you did is kept in .azurite/ for the next time.
            """
        );
}
