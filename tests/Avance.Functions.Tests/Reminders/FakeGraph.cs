using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Graph;

namespace Avance.Functions.Tests.Reminders;

/// <summary>
/// A directory with one group, which comes in two pages and changes once. It throttles, fails, and is not there when most
/// reminders of the second period are due.
/// </summary>
public sealed class FakeGraph(TimeProvider clock, int seed) : HttpMessageHandler
{
    private const int MostFailures = 2;
    private static readonly DateTimeOffset Moves = TestPlan.Opens.AddMonths(-6).AddDays(20);

    private readonly Lock gate = new();
    private readonly Random random = new(seed);
    private readonly List<string> wrongs = [];
    private readonly List<(DateTimeOffset At, HashSet<string> Members)> told = [];
    private readonly HashSet<DateTimeOffset> crashes = [];
    private (DateTimeOffset At, DateTimeOffset Until)? pause;
    private int failures;

    public static Guid Group { get; } = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");

    /// <summary>What it was asked that it should not have been.</summary>
    public IReadOnlyList<string> Wrongs => wrongs;

    /// <summary>How often it asked to be left in peace.</summary>
    public int Throttled { get; private set; }

    /// <summary>When it first told of a person whose account is enabled, to somebody who lived to write it down.</summary>
    public DateTimeOffset? ToldAt(string address)
    {
        lock (gate)
        {
            return told.Where(list => list.Members.Contains(address) && !crashes.Contains(list.At))
                .Select(list => (DateTimeOffset?)list.At)
                .Min();
        }
    }

    /// <summary>When it first told no longer of a person that it had told of, to somebody who lived to write it down.</summary>
    public DateTimeOffset? GoneAt(string address)
    {
        lock (gate)
        {
            return told.SkipWhile(list => !list.Members.Contains(address))
                .Where(list => !list.Members.Contains(address) && !crashes.Contains(list.At))
                .Select(list => (DateTimeOffset?)list.At)
                .Min();
        }
    }

    /// <summary>A process died: what it was told at this hour it may not have lived to write down.</summary>
    public void Crash()
    {
        lock (gate)
        {
            crashes.Add(clock.GetUtcNow());
            pause = null;
        }
    }

    public GraphServiceClient CreateClient() => new(GraphClientFactory.Create(finalHandler: this));

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        lock (gate)
        {
            return Task.FromResult(Answer(request.RequestUri!, clock.GetUtcNow()));
        }
    }

    private HttpResponseMessage Answer(Uri address, DateTimeOffset now)
    {
        // Another instance may be asking at the very moment.
        if (pause is { } peace && now > peace.At && now < peace.Until)
        {
            wrongs.Add($"The directory was asked at {now:u}, before {peace.Until:u}.");
        }

        if (now > TestPlan.Due.AddDays(-21) && now < TestPlan.Due.AddDays(8))
        {
            throw new HttpRequestException("There is no directory.");
        }

        // It is asked when somebody is to be reminded, a few times in a period: now and then it must answer.
        var kind = failures >= MostFailures ? int.MaxValue : random.Next(10);
        failures++;
        return (Throttled == 0 ? 0 : kind) switch
        {
            0 or 1 => Throttle(HttpStatusCode.TooManyRequests, now.AddMinutes(random.Next(1, 300)), isDate: false),
            2 => Throttle(HttpStatusCode.ServiceUnavailable, now.AddHours(2), isDate: true),
            3 => new HttpResponseMessage(HttpStatusCode.InternalServerError),
            _ => Page(address.Query.Contains("skiptoken", StringComparison.Ordinal)),
        };

        HttpResponseMessage Throttle(HttpStatusCode status, DateTimeOffset until, bool isDate)
        {
            Throttled++;
            pause = (now, until);
            var answer = new HttpResponseMessage(status);
            answer.Headers.RetryAfter = isDate
                ? new RetryConditionHeaderValue(until)
                : new RetryConditionHeaderValue(until - now);
            return answer;
        }

        HttpResponseMessage Page(bool isLast)
        {
            failures = isLast ? 0 : failures - 1;
            var members = MembersAt(now);
            if (isLast)
            {
                told.Add((now, [.. members.Where(one => one.IsEnabled).Select(one => one.Address)]));
            }

            var page = new Dictionary<string, object>
            {
                ["value"] = (isLast ? members[2..] : members[..2]).Select(one => new
                {
                    id = one.Address,
                    displayName = one.Address.Split('@')[0],
                    mail = one.Address,
                    accountEnabled = one.IsEnabled,
                }),
            };
            if (!isLast)
            {
                page["@odata.nextLink"] = $"{address}&$skiptoken=2";
            }

            return new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(page) };
        }
    }

    /// <summary>Somebody goes, somebody else comes, and of a third the account is disabled.</summary>
    private static (string Address, bool IsEnabled)[] MembersAt(DateTimeOffset now) =>
        [
            ("sigue@grupo.example", true),
            ("nunca@grupo.example", false),
            (now < Moves ? "va@grupo.example" : "viene@grupo.example", true),
            ("baja@grupo.example", now < Moves),
        ];
}
