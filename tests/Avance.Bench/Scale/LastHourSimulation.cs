using Avance.Testing.Scale;

namespace Avance.Bench.Scale;

/// <summary>
/// The last hour as a simulation of discrete events: people do their steps, the app does what follows, and each operation costs
/// what was counted of it. Chance decides when activities are sent; the same seed gives the same hour.
/// </summary>
internal sealed class LastHourSimulation(LastHourModel model, OperationCosts costs, int seed)
{
    private const int CompileAt = 5 * 60;
    private const int RemindAt = 10 * 60;
    private const int SweepEvery = 10 * 60;
    private const int MailEvery = 5 * 60;

    /// <summary>Rows of mails that a query looks at; they stand in place of the body.</summary>
    private const string Scan = "scan";

    private static readonly string MailsOfTheDay = $"{new StoragePlace("table", "outbox", StoragePlace.AnyDay)}";

    private readonly Random random = new(seed);
    private readonly PriorityQueue<(string Operation, int Body), double> events = new();
    private readonly Usage usage = new();
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (ServiceLimit Limit, string Thing, bool IsOfPlan, double Amount)[]> used = new(
        StringComparer.Ordinal
    );

    private readonly Server readers = new(model.Replicas * model.ReadsPerReplica);
    private readonly Server examiners = new(model.Replicas * model.MessagesPerReplica);
    private readonly Server planners = new(model.Replicas * model.MessagesPerReplica);
    private readonly Server compilers = new(model.Replicas * model.CompilesPerReplica);
    private readonly Server mailer = new(LastHourModel.MailsAtOnce / model.MailSeconds);
    private readonly Queue<int> mails = new();
    private int mailsPlanned;
    private int unsentAtDeadline;

    public LastHourResult Run()
    {
        for (var body = 0; body < model.Bodies; body++)
        {
            Plan(body);
        }

        PlanTimers();
        while (events.TryDequeue(out var next, out var at))
        {
            Do(at, next.Operation, next.Body);
        }

        usage.End();
        return new LastHourResult(
            usage.Peaks,
            counts,
            readers.LongestWait,
            examiners.LongestWait,
            unsentAtDeadline,
            mailer.BusyUntil - LastHourModel.Seconds
        );
    }

    /// <summary>Each activity's steps come before its submission, and each unit enters before its first step.</summary>
    private void Plan(int body)
    {
        var shape = model.Shape;
        var entered = new Dictionary<int, double>();
        for (var activity = 0; activity < model.ActivitiesInTheHour; activity++)
        {
            var sent = model.SentAt(random);
            var steps = shape.Saves + shape.Files;
            var at = sent - ((steps + 1) * LastHourModel.StepSeconds);
            entered[activity % shape.Units] = Math.Min(entered.GetValueOrDefault(activity % shape.Units, at), at);
            events.Enqueue((Operations.Open, body), at);
            for (var save = 0; save < shape.Saves; save++)
            {
                at += LastHourModel.StepSeconds;
                events.Enqueue((save == 0 ? Operations.FirstSave : Operations.Save, body), at);
            }

            for (var file = 0; file < shape.Files; file++)
            {
                at += LastHourModel.StepSeconds;
                var isLarge = random.NextDouble() < model.LargeFiles;
                events.Enqueue((isLarge ? Operations.UploadParts : Operations.Upload, body), at);
            }

            events.Enqueue((Operations.Submit, body), sent);
            events.Enqueue((Operations.Receipt, body), sent + 1);
        }

        foreach (var (_, at) in entered)
        {
            events.Enqueue((Operations.Enter, body), at - 10);
            events.Enqueue((Operations.Start, body), at - 8);
        }
    }

    private void PlanTimers()
    {
        foreach (
            var (operation, first, every) in new[]
            {
                (Operations.FindDue, CompileAt, LastHourModel.Seconds),
                (Operations.Remind, RemindAt, LastHourModel.Seconds),
                (Operations.Sweep, 0, SweepEvery),
                (Operations.Consolidate, 0, SweepEvery),
            }
        )
        {
            for (var at = first; at < LastHourModel.Seconds; at += every)
            {
                for (var body = 0; body < model.Bodies; body++)
                {
                    events.Enqueue((operation, body), at + (body / model.PlansPerTimer));
                }
            }
        }

        for (var at = 0; at <= 2 * LastHourModel.Seconds; at += MailEvery)
        {
            events.Enqueue((Operations.LookForMail, -1), at);
        }
    }

    private void Do(double at, string operation, int body)
    {
        if (operation == Scan)
        {
            usage.Add(at, ServiceLimit.PartitionEntities, MailsOfTheDay, null, body);
            return;
        }

        Charge(at, operation, body);
        switch (operation)
        {
            case Operations.Upload or Operations.UploadParts:
                usage.Add(at, ServiceLimit.Events, "topic", null, 1);
                events.Enqueue((Operations.Read, body), readers.Take(at));
                break;
            case Operations.Read:
                // How many files there are by then, nobody counts: as many as there will be.
                events.Enqueue((Operations.ExamineDraft(model.Shape.Files), body), examiners.Take(at));
                break;
            case Operations.Submit:
                events.Enqueue((Operations.Examine, body), examiners.Take(at));
                events.Enqueue((Operations.PlanReceipt, body), planners.Take(at));
                break;
            case Operations.PlanReceipt:
                mails.Enqueue(body);
                mailsPlanned++;
                break;
            case Operations.LookForMail:
                SendMails(at);
                break;
            case Operations.FindDue:
                events.Enqueue((Operations.Compile, body), compilers.Take(at));
                break;
        }
    }

    /// <summary>A run looks at every mail of the day, and takes those that are open then. It does not begin while another runs.</summary>
    private void SendMails(double at)
    {
        if (mailer.BusyUntil > at)
        {
            return;
        }

        for (var (seen, page) = (0, 0); seen < mailsPlanned; seen += LastHourModel.RowsOfPage, page++)
        {
            events.Enqueue((Scan, Math.Min(LastHourModel.RowsOfPage, mailsPlanned - seen)), at + page);
        }

        while (mails.TryDequeue(out var body))
        {
            var sent = mailer.Take(at);
            unsentAtDeadline += sent > LastHourModel.Seconds ? 1 : 0;
            events.Enqueue((Operations.SendMail, body), sent);
        }
    }

    private void Charge(double at, string operation, int body)
    {
        counts[operation] = counts.GetValueOrDefault(operation) + 1;
        var requests = Operations.HttpRequestsOf(operation);
        if (requests > 0)
        {
            usage.Add(at, ServiceLimit.AppRequests(model), "app", null, requests);
        }

        if (!used.TryGetValue(operation, out var lines))
        {
            used[operation] = lines = [.. LinesOf(operation)];
        }

        foreach (var (limit, thing, isOfPlan, amount) in lines)
        {
            usage.Add(at, limit, thing, isOfPlan ? body : null, amount);
        }

        if (operation == Operations.Upload)
        {
            usage.Add(at, ServiceLimit.AccountBytes, "account", null, model.FileBytes / 1e6);
        }
    }

    private IEnumerable<(ServiceLimit Limit, string Thing, bool IsOfPlan, double Amount)> LinesOf(string operation) =>
        from line in costs[operation].Lines
        from use in ServiceLimit.UsedBy(line)
        let isOfPlan = line.Place.IsOfPlan
        select (use.Limit, use.Thing, isOfPlan && use.Limit == ServiceLimit.PartitionEntities, use.Amount);
}
