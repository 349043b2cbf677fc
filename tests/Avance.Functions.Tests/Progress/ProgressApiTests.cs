namespace Avance.Functions.Tests.Progress;

/// <summary>The whole way of progress over HTTP.</summary>
public sealed class ProgressApiTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly string Path = AppDriver.Progress(34);
    private readonly Guid id = Guid.NewGuid();
    private AppDriver app = null!;
    private ApiClient unit = null!;
    private ApiClient secretariat = null!;

    public async ValueTask InitializeAsync()
    {
        app = await AppDriver.StartAsync(azurite.NewAccount());
        await app.AddAsync(new TestPlan().Activity(34).Activity(35, "DTEG").Build());
        unit = app.Reporter();
        secretariat = app.Secretariat();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Progress_FromDraftToAcceptance_KeepsWhatWasSentAndDecided()
    {
        (await unit.GetAsync(Path)).ShouldBeOk().Header("ETag").ShouldBe("\"0\"");

        var draft = (await unit.PutAsync(Path, 0, SentProgress.Draft(id, 3))).ShouldBeOk();
        (draft.Version, draft.State, draft.Header("ETag")).ShouldBe((1, "draft", "\"1\""));
        (await unit.PutAsync(Path, 1, SentProgress.Submission(Guid.NewGuid(), 4))).State.ShouldBe("submitted");
        (await secretariat.PostAsync($"{Path}/review", 2, SentProgress.Return(Guid.NewGuid()))).State.ShouldBe(
            "returned"
        );
        var returned = await unit.GetAsync(Path);
        returned["observation"]!.GetValue<string>().ShouldBe("Adjunte la lista de asistencia por sexo.");
        returned.Header("ETag").ShouldBe("\"3\"");
        (await unit.PutAsync(Path, 3, SentProgress.Submission(Guid.NewGuid(), 5))).State.ShouldBe("resubmitted");
        (await secretariat.PostAsync($"{Path}/review", 4, SentProgress.Accept(Guid.NewGuid()))).State.ShouldBe(
            "accepted"
        );

        var versions = (await unit.GetAsync($"{Path}/versions")).ShouldBeOk().Json.AsArray();
        versions
            .Select(version => (string?)version!["state"])
            .ShouldBe(["submitted", "returned", "resubmitted", "accepted"]);
        versions.Select(version => (int)version!["version"]!).ShouldBe([2, 3, 4, 5]);
        versions.Select(version => (decimal)version!["content"]!["goals"]![0]!["executed"]!).ShouldBe([4m, 4m, 5m, 5m]);
        versions.Select(version => (string?)version!["by"]).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Put_DraftsBeforeAndAfterAReturn_AreOverwrittenAndMakeNoVersion()
    {
        foreach (var version in Enumerable.Range(0, 20))
        {
            var saved = await unit.PutAsync(
                Path,
                version,
                SentProgress.Draft(Guid.NewGuid(), version, $"Texto {version}")
            );
            (saved.Version, saved.State, saved.Header("ETag")).ShouldBe((version + 1, "draft", $"\"{version + 1}\""));
        }

        (await unit.GetAsync($"{Path}/versions")).ShouldBeOk().Json.AsArray().ShouldBeEmpty();
        await unit.PutAsync(Path, 20, SentProgress.Submission(Guid.NewGuid(), 4));
        await secretariat.PostAsync($"{Path}/review", 21, SentProgress.Return(Guid.NewGuid()));
        foreach (var version in Enumerable.Range(22, 3))
        {
            (await unit.PutAsync(Path, version, SentProgress.Draft(Guid.NewGuid(), version))).State.ShouldBe(
                "returned"
            );
        }

        var current = await unit.GetAsync(Path);
        (current.Version, (decimal)current["content"]!["goals"]![0]!["executed"]!).ShouldBe((25, 24m));
        current["observation"]!.GetValue<string>().ShouldNotBeEmpty();
        (await unit.GetAsync($"{Path}/versions"))
            .Json.AsArray()
            .Select(version => ((int)version!["version"]!, (string?)version["state"]))
            .ShouldBe([(21, "submitted"), (22, "returned")]);
        var receipt = (await unit.GetAsync($"{AppDriver.Plan()}/periods/2023-II/activities/34/receipt")).ShouldBeOk();
        receipt["number"]!.GetValue<string>().ShouldBe("2023-II-034-0021");
    }

    [Fact]
    public async Task Put_SameDraftAgain_GivesTheSameReceiptUntilItIsOverwritten()
    {
        var body = SentProgress.Draft(id, 3);
        var first = (await unit.PutAsync(Path, 0, body)).ShouldBeOk();

        (await unit.PutAsync(Path, 0, body)).Text.ShouldBe(first.Text);
        (await unit.PutAsync(Path, 1, body)).Text.ShouldBe(first.Text);
        (await unit.PutAsync(Path, 1, SentProgress.Submission(id))).ShouldBeProblem(409, "submission-id-reused");
        await unit.PutAsync(Path, 1, SentProgress.Draft(Guid.NewGuid(), 4));
        (await unit.PutAsync(Path, 0, body)).ShouldBeProblem(412, "progress-changed", "If-Match");

        (await unit.GetAsync(Path)).Version.ShouldBe(2);
    }

    [Fact]
    public async Task Get_SavedText_IsReadBackAsItWasWritten()
    {
        var text = "Se capacitó a 12 personas: “ñandú” 🙂 <b>&amp;</b> 'x' \\ \u0001\t línea\nnueva";
        (await unit.PutAsync(Path, 0, SentProgress.Draft(id, 0.0001m, text))).ShouldBeOk();

        var content = (await unit.GetAsync(Path))["content"]!;

        content["narrative"]!.GetValue<string>().ShouldBe(text);
        content["goals"]!
            .ToJsonString()
            .ShouldBe("""[{"year":2023,"outcome":"reported","executed":0.0001,"reason":""}]""");
        content["documentsCited"]!
            .AsArray()
            .Select(item => (string?)item)
            .ShouldBe(["INFORME N° 000215-2023-MIMP-ODTH"]);
    }

    [Fact]
    public async Task Put_SameSubmissionAgain_GivesTheSameReceiptWhateverHappenedSince()
    {
        var body = SentProgress.Submission(id);
        var first = (await unit.PutAsync(Path, 0, body)).ShouldBeOk();

        (await unit.PutAsync(Path, 0, body)).Text.ShouldBe(first.Text);
        await secretariat.PostAsync($"{Path}/review", 1, SentProgress.Return(Guid.NewGuid()));
        (await unit.PutAsync(Path, 0, body)).Text.ShouldBe(first.Text);
        (await unit.PutAsync(Path, 2, body)).Text.ShouldBe(first.Text);
        app.Clock.SetUtcNow(TestPlan.Closes);
        (await unit.PutAsync(Path, 0, body)).ShouldBeOk().Text.ShouldBe(first.Text);

        (await unit.GetAsync($"{Path}/versions")).Json.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Review_SameDecisionAgain_GivesTheSameReceipt()
    {
        await unit.PutAsync(Path, 0, SentProgress.Submission(Guid.NewGuid()));
        var first = (await secretariat.PostAsync($"{Path}/review", 1, SentProgress.Accept(id))).ShouldBeOk();

        (await secretariat.PostAsync($"{Path}/review", 1, SentProgress.Accept(id))).Text.ShouldBe(first.Text);

        (await secretariat.PostAsync($"{Path}/review", 1, SentProgress.Return(id))).ShouldBeProblem(
            409,
            "submission-id-reused"
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Put_SameIdOtherBody_IsRefusedAndChangesNothing(int version)
    {
        await unit.PutAsync(Path, 0, SentProgress.Draft(id, 3));

        (await unit.PutAsync(Path, version, SentProgress.Draft(id, 4))).ShouldBeProblem(409, "submission-id-reused");

        (await unit.GetAsync(Path)).Version.ShouldBe(1);
    }

    [Fact]
    public async Task Put_StaleVersion_IsRefusedWithBothVersions()
    {
        await unit.PutAsync(Path, 0, SentProgress.Draft(Guid.NewGuid(), 3));
        await unit.PutAsync(Path, 1, SentProgress.Draft(Guid.NewGuid(), 4));

        var answer = (await unit.PutAsync(Path, 1, SentProgress.Draft(id, 5))).ShouldBeProblem(
            412,
            "progress-changed",
            "If-Match"
        );

        answer["detail"]!.GetValue<string>().ShouldContain("vio la versión 1 y ya existe la versión 2");
        (answer["seenVersion"]?.GetValue<int>(), answer["version"]?.GetValue<int>()).ShouldBe((1, 2));
        (await unit.GetAsync(Path)).Version.ShouldBe(2);
    }

    [Fact]
    public async Task Put_ByThePeriodsInstants_IsLateThenLocked()
    {
        app.Clock.SetUtcNow(TestPlan.Due - TimeSpan.FromTicks(1));
        (await unit.PutAsync(Path, 0, SentProgress.Draft(Guid.NewGuid(), 3)))["late"]!.GetValue<bool>().ShouldBeFalse();
        app.Clock.SetUtcNow(TestPlan.Due);
        (await unit.PutAsync(Path, 1, SentProgress.Submission(id)))["late"]!.GetValue<bool>().ShouldBeTrue();
        app.Clock.SetUtcNow(TestPlan.Closes);
        await secretariat.PostAsync($"{Path}/review", 2, SentProgress.Return(Guid.NewGuid()));

        var closed = await unit.PutAsync(Path, 3, SentProgress.Submission(Guid.NewGuid()));

        closed.ShouldBeProblem(423, "period-closed");
        closed["detail"]!.GetValue<string>().ShouldContain("se cerró el 01/02/2024 00:00");
    }

    [Fact]
    public async Task Put_AfterSubmission_IsRefusedUntilItIsReturned()
    {
        await unit.PutAsync(Path, 0, SentProgress.Submission(Guid.NewGuid()));

        (await unit.PutAsync(Path, 1, SentProgress.Draft(id))).ShouldBeProblem(409, "already-submitted");

        await secretariat.PostAsync($"{Path}/review", 1, SentProgress.Accept(Guid.NewGuid()));
        (await unit.PutAsync(Path, 2, SentProgress.Draft(id))).ShouldBeProblem(409, "already-accepted");
        (await secretariat.PostAsync($"{Path}/review", 2, SentProgress.Accept(Guid.NewGuid()))).ShouldBeProblem(
            409,
            "nothing-to-review"
        );
    }

    [Fact]
    public async Task Put_BySecretariat_ReportsForTheUnit() =>
        (await secretariat.PutAsync(AppDriver.Progress(35), 0, SentProgress.Submission(id))).ShouldBeOk()["by"]!
            .GetValue<string>()
            .ShouldBe("dev:secretariat");

    [Fact]
    public async Task Reporter_OfAnotherUnit_LearnsNothing()
    {
        await app.Secretariat().PutAsync(AppDriver.Progress(35), 0, SentProgress.Draft(id, 7, "Secreto"));
        var theirs = AppDriver.Progress(35);
        var nobodys = AppDriver.Progress(99);

        foreach (var (path, other) in new[] { (theirs, nobodys), ($"{theirs}/versions", $"{nobodys}/versions") })
        {
            var answer = (await unit.GetAsync(path)).ShouldBeProblem(404, "activity-unknown");
            answer.Text.ShouldBe((await unit.GetAsync(other)).Text.Replace("99", "35"));
            answer.Header("ETag").ShouldBeNull();
        }

        // Not even whether an id or a version is the one that was sent.
        foreach (var version in new[] { 0, 1, 2 })
        {
            (await unit.PutAsync(theirs, version, SentProgress.Draft(id, 7, "Secreto"))).ShouldBeProblem(
                404,
                "activity-unknown"
            );
        }

        (await app.Reporter("DTEG").GetAsync(theirs)).Version.ShouldBe(1);
    }
}
