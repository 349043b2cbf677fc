using System.Text.Json;
using System.Text.Json.Nodes;
using Avance.Functions.Groups;
using Avance.Functions.Groups.Sessions;
using Avance.Functions.Tests.Builders;
using Avance.Samples;
using ApiClient = Avance.Samples.ApiClient;

namespace Avance.Functions.Tests.Groups;

/// <summary>samples/groups/groups.json is what the API takes, with the groups of the reference data.</summary>
public sealed class SampleGroupTests(AzuriteFixture azurite)
{
    private static readonly Caller Secretariat = new(Role.Secretariat, TestPlan.Id, null, "cuenta-1");

    private static readonly JsonArray Entries = JsonNode
        .Parse(File.ReadAllText(RepositoryRoot.File("samples/groups/groups.json")))!
        .AsArray();

    [Theory]
    [InlineData("CSIG-MIMP", 5)]
    [InlineData("GTIG-PRODUCE", 4)]
    [InlineData("CONAIG", 21)]
    public void Group_OfTheSample_IsTakenWithItsMembers(string id, int members)
    {
        var group = GroupOf(id);

        group.Members.Count.ShouldBe(members);
        group
            .Members.SelectMany(one => new[] { one.Address, one.AlternateAddress })
            .OfType<EmailAddress>()
            .ShouldAllBe(address => $"{address}".EndsWith(".example"));
    }

    [Fact]
    public void Session_OfTheSample_HasAQuorumAndItsAgreement()
    {
        var group = GroupOf("CSIG-MIMP");
        var request = EntryOf("CSIG-MIMP")["sessions"]!["2023-002"]!.Deserialize<GroupSessionRequest>(Json.Options)!;

        var session = GroupSessionRules
            .Save(group, null, TestGroup.Session, 0, request, new DateTime(2026, 1, 1), Secretariat, TestPlan.WhileOpen)
            .ShouldSucceed();

        MinutesNumber.Of(group.Id, session.Id).ShouldBe("Acta 002-2023-CSIG");
        QuorumRules.Of(group, session.Attendance, session.Day()).ShouldBe(new Quorum(5, 4, 3));
        session.Agreements.ShouldHaveSingleItem().Text.ShouldContain("actividad 62");
    }

    [Fact]
    public void Quorum_OfTheConaig_IsElevenOfTwentyOne() =>
        QuorumRules.Of(GroupOf("CONAIG"), [], new DateOnly(2023, 1, 1)).ShouldBe(new Quorum(21, 0, 11));

    [Fact]
    public async Task Load_Twice_LinksTheConaigToItsWorkPlanOnce()
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount());
        foreach (var id in new[] { "psig-2022-2023", "conaig-2021-2022" })
        {
            await app.AddAsync(PlanFileBuilder.Sample(id).Imported() with { Id = new PlanId(id) });
        }

        using var api = new ApiClient(app.Address);
        var groups = new SampleGroups(api, RepositoryRoot.File("samples"));

        await groups.LoadAsync(TestContext.Current.CancellationToken);
        await groups.LoadAsync(TestContext.Current.CancellationToken);

        var all = (await app.As("national-secretariat").GetAsync("/api/groups")).ShouldBeOk().Json.AsArray();
        all.Select(group => $"{group!["id"]} {group["version"]} {group["plans"]!.ToJsonString()}")
            .ShouldBe(["""CONAIG 2 ["conaig-2021-2022"]""", """CSIG-MIMP 1 ["psig-2022-2023"]""", "GTIG-PRODUCE 1 []"]);
    }

    private static JsonNode EntryOf(string id) => Entries.Single(entry => (string?)entry!["group"]!["id"] == id)!;

    private static WorkingGroup GroupOf(string id) =>
        WorkingGroupRules
            .Write(
                null,
                [],
                0,
                EntryOf(id)["group"]!.Deserialize<WorkingGroupRequest>(Json.Options)!,
                Secretariat,
                TestPlan.WhileOpen,
                new DateOnly(2023, 12, 11)
            )
            .ShouldSucceed();
}
