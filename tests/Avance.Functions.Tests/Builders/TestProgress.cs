using Avance.Functions.Progress;

namespace Avance.Functions.Tests.Builders;

/// <summary>Requests and callers with valid defaults.</summary>
public static class TestProgress
{
    public static Caller Reporter { get; } =
        new(Role.UnitReporter, TestPlan.Id, new UnitCode("OGRH"), "dev:unit-reporter:OGRH");

    public static Caller Secretariat { get; } = new(Role.Secretariat, TestPlan.Id, null, "dev:secretariat");

    public static ProgressRequest Submission(decimal executed = 10) =>
        Submission(new GoalEntry(2023, Outcome.Reported, executed));

    public static ProgressRequest Submission(params GoalEntry[] goals) =>
        new(
            Guid.NewGuid(),
            ProgressAction.Submit,
            [.. goals],
            "Se dictó la capacitación a todo el personal.",
            ["INFORME N° 000215-2023-MIMP-ODTH"],
            ["https://www.gob.pe/mimp/informe"],
            "Rotación del personal.",
            "Se repitió el taller.",
            "Participó el 80 % del personal."
        );

    public static ProgressRequest Draft(params GoalEntry[] goals) =>
        new(Guid.NewGuid(), ProgressAction.Draft, [.. goals]);

    public static ReviewRequest Return(string observation = "Adjunte la lista de asistencia por sexo.") =>
        new(Guid.NewGuid(), ReviewDecision.Return, observation);
}
