using Avance.Functions.Plans.Policies;

namespace Avance.Functions.Tests.Plans.Policies;

/// <summary>How the parts of a policy refer to each other.</summary>
public sealed class PolicyTests
{
    private static readonly Policy Policy = new(
        [new PriorityObjective("OP.01", "Objetivo")],
        [new Guideline("01.01", "op.01", "Lineamiento")],
        // A code that the guideline has as well.
        [new Service("01.01", "01.01", "Servicio", new UnitCode("MIMP"))],
        [],
        []
    );

    [Theory]
    [InlineData("OP.01")]
    [InlineData("op.01")]
    [InlineData("01.01")]
    public void FindObjectiveOf_AnObjectiveOrAService_IsItsObjective(string code) =>
        Policy.FindObjectiveOf(code).ShouldBe(Policy.Objectives[0]);

    [Fact]
    public void FindObjectiveOf_AnUnknownCode_IsNone() => Policy.FindObjectiveOf("S.99").ShouldBeNull();
}
