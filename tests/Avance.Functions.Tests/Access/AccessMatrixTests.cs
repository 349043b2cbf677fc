using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Access;

/// <summary>Every function of the app, called by everybody over HTTP.</summary>
public sealed class AccessMatrixTests(SharedApp shared, AzuriteFixture azurite) : IClassFixture<SharedApp>
{
    /// <summary>What nobody need have signed in for.</summary>
    private static readonly string[] Open =
    [
        "Enter",
        "GetAsset",
        "Health",
        "HealthLive",
        "HealthReady",
        "Leave",
        "ListDevelopmentMail",
        "PostMailEvents",
        "ShowDevelopmentMail",
        "ShowAchievements",
        "ShowActivity",
        "ShowAmendments",
        "ShowEntry",
        "ShowGroup",
        "ShowGroups",
        "ShowImport",
        "ShowLinks",
        "ShowNationalOverview",
        "ShowNation",
        "ShowPlanEditor",
        "ShowReceipt",
        "ShowRecommendationCheck",
        "ShowReminders",
        "ShowReportToRead",
        "ShowReports",
        "ShowReview",
        "ShowSecretariatGuide",
        "ShowStart",
        "ShowUnitGuide",
        "UnknownAddress",
    ];

    /// <summary>The columns of <see cref="Expected"/>.</summary>
    private static readonly string?[] Callers =
    [
        null,
        "unit-reporter plan-de-prueba OGRH",
        "unit-reporter plan-de-prueba DTEG",
        "unit-reporter otro-plan OGRH",
        "reader plan-de-prueba",
        "reader otro-plan",
        "secretariat plan-de-prueba",
        "secretariat otro-plan",
        "national-secretariat",
    ];

    /// <summary>
    /// What each caller gets: <c>+</c> the function (or its page), <c>?</c> 401, <c>x</c> 403, <c>0</c> an activity that is not there.
    /// Nobody; reporter, of another unit, of another plan; reader, of another; secretariat, of another; national.
    /// </summary>
    private static readonly Dictionary<string, string> Expected = new()
    {
        ["AmendPlan"] = "? xxx xx +x x",
        ["ExplainFinding"] = "? ++x xx +x x",
        ["DeleteMember"] = "? xxx xx +x +",
        ["Enter"] = "+ +++ ++ ++ +",
        ["GetAsset"] = "+ +++ ++ ++ +",
        ["GetCompilation"] = "? xxx +x +x +",
        ["GetEvidenceContent"] = "? +0x +x +x +",
        ["GetEvidenceFacts"] = "? +0x +x +x +",
        ["GetGroup"] = "? xxx +x +x +",
        ["PutGroup"] = "? xxx xx +x x",
        ["PutGroupDuty"] = "? xxx xx +x x",
        ["ListGroups"] = "? xxx xx xx +",
        ["PutRegisteredGroup"] = "? xxx xx xx +",
        ["PutGroupPlans"] = "? xxx xx xx +",
        ["ListGroupSessions"] = "? xxx +x +x +",
        ["GetGroupSession"] = "? xxx +x +x +",
        ["PutGroupSession"] = "? xxx xx +x x",
        ["PutGroupAgreement"] = "? xxx xx +x x",
        ["CallGroupSession"] = "? xxx xx +x x",
        ["CancelGroupSession"] = "? xxx xx +x x",
        ["ListCallMails"] = "? xxx xx +x +",
        ["GetGroupMinutes"] = "? xxx +x +x +",
        ["ShowGroup"] = "+ +++ ++ ++ +",
        ["ShowGroups"] = "+ +++ ++ ++ +",
        ["GetNationalOverview"] = "? xxx xx xx +",
        ["ListNation"] = "? xxx xx xx +",
        ["GetNation"] = "? xxx xx xx +",
        ["GetNationReport"] = "? xxx xx xx +",
        ["GetOverview"] = "? xxx +x +x +",
        ["GetPlan"] = "? ++x +x +x +",
        ["GetProgress"] = "? +0x +x +x +",
        ["GetProgressVersions"] = "? +0x +x +x +",
        ["GetReceipt"] = "? +0x +x +x +",
        ["GetReport"] = "? xxx +x +x +",
        ["GetSession"] = "? +++ ++ ++ +",
        ["GetUnitWork"] = "? +xx +x +x +",
        ["Health"] = "+ +++ ++ ++ +",
        ["ExportPerson"] = "? xxx xx xx +",
        ["ErasePerson"] = "? xxx xx xx +",
        ["GetBackup"] = "? xxx xx xx +",
        ["PutRestorePart"] = "? xxx xx xx +",
        ["PostRestore"] = "? xxx xx xx +",
        ["HealthLive"] = "+ +++ ++ ++ +",
        ["HealthReady"] = "+ +++ ++ ++ +",
        ["ImportPlan"] = "? xxx xx +x x",
        ["Leave"] = "+ +++ ++ ++ +",
        ["ListActivities"] = "? ++x +x +x +",
        ["ListAmendments"] = "? ++x +x +x +",
        ["ListEvidence"] = "? +0x +x +x +",
        ["ListFindings"] = "? ++x +x +x +",
        ["ListFindingsOfActivity"] = "? +0x +x +x +",
        ["ListLinks"] = "? xxx xx +x x",
        ["ListMembers"] = "? xxx xx +x +",
        ["ListPlans"] = "? +++ ++ ++ +",
        ["PostEvidence"] = "? +0x xx +x x",
        ["PostEvidenceParts"] = "? +0x xx +x x",
        ["PutEvidencePart"] = "? +0x xx +x x",
        ["PostLink"] = "? xxx xx +x x",
        ["ListRecommendations"] = "? xxx +x +x +",
        ["PutRecommendation"] = "? xxx xx +x x",
        ["WithdrawRecommendation"] = "? xxx xx +x x",
        ["OrderRecommendations"] = "? xxx xx +x x",
        ["ListTexts"] = "? xxx +x +x +",
        ["PutText"] = "? xxx xx +x x",
        ["WithdrawText"] = "? xxx xx +x x",
        ["ListReminders"] = "? xxx xx +x x",
        ["HoldReminders"] = "? xxx xx +x x",
        ["SendReminder"] = "? xxx xx +x x",
        ["PreviewReminder"] = "? xxx xx +x x",
        ["TestReminder"] = "? xxx xx +x x",
        ["PostMailEvents"] = "+ +++ ++ ++ +",
        ["ListDevelopmentMail"] = "+ +++ ++ ++ +",
        ["ShowDevelopmentMail"] = "+ +++ ++ ++ +",
        ["ListEvaluations"] = "? xxx +x +x +",
        ["GetEvaluation"] = "? xxx +x +x +",
        ["PutEvaluation"] = "? xxx xx +x x",
        ["ListHistory"] = "? xxx +x +x +",
        ["PutHistory"] = "? xxx xx +x x",
        ["DeleteHistory"] = "? xxx xx +x x",
        ["ListAchievements"] = "? ++x +x +x +",
        ["GetAchievement"] = "? ++x +x +x +",
        ["PutAchievement"] = "? ++x xx +x x",
        ["WithdrawAchievement"] = "? ++x xx +x x",
        ["RestoreAchievement"] = "? ++x xx +x x",
        ["ShowAchievements"] = "+ +++ ++ ++ +",
        ["PostExport"] = "? xxx xx +x x",
        ["ListReportRuns"] = "? xxx +x +x +",
        ["GetReportRunChanges"] = "? xxx +x +x +",
        ["GetReportDocument"] = "? xxx +x +x +",
        ["ListExports"] = "? xxx +x +x +",
        ["GetExport"] = "? xxx +x +x +",
        ["GetExportFile"] = "? xxx +x +x +",
        ["PutReportTemplate"] = "? xxx xx +x x",
        ["GetReportTemplate"] = "? xxx +x +x +",
        ["DeleteReportTemplate"] = "? xxx xx +x x",
        ["GetEvidenceArchive"] = "? xxx +x +x +",
        ["PostReports"] = "? xxx xx +x x",
        ["PutMember"] = "? xxx xx +x +",
        ["PutProgress"] = "? +0x xx +x x",
        ["RereadEvidence"] = "? xxx xx +x x",
        ["ResolveFinding"] = "? xxx xx +x x",
        ["ReviewProgress"] = "? xxx xx +x x",
        ["UnknownAddress"] = "+ +++ ++ ++ +",
        ["WithdrawEvidence"] = "? +0x xx +x x",
        ["RevokeLink"] = "? xxx xx +x x",
        ["RevokeLinks"] = "? xxx xx +x x",
        ["ShowActivity"] = "+ +++ ++ ++ +",
        ["ShowReview"] = "+ +++ ++ ++ +",
        ["ShowReports"] = "+ +++ ++ ++ +",
        ["ShowReportToRead"] = "+ +++ ++ ++ +",
        ["ShowAmendments"] = "+ +++ ++ ++ +",
        ["ShowReminders"] = "+ +++ ++ ++ +",
        ["ShowLinks"] = "+ +++ ++ ++ +",
        ["ShowImport"] = "+ +++ ++ ++ +",
        ["ShowPlanEditor"] = "+ +++ ++ ++ +",
        ["ShowRecommendationCheck"] = "+ +++ ++ ++ +",
        ["GetPlanFile"] = "? ++x +x +x +",
        ["GetPlanTemplate"] = "? +++ ++ ++ +",
        ["GetSuccessor"] = "? xxx xx +x x",
        ["GetRecommendationCheck"] = "? xxx +x +x +",
        ["PutRecommendationCheck"] = "? xxx xx +x x",
        ["ShowNationalOverview"] = "+ +++ ++ ++ +",
        ["ShowNation"] = "+ +++ ++ ++ +",
        ["ShowEntry"] = "+ +++ ++ ++ +",
        ["ShowReceipt"] = "+ +++ ++ ++ +",
        ["ShowSecretariatGuide"] = "+ +++ ++ ++ +",
        ["ShowStart"] = "+ +++ ++ ++ +",
        ["ShowUnitGuide"] = "+ +++ ++ ++ +",
    };

    public static TheoryData<string> Functions => [.. HttpFunction.All.Select(function => function.Name).Distinct()];

    [Fact]
    public void Functions_OfTheApp_AreAllInTheTableAndDeclareWhatTheyNeed()
    {
        HttpFunction.All.Select(function => function.Name).Distinct().ShouldBe(Expected.Keys, ignoreOrder: true);
        HttpFunction.All.Where(function => function.Permission is null).ShouldBeEmpty();
        HttpFunction
            .All.Where(function => function.Permission == Permission.Anonymous)
            .Select(function => function.Name)
            .ShouldBe(Open, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Call_ByEachCaller_IsAnsweredAsTheTableSays(string name)
    {
        foreach (var function in HttpFunction.All.Where(function => function.Name == name))
        {
            var actual = "";
            foreach (var caller in Callers)
            {
                actual += Mark(await CallAsync(shared.App, function, caller));
            }

            actual.ShouldBe(Expected[name].Replace(" ", "", StringComparison.Ordinal), function.Path);
        }
    }

    [Fact]
    public async Task Call_InProduction_KnowsNobodyByTheHeader()
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount(), environment: "Production");
        foreach (var function in HttpFunction.All.Where(function => !Open.Contains(function.Name)))
        {
            foreach (var caller in Callers)
            {
                (await CallAsync(app, function, caller)).ShouldBeProblem(401, "not-signed-in");
            }
        }

        (await app.As(null).GetAsync("/api/health")).ShouldBeOk()["environment"]!
            .GetValue<string>()
            .ShouldBe("Production");
    }

    [Theory]
    [InlineData("/api/plans/PLAN-DE-PRUEBA")]
    [InlineData("/api/plans/plan-de-prueba%2Fx")]
    [InlineData("/api/plans/plan-de-prueba%20")]
    [InlineData("/api/plans/plan-de-prueba%00")]
    [InlineData("/api/plans/otro-plan/../plan-de-prueba%2e")]
    public async Task Call_NameOfAPlanWrittenOtherwise_OpensNothing(string path)
    {
        var answer = await shared.App.As("secretariat otro-plan").GetAsync(path);

        answer.Status.ShouldBeOneOf(400, 403, 404);
        answer.Text.ShouldNotContain("CSIG");
    }

    [Fact]
    public async Task ListPlans_OfEachCaller_AreThoseThatMayBeRead()
    {
        (await ListAsync("national-secretariat")).ShouldBe(["plan-de-prueba"]);
        (await ListAsync("reader plan-de-prueba")).ShouldBe(["plan-de-prueba"]);
        (await ListAsync("reader otro-plan")).ShouldBeEmpty();

        async Task<IEnumerable<string?>> ListAsync(string caller) =>
            (await shared.App.As(caller).GetAsync("/api/plans"))
                .ShouldBeOk()
                .Json.AsArray()
                .Select(plan => (string?)plan!["id"]);
    }

    private static Task<Answer> CallAsync(AppDriver app, HttpFunction function, string? caller) =>
        app.As(caller)
            .SendAsync(
                new HttpMethod(function.Method),
                function.Path,
                "\"0\"",
                function.Method == "GET" ? null : ApiClient.Json(SentProgress.Draft(Guid.NewGuid()))
            );

    private static char Mark(Answer answer) =>
        answer.Status switch
        {
            401 when answer.Code == "not-signed-in" => '?',
            403 when answer.Code == "not-allowed" => 'x',
            404 when answer.Code == "activity-unknown" => '0',
            403 when answer.ContentType?.MediaType == "text/html" => '+',
            401 or 403 or >= 500 => '!',
            _ => '+',
        };
}
