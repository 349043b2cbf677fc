using System.Text.Json;

namespace Avance.FunctionsHost.TestApp;

internal sealed class TimerFunctions(Calls calls)
{
    // What the timer that fires each second does, until it is told something else.
    private static volatile Instruction current = new("every-second");

    [Function("EverySecond")]
    public Task EverySecond([TimerTrigger("* * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        calls.RunAsync(current, Data(timer), cancellationToken);

    [Function("InstructTimer")]
    public static async Task<IResult> Instruct(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "every-second")] HttpRequest request
    )
    {
        current = (await JsonSerializer.DeserializeAsync<Instruction>(request.Body, JsonSerializerOptions.Web))!;
        return Results.NoContent();
    }

    /// <summary>Fires on the 29th of February: only a call out of turn starts it.</summary>
    [Function("LeapDay")]
    public Task LeapDay([TimerTrigger("0 0 0 29 2 *")] TimerInfo timer, CancellationToken cancellationToken) =>
        calls.RunAsync(new Instruction("leap-day"), Data(timer), cancellationToken);

    private static Dictionary<string, string?> Data(TimerInfo timer) =>
        new(StringComparer.Ordinal)
        {
            ["isPastDue"] = $"{timer.IsPastDue}",
            ["next"] = timer.ScheduleStatus?.Next.ToString("O"),
        };
}
