namespace Avance.Testing.Builders;

/// <summary>Bodies as a form sends them.</summary>
public static class SentProgress
{
    /// <param name="documentsCited">A report unless said otherwise.</param>
    /// <param name="evidence">All that was uploaded unless said otherwise.</param>
    public static object Submission(
        Guid id,
        decimal executed = 10,
        int year = 2023,
        string narrative = "",
        string[]? documentsCited = null,
        EvidenceId[]? evidence = null,
        string problems = ""
    ) => Body(id, "submit", executed, year, narrative, documentsCited, evidence, problems);

    public static object Draft(Guid id, decimal executed = 10, string narrative = "", string problems = "") =>
        Body(id, "draft", executed, 2023, narrative, problems: problems);

    public static object Return(Guid id) =>
        new
        {
            reviewId = id,
            decision = "return",
            observation = "Adjunte la lista de asistencia por sexo.",
        };

    public static object Accept(Guid id) => new { reviewId = id, decision = "accept" };

    private static object Body(
        Guid id,
        string action,
        decimal executed,
        int year,
        string narrative,
        string[]? documentsCited = null,
        EvidenceId[]? evidence = null,
        string problems = ""
    ) =>
        new
        {
            submissionId = id,
            action,
            goals = new[]
            {
                new
                {
                    year,
                    outcome = "reported",
                    executed,
                },
            },
            narrative,
            documentsCited = documentsCited ?? ["INFORME N° 000215-2023-MIMP-ODTH"],
            evidenceLinks = new[] { "https://www.gob.pe/mimp/informe" },
            evidence = evidence?.Select(file => file.ToString()),
            problems,
        };
}
