namespace Avance.Functions.Tests.Builders;

/// <summary>Bodies as a form sends them.</summary>
public static class SentProgress
{
    public static object Submission(Guid id, decimal executed = 10) => Body(id, "submit", executed, "");

    public static object Draft(Guid id, decimal executed = 10, string narrative = "") =>
        Body(id, "draft", executed, narrative);

    public static object Return(Guid id) =>
        new
        {
            reviewId = id,
            decision = "return",
            observation = "Adjunte la lista de asistencia por sexo.",
        };

    public static object Accept(Guid id) => new { reviewId = id, decision = "accept" };

    private static object Body(Guid id, string action, decimal executed, string narrative) =>
        new
        {
            submissionId = id,
            action,
            goals = new[]
            {
                new
                {
                    year = 2023,
                    outcome = "reported",
                    executed,
                },
            },
            narrative,
            documentsCited = new[] { "INFORME N° 000215-2023-MIMP-ODTH" },
            evidenceLinks = new[] { "https://www.gob.pe/mimp/informe" },
        };
}
