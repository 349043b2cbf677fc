namespace Avance.Bench.Scale;

/// <summary>
/// How much of each limit is used, second by second. What is above a limit in a second is refused with 503 and comes again after
/// the pauses of the SDK: 0.8, 1.6 and 3.2 s, here 1, 2 and 3 s. What is refused a fourth time fails.
/// </summary>
internal sealed class Usage
{
    private const int Tries = 4;

    private readonly Dictionary<Thing, Load> now = [];
    private readonly PriorityQueue<(Thing Thing, double Amount, int Tried), int> again = new();
    private readonly Dictionary<string, Peak> peaks = new(StringComparer.Ordinal);
    private int second = int.MinValue;

    /// <summary>The most that was used of each limit.</summary>
    public IReadOnlyList<Peak> Peaks => [.. peaks.Values.OrderByDescending(peak => peak.Share)];

    /// <summary>Adds what is used at a time.</summary>
    /// <param name="at">Seconds, not before what was added earlier.</param>
    /// <param name="name">What has the limit: a partition, a queue, an account.</param>
    /// <param name="body">The body whose own it is; null for what all share.</param>
    public void Add(double at, ServiceLimit limit, string name, int? body, double amount)
    {
        MoveTo((int)Math.Floor(at));
        Add(new Thing(limit, name, body), amount, tried: 0);
    }

    /// <summary>Ends the last second, and all that comes again.</summary>
    public void End()
    {
        do
        {
            MoveTo(second + 1);
        } while (again.Count > 0 || now.Count > 0);
    }

    private void MoveTo(int next)
    {
        while (second < next)
        {
            Close();
            second = again.TryPeek(out _, out var earliest) ? Math.Min(next, Math.Max(earliest, second + 1)) : next;
            while (again.TryPeek(out var item, out var at) && at <= second)
            {
                again.Dequeue();
                Add(item.Thing, item.Amount, item.Tried);
            }
        }
    }

    private void Add(Thing thing, double amount, int tried)
    {
        if (!now.TryGetValue(thing, out var load))
        {
            now[thing] = load = new Load();
        }

        load.Total += amount;
        load.ByTries[tried] += amount;
    }

    private void Close()
    {
        foreach (var (thing, load) in now)
        {
            var peak =
                peaks.GetValueOrDefault(thing.Limit.Name) ?? new Peak(thing.Limit, "", thing.Body is null, 0, 0, 0, 0);
            var excess = Math.Max(0, load.Total - thing.Limit.PerSecond);
            var failed = 0.0;
            for (var tried = 0; tried < Tries && excess > 0; tried++)
            {
                // All are refused alike, however often they were before.
                var refused = excess * load.ByTries[tried] / load.Total;
                if (tried == Tries - 1)
                {
                    failed += refused;
                }
                else
                {
                    again.Enqueue((thing, refused, tried + 1), second + tried + 1);
                }
            }

            peaks[thing.Limit.Name] =
                load.Total > peak.Most
                    ? peak with
                    {
                        Where = thing.Name,
                        IsShared = thing.Body is null,
                        Most = load.Total,
                        AtSecond = second,
                        Refused = peak.Refused + excess,
                        Failed = peak.Failed + failed,
                    }
                    : peak with
                    {
                        Refused = peak.Refused + excess,
                        Failed = peak.Failed + failed,
                    };
        }

        now.Clear();
    }

    private readonly record struct Thing(ServiceLimit Limit, string Name, int? Body);

    private sealed class Load
    {
        public double Total { get; set; }

        public double[] ByTries { get; } = new double[Tries];
    }
}
