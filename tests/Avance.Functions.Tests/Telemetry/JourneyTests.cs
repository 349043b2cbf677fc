using Avance.Functions.Telemetry;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Telemetry;

/// <summary>A unit uploads a file and sends its progress: what the app exports of it, received as an operator would.</summary>
[Collection(TelemetryCollection.Name)]
public sealed class JourneyTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Submission_FromTheFormToTheReport_IsOneTrace()
    {
        await using var journey = await TelemetryDriver.StartAsync(azurite.NewAccount());
        await journey.SubmitAsync();
        await journey.SendMailsAsync();
        await journey.CompileAsync();

        var stored = await journey.SpanAsync("store evidence");
        var read = await journey.SpanAsync("read evidence");
        read.Parent.ShouldBe(stored.Id);
        read.Attributes["avance.evidence.state"].ShouldBe("Read");
        (await journey.SpanAsync("store facts")).Parent.ShouldBe(read.Id);
        var submitted = await journey.SpanAsync("submit progress");
        (await journey.SpanAsync("function PutProgress")).Id.ShouldBe(submitted.Parent);
        var examined = await journey.SpanAsync("examine claim", span => span.Parent == submitted.Id);
        await journey.SpanAsync("store findings");
        var planned = await journey.SpanAsync("plan receipt");
        planned.Parent.ShouldBe(submitted.Id);
        var mailed = await journey.SpanAsync(
            "send mail",
            span => span.Attributes.GetValueOrDefault("avance.mail.state") == "Accepted"
        );
        mailed.Parent.ShouldBe(planned.Id);
        var compiled = await journey.SpanAsync("compiled into report");
        compiled.Parent.ShouldBe(submitted.Id);

        // What carried the steps out is in traces of its own, and linked.
        var all = journey.Receiver.Spans;
        all.ShouldContain(span => span.Name == "function CheckClaim" && examined.Links.Any(link => link.Id == span.Id));
        all.ShouldContain(span => span.Name == "function SendMail" && mailed.Links.Any(link => link.Id == span.Id));
        var run = all.First(span => span.Name == "compile reports" && compiled.Links.Any(link => link.Id == span.Id));
        run.Trace.ShouldNotBe(TelemetryDriver.Trace);
        run.Links.ShouldContain((TelemetryDriver.Trace, submitted.Id));
        run.Attributes["avance.rows"].ShouldNotBe("0");
    }

    [Fact]
    public async Task Submission_OfAFileUploadedOnAnotherDay_IsLinkedWithItsUpload()
    {
        await using var journey = await TelemetryDriver.StartAsync(azurite.NewAccount());
        const string earlier = "11111111111111111111111111111111";
        await journey.UploadAsync(earlier);
        await journey.PutAsync();

        var stored = await journey.SpanAsync("store evidence", trace: earlier);
        (await journey.SpanAsync("submit progress")).Links.ShouldContain((earlier, stored.Id));
    }

    [Fact]
    public async Task Metrics_OfAJourney_ArriveOnce()
    {
        await using var journey = await TelemetryDriver.StartAsync(azurite.NewAccount());
        await journey.SubmitAsync();
        await journey.SendMailsAsync();
        await journey.CompileAsync();
        await journey.FailAsync();
        await journey.FireAsync("PlanReminders");
        await journey.FireAsync("SweepEvidence");
        await journey.PointAsync("avance.reminders.planned");
        await journey.PointAsync("avance.evidence.unread.age");
        journey.Flush();
        journey.Flush();

        var points = journey.Receiver.Points;
        double Sum(string metric, string attribute = "") =>
            points.Where(point => (point.Metric, point.Attribute) == (metric, attribute)).Sum(point => point.Value);

        Sum("avance.mails", "pending").ShouldBe(2);
        Sum("avance.mails", "accepted").ShouldBe(1);
        Sum("avance.reports.compiled").ShouldBe(1);
        // Two goals in each of two periods.
        Sum("avance.report.rows", "reportgoal").ShouldBe(4);
        Sum("avance.signins.refused", "not-signed-in").ShouldBe(1);
        Sum("avance.signins.refused", "link-not-valid").ShouldBe(1);
        Sum("avance.messages.failed", "claim-checks-poison").ShouldBe(1);
        Sum("avance.reminders.planned").ShouldBe(1);
        points.Count(point => point.Metric == "avance.evidence.unread.age").ShouldBe(1);
        points
            .Where(point => point.Metric == "avance.queue.depth")
            .Select(point => point.Attribute)
            .ShouldBe(journey.Queues, ignoreOrder: true);
        points.ShouldAllBe(point => point.IsGauge || point.IsDelta);
    }

    [Fact]
    public async Task UnreadEvidence_AsOldAsItIs_IsMeasured()
    {
        await using var journey = await TelemetryDriver.StartAsync(azurite.NewAccount(), reads: false);
        await journey.UploadAsync(TelemetryDriver.Trace);
        journey.App.Clock.Advance(TimeSpan.FromHours(2));
        await journey.FireAsync("SweepEvidence");

        var age = await journey.PointAsync("avance.evidence.unread.age");
        age.Unit.ShouldBe("s");
        age.Value.ShouldBe(TimeSpan.FromHours(2).TotalSeconds);
    }

    [Fact]
    public async Task Everything_ThatIsExported_NamesNobody()
    {
        await using var journey = await TelemetryDriver.StartAsync(azurite.NewAccount());
        await journey.SubmitAsync();
        await journey.SendMailsAsync();
        await journey.CompileAsync();
        await journey.FailAsync();
        await journey.SpanAsync("compiled into report");
        await journey.SpanAsync("function SendMail", span => span.HasFailed, trace: null);
        journey.Flush();

        var everything = journey.Receiver.Everything;
        journey.Secrets.Count.ShouldBeGreaterThan(10);
        journey
            .Secrets.Where(secret => everything.Contains(secret, StringComparison.OrdinalIgnoreCase))
            .ShouldBeEmpty();
        var spans = journey.Receiver.Spans;
        spans.SelectMany(span => span.Attributes.Keys).Except(SpanTags.Exported).ShouldBeEmpty();
        // It did export what happened to them.
        spans.ShouldContain(span => span.Source == "System.Net.Http" && span.HasFailed);
        journey.Receiver.Logs.ShouldContain(line =>
            line.Body == "The mail {Mail} could not be sent."
            && line.Attributes["exception.type"] == typeof(InvalidOperationException).FullName
        );
    }

    [Fact]
    public async Task Logs_WrittenInAStep_CarryTheTrace()
    {
        await using var journey = await TelemetryDriver.StartAsync(azurite.NewAccount());
        await journey.SubmitAsync();
        await journey.SpanAsync("store findings");
        journey.Flush();

        var ofTrace = journey.Receiver.Logs.Where(line => line.Trace == TelemetryDriver.Trace).ToList();
        ofTrace.ShouldContain(line =>
            line.Category == "Avance.Functions.Evidence.EvidenceReading" && line.Attributes["State"] == "Read"
        );
        ofTrace.ShouldContain(line =>
            line.Category == "Avance.Functions.Progress.ProgressHandler" && line.Attributes["Plan"] == "plan-de-prueba"
        );
        ofTrace.ShouldContain(line => line.Category == "Avance.Functions.Findings.ClaimExaminer");
    }
}
