using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Tests.House;

/// <summary>docs/functions.md names the functions of the code.</summary>
public sealed partial class FunctionDocsTests
{
    [Fact]
    public void Docs_TableOfFunctions_NamesEachFunctionOnce() =>
        Rows().Select(row => row.Name).ShouldBe(HttpFunction.FunctionMethods.Select(NameOf), ignoreOrder: true);

    [Fact]
    public void Docs_TableOfFunctions_SaysWhatTriggersEach()
    {
        var triggers = HttpFunction.FunctionMethods.ToDictionary(NameOf, TriggerOf);

        Rows()
            .Where(row => !Agree(row.Trigger, triggers[row.Name]))
            .Select(row => $"{row.Name}: {row.Trigger}, not {triggers[row.Name]}")
            .ShouldBeEmpty();
    }

    private static IEnumerable<(string Name, string Trigger)> Rows() =>
        FunctionRow()
            .Matches(Checkout.Read("docs/functions.md"))
            .Select(row => (row.Groups["name"].Value, row.Groups["trigger"].Value));

    private static string NameOf(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>()!.Name;

    private static string TriggerOf(MethodInfo method) =>
        method
            .GetParameters()
            .SelectMany(parameter => parameter.GetCustomAttributes())
            .Select(attribute =>
                attribute switch
                {
                    HttpTriggerAttribute { Methods: { Length: > 0 } verbs } http =>
                        $"`{string.Join(' ', verbs).ToUpperInvariant()} /{http.Route}`",
                    HttpTriggerAttribute http => $"any method, `/{http.Route}`",
                    TimerTriggerAttribute timer => $"timer, `{timer.Schedule.Trim('%')}`",
                    QueueTriggerAttribute queue => $"queue `{queue.QueueName}`",
                    _ => null,
                }
            )
            .OfType<string>()
            .Single();

    /// <summary>The table says … for the beginning that routes share, and which parameters the query may have.</summary>
    private static bool Agree(string inDocs, string trigger)
    {
        var path = Query().Replace(inDocs, "");
        var cut = path.IndexOf('…', StringComparison.Ordinal);
        return cut < 0
            ? path == trigger
            : trigger.StartsWith(path[..cut], StringComparison.Ordinal)
                && trigger.EndsWith(path[(cut + 1)..], StringComparison.Ordinal);
    }

    [GeneratedRegex(
        @"^\| `(?<name>\w+)` \| (?<trigger>[^|]+) \|",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex FunctionRow();

    [GeneratedRegex(@"\?[^`]*", RegexOptions.None, 1000)]
    private static partial Regex Query();
}
