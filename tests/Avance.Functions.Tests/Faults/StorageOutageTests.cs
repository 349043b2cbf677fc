namespace Avance.Functions.Tests.Faults;

/// <summary>The storage fails, for minutes or now and then: what is sent is refused clearly or kept, and nothing is there twice.</summary>
public sealed class StorageOutageTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(StorageFault.ServerBusy)]
    [InlineData(StorageFault.TooManyRequests)]
    [InlineData(StorageFault.Hang)]
    public async Task Outage_OfMinutes_RefusesClearlyAndHealsByRepetition(StorageFault fault)
    {
        await using var faulty = await FaultyApp.StartAsync(azurite.NewAccount());
        faulty.Proxy.Decide = _ => fault;

        for (var minute = 0; minute < 3; minute++)
        {
            var answers = await Task.WhenAll(
                FaultyApp.Activities.SelectMany(activity =>
                    new[] { faulty.UploadAsync(activity), faulty.SubmitAsync(activity) }
                )
            );
            foreach (var answer in answers)
            {
                answer.ShouldBeProblem(503, "storage-unavailable").Header("Retry-After").ShouldBe("10");
            }

            await Should.ThrowAsync<Exception>(faulty.RunBackgroundAsync);
            faulty.App.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        faulty.Mails.Taken.ShouldBeEmpty();
        faulty.Proxy.Decide = _ => StorageFault.None;
        foreach (var activity in FaultyApp.Activities)
        {
            (await faulty.UploadAsync(activity)).ShouldBeOk();
            (await faulty.SubmitAsync(activity)).ShouldBeOk();
        }

        await faulty.ShouldBeCompleteAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Faults_OfEverySort_LoseNothingAndDoubleNothing(int seed)
    {
        await using var faulty = await FaultyApp.StartAsync(azurite.NewAccount());
        var random = new Random(seed);
        var faults = 0;
        faulty.Proxy.Decide = _ =>
        {
            lock (random)
            {
                var fault = random.Next(10) switch
                {
                    0 => StorageFault.TooManyRequests,
                    1 or 2 => StorageFault.ServerBusy,
                    3 or 4 => StorageFault.LoseAnswer,
                    _ => StorageFault.None,
                };
                faults += fault == StorageFault.None ? 0 : 1;
                return fault;
            }
        };

        await Task.WhenAll(
            FaultyApp.Activities.Select(async activity =>
            {
                await RepeatAsync(() => faulty.UploadAsync(activity));
                await RepeatAsync(() => faulty.SubmitAsync(activity));
            })
        );

        faults.ShouldBeGreaterThan(10);
        faulty.Proxy.Decide = _ => StorageFault.None;
        await faulty.ShouldBeCompleteAsync();
    }

    /// <summary>As the page does: whatever is not the app's refusal is tried again.</summary>
    private static async Task RepeatAsync(Func<Task<Answer>> send)
    {
        for (var tries = 0; ; tries++)
        {
            tries.ShouldBeLessThan(100);
            var answer = await send();
            if (answer.Status == 200)
            {
                return;
            }

            answer.ShouldBeProblem(503, "storage-unavailable");
        }
    }
}
