using Avance.Bench.Scale;
using Avance.Testing.Scale;

namespace Avance.Functions.Tests.Scale;

/// <summary>The model of the last hour and of the services, with costs that a test can add up by itself.</summary>
public sealed class LastHourSimulationTests
{
    private const string Own = "progress";
    private static readonly BodyShape Shape = new(Units: 2, Activities: 10, Saves: 3, Files: 2);
    private static readonly LastHourModel Model = new()
    {
        Bodies = 20,
        Shape = Shape,
        LargeFiles = 0.5,
    };

    [Fact]
    public void Run_EachOperation_ComesAsOftenAsTheModelSays()
    {
        var result = Run(Model);

        // Half of ten activities.
        const int Activities = 20 * 5;
        Count(Operations.Submit).ShouldBe(Activities);
        Count(Operations.FirstSave).ShouldBe(Activities);
        Count(Operations.Save).ShouldBe(2 * Activities);
        (Count(Operations.Upload) + Count(Operations.UploadParts)).ShouldBe(2 * Activities);
        Count(Operations.UploadParts).ShouldBeInRange(Activities / 2, Activities * 3 / 2);
        Count(Operations.Read).ShouldBe(2 * Activities);
        Count(Operations.Examine).ShouldBe(Activities);
        Count(Operations.SendMail).ShouldBe(Activities);
        Count(Operations.Enter).ShouldBe(20 * 2);
        Count(Operations.Compile).ShouldBe(20);
        Count(Operations.Sweep).ShouldBe(20 * 6);

        int Count(string operation) => result.Operations[operation];
    }

    [Fact]
    public void Run_SameSeed_IsTheSameHourAndAnotherSeedIsAnother()
    {
        Run(Model).Peaks.ShouldBe(Run(Model).Peaks);
        Run(Model, seed: 2).Peaks.ShouldNotBe(Run(Model).Peaks);
    }

    [Fact]
    public void Run_MoreBodies_UseMoreOfTheAccountAndNoMoreOfAPlansPartition()
    {
        var few = Run(Model);
        var many = Run(Model with { Bodies = 200 });

        Most(many, ServiceLimit.AccountRequests).ShouldBeGreaterThan(4 * Most(few, ServiceLimit.AccountRequests));
        var partition = many.Peaks.Single(peak => peak.Limit == ServiceLimit.PartitionEntities);
        partition.IsShared.ShouldBe(partition.Where.StartsWith("outbox", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_SlowMail_GoesOutAfterTheDeadline()
    {
        Run(Model with { MailSeconds = 0.001 }).UnsentMails.ShouldBeLessThan(20);

        var slow = Run(Model with { MailSeconds = 200 });

        slow.UnsentMails.ShouldBeGreaterThan(20);
        slow.MailsLate.ShouldBeGreaterThan(0);
        slow.Operations[Operations.SendMail].ShouldBe(100);
    }

    [Fact]
    public void SentAt_MostComeAtTheEnd()
    {
        var random = new Random(1);
        var at = Enumerable.Range(0, 10_000).Select(_ => Model.SentAt(random)).ToList();

        at.ShouldAllBe(second => second >= 0 && second <= LastHourModel.Seconds);
        var (first, last) = (at.Count(second => second < 360), at.Count(second => second >= 3_240));
        // Density 1 to 8: 1.35 in the first tenth, 7.65 in the last.
        ((double)last / first).ShouldBeInRange(4.5, 7);
    }

    private static double Most(LastHourResult result, ServiceLimit limit) =>
        result.Peaks.Single(peak => peak.Limit == limit).Most;

    private static LastHourResult Run(LastHourModel model, int seed = 1) =>
        new LastHourSimulation(model, Costs(), seed).Run();

    /// <summary>Each operation asks one request of a partition of the plan; a submission two messages besides.</summary>
    private static OperationCosts Costs()
    {
        string[] operations =
        [
            Operations.Enter,
            Operations.Start,
            Operations.Open,
            Operations.FirstSave,
            Operations.Save,
            Operations.Upload,
            Operations.UploadParts,
            Operations.Submit,
            Operations.Receipt,
            Operations.Read,
            Operations.Examine,
            Operations.ExamineDraft(Shape.Files),
            Operations.PlanReceipt,
            Operations.SendMail,
            Operations.LookForMail,
            Operations.Compile,
            Operations.FindDue,
            Operations.Remind,
            Operations.Sweep,
            Operations.Consolidate,
        ];
        var row = new OperationCost.Line(new StoragePlace("table", Own, StoragePlace.AnyPlan), 1, 1, 100);
        var messages = new OperationCost.Line(new StoragePlace("queue", "claim-checks", ""), 2, 2, 100);
        return new OperationCosts(
            operations.ToDictionary(
                operation => operation,
                operation => new OperationCost(operation, operation == Operations.Submit ? [messages, row] : [row])
            ),
            new Dictionary<string, OperationCost>()
        );
    }
}
