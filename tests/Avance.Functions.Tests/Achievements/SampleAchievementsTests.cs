using System.Text.Json;
using System.Text.Json.Nodes;
using Avance.Functions.Achievements;
using Avance.Functions.Plans;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Achievements;

/// <summary>The achievements that <c>./run</c> records of the sample plan.</summary>
public sealed class SampleAchievementsTests
{
    private static readonly Plan Plan = PlanBuilder
        .Read(File.ReadAllBytes(RepositoryRoot.File("samples/psig-2022-2023.xlsx")), null)
        .Draft!;

    [Fact]
    public void Sample_EachAchievement_IsTakenAndSaysThatItIsInvented()
    {
        var caller = new Caller(Role.Secretariat, Plan.Id, null, "dev:secretariat");
        var sample = JsonNode
            .Parse(File.ReadAllText(RepositoryRoot.File("samples/psig-2022-2023/achievements.json")))!
            .AsArray()
            .Select(one => one!.AsObject())
            .ToList();

        sample.Select(one => (string)one["id"]!).ShouldBeUnique();
        foreach (var one in sample)
        {
            var id = Guid.Parse((string)one["id"]!);
            one.Remove("id");
            var request = one.Deserialize<AchievementRequest>(Json.Options)!;

            var recorded = AchievementRules.Record(
                Plan,
                id,
                null,
                0,
                request,
                caller,
                new DateOnly(2024, 1, 31),
                TestPlan.WhileOpen
            );

            recorded.Error.ShouldBeNull(request.Title);
            request.Title.ShouldEndWith("(ejemplo)");
        }
    }
}
