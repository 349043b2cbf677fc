namespace Avance.Functions.Documents.Facts.Text;

/// <summary>Words for people in a plan, folded and without the endings of number and sex.</summary>
internal static class PeopleWords
{
    public static string[] Stems { get; } =
    ["PERSONA", "PARTICIPANTE", "SERVIDOR", "ASISTENTE", "COLABORADOR", "TRABAJADOR", "BENEFICIARI", "FUNCIONARI"];
}
