using Avance.Functions.Reports.Tables;
using Avance.Functions.Tests.Builders;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Reports.Tables;

public sealed class ReportTableTests(AzuriteFixture azurite)
{
    /// <summary>What the service takes at once.</summary>
    private const long MaxBytes = 4 * 1024 * 1024;

    private static readonly ReportScope Scope = new(TestPlan.Id, TestPlan.Second);

    [Theory]
    [InlineData(100, 30_000)]
    [InlineData(250, 10)]
    [InlineData(0, 0)]
    public async Task ReplaceAsync_RowsOfAnyLength_AreWrittenInTransactionsThatTheServiceTakes(int rows, int length)
    {
        var sizes = new RequestSizes();
        var options = new TableClientOptions();
        options.AddPolicy(sizes, HttpPipelinePosition.PerCall);
        var table = new ReportTable<ReportFactorRow>(
            new TableServiceClient(azurite.NewAccount(), options),
            "reportfactor"
        );
        // Each takes two bytes or, escaped, six.
        var written = Enumerable.Range(1, rows).Select(number => Row(number, new string('ñ', length))).ToList();

        foreach (var mayHoldOthers in new[] { false, true })
        {
            await table.ReplaceAsync(
                Scope,
                written,
                "run",
                TestPlan.WhileOpen,
                mayHoldOthers,
                TestContext.Current.CancellationToken
            );

            (await table.ReadAsync(Scope, TestContext.Current.CancellationToken)).ShouldBe(written);
        }

        // From below too: it shows that sizes are seen.
        sizes.Largest.ShouldBeInRange((long)rows * length / 10, MaxBytes);
    }

    private static ReportFactorRow Row(int number, string text) =>
        new($"Unit|{number:D3}", 34, "a", "OGRH", "u", "Problem", "Unit", text);

    private sealed class RequestSizes : HttpPipelineSynchronousPolicy
    {
        private long largest;

        public long Largest => largest;

        public override void OnSendingRequest(HttpMessage message)
        {
            if (message.Request.Content?.TryComputeLength(out var length) == true)
            {
                largest = Math.Max(largest, length);
            }
        }
    }
}
