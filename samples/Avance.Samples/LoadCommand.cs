using System.CommandLine;
using System.Globalization;

namespace Avance.Samples;

/// <summary><c>load</c>: puts the sample plan into a running app and says where to look.</summary>
internal static class LoadCommand
{
    private const string WordOfTheYear = """{"format":"word","scope":"year"}""";

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
                try
                {
                    await Console.Out.WriteLineAsync(await LoadAsync(api, plan, cancellationToken));
                    return 0;
                }
                catch (Exception error) when (error is DemoException or HttpRequestException)
                {
                    await Console.Error.WriteLineAsync($"The sample plan could not be loaded: {error.Message}");
                    await Console.Error.WriteLineAsync("To start over with an empty storage, delete .azurite/.");
                    return 1;
                }
            }
        );
        return command;
    }

    private static async Task<string> LoadAsync(ApiClient api, SamplePlan plan, CancellationToken cancellationToken)
    {
        await plan.ImportAsync(dryRun: false, cancellationToken);
        await plan.ReopenAsync(TimeProvider.System, cancellationToken);
        await plan.ImportBalanceAsync(cancellationToken);
        await plan.RecordAchievementsAsync(cancellationToken);
        var policy = new PolicySample(api, plan.Samples);
        await policy.ImportAsync(cancellationToken);
        await policy.SendAsync(cancellationToken);
        var workPlan = new WorkPlanSample(api, plan.Samples);
        await workPlan.ImportAsync(cancellationToken);
        await workPlan.SendAsync(cancellationToken);
        await new SampleGroups(api, plan.Samples).LoadAsync(cancellationToken);
        // Whoever plays with the plan may have renamed or replaced it.
        var unit = await plan.CodeOfAsync("OGRH", cancellationToken);
        var links = (
            Unit: await plan.LinkAsync(unit, cancellationToken),
            Secretariat: await plan.LinkAsync(null, cancellationToken),
            Body: await policy.LinkAsync("MIMP", cancellationToken),
            OfPolicy: await policy.LinkAsync(null, cancellationToken),
            OfWorkPlan: await workPlan.LinkAsync(cancellationToken)
        );
        return Directions(api.Address, unit, links);
    }

    private static string Directions(
        Uri address,
        string unit,
        (string Unit, string Secretariat, string Body, string OfPolicy, string OfWorkPlan) links
    ) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""

            Avance is running at {address}. The sample plan, a policy, a work plan and working groups are loaded.

              A unit's form      {links.Unit}
              The secretariat    {links.Secretariat}
              A body's form      {links.Body}
              A policy's desk    {links.OfPolicy}
              A work plan's desk {links.OfWorkPlan}

              Health             {address}api/health
              The plan           curl -H 'X-Avance-Caller: {SamplePlan.Secretariat}' {address}api/plans/{SamplePlan.Id}
              A unit's goals     curl -H 'X-Avance-Caller: {SamplePlan.Reporter(
                unit
            )}' '{address}api/plans/{SamplePlan.Id}/activities?unit={unit}&period={SamplePlan.Period}'
              The working group  curl -H 'X-Avance-Caller: {SamplePlan.Secretariat}' {address}api/plans/{SamplePlan.Id}/group
              Compile reports    curl -X POST -H 'X-Avance-Caller: {SamplePlan.Secretariat}' {address}api/plans/{SamplePlan.Id}/reports
              The report         curl -H 'X-Avance-Caller: {SamplePlan.Secretariat}' {address}api/plans/{SamplePlan.Id}/reports/{SamplePlan.Period}
              Make the Word file curl -X POST -H 'X-Avance-Caller: {SamplePlan.Secretariat}' -H 'Content-Type: application/json' -d '{WordOfTheYear}' {address}api/plans/{SamplePlan.Id}/reports/{SamplePlan.Period}/exports
              What was made      curl -H 'X-Avance-Caller: {SamplePlan.Secretariat}' {address}api/plans/{SamplePlan.Id}/reports/{SamplePlan.Period}/exports

            Ctrl-C stops the app and the storage. What you did is kept in .azurite/ for the next time.
            """
        );
}
