using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Headers of columns that tell people apart, as names and numbers of identity do.</summary>
internal static class PeopleHeaders
{
    private static readonly HashSet<string> Names = WordSet.Of("APELLIDO APELLIDOS NOMBRE NOMBRES");

    private static readonly HashSet<string> People = WordSet.Of(
        """
        ALUMNA ALUMNAS ALUMNO ALUMNOS ASISTENTE ASISTENTES BENEFICIARIA BENEFICIARIAS BENEFICIARIO BENEFICIARIOS
        CAPACITADA CAPACITADAS CAPACITADO CAPACITADOS CIUDADANO CIUDADANA COLABORADOR COLABORADORA COLABORADORAS
        COLABORADORES DOCENTE DOCENTES EMPLEADO EMPLEADA ESTUDIANTE ESTUDIANTES FUNCIONARIA FUNCIONARIO FUNCIONARIOS
        INTEGRANTE INTEGRANTES PARTICIPANTE PARTICIPANTES PERSONA PERSONAS POSTULANTE SERVIDOR SERVIDORA SERVIDORAS
        SERVIDORES TRABAJADOR TRABAJADORA TRABAJADORAS TRABAJADORES USUARIA USUARIAS USUARIO USUARIOS
        """
    );

    private static readonly HashSet<string> Things = WordSet.Of(
        """
        ACTIVIDAD ACTIVIDADES AREA CAPACITACION CENTRO CHARLA CURSO CURSOS DEPENDENCIA DISTRITO EMPRESA ENTIDAD EVENTO EVENTOS
        INSTITUCION LIBRO MODULO OBRA OFICINA ORGANIZACION ORGANO PRODUCTO PROGRAMA PROVINCIA PROYECTO REGION SEDE SERVICIO
        TALLER TALLERES TAREA TEMA UNIDAD
        """
    );

    private static readonly HashSet<string> Counting = WordSet.Of("CANTIDAD CONTEO N NRO NUMERO TIPO TOTAL");
    private static readonly HashSet<string> Article = WordSet.Of("DE DEL EL LA LAS LOS O Y");
    private static readonly HashSet<string> Documents = WordSet.Of("CEDULA DNI PASAPORTE");

    private static readonly HashSet<string> OfDocument = WordSet.Of(
        "CARNE CE DE DEL DOC DOCUMENTO EXTRANJERIA ID IDENT IDENTIDAD N NACIONAL NO NRO NUM NUMERO O U Y"
    );

    private static readonly HashSet<string> Personal = WordSet.Of(
        "CELULAR CORREO EDAD EMAIL FIRMA FIRMAS HUELLA MAIL NACIMIENTO TELEFONO TEMPORAL TIMESTAMP"
    );

    private static readonly HashSet<string> Ordinals = WordSet.Of("CORRELATIVO DE ITEM N NO NRO NUM NUMERO ORD ORDEN");

    /// <summary>True for APELLIDOS Y NOMBRES, PARTICIPANTE, NOMBRE DEL SERVIDOR; false for NOMBRE DEL CURSO.</summary>
    public static bool IsName(string header)
    {
        var words = Words(header);
        var name = words.FindIndex(Names.Contains);
        if (name < 0)
        {
            return words.Exists(People.Contains) && !words.Exists(Counting.Contains);
        }

        var rest = words.Skip(name + 1).Where(word => !Article.Contains(word)).ToList();
        return rest.Count == 0
            || rest.Exists(word => Names.Contains(word) || People.Contains(word))
            || !(words[name + 1] is "DE" or "DEL" || rest.Exists(Things.Contains));
    }

    /// <summary>True for DNI, D.N.I., N° DE DOCUMENTO DE IDENTIDAD and the like.</summary>
    public static bool IsDocument(string header)
    {
        var words = Words(header.Replace(".", "", StringComparison.Ordinal));
        return words.Exists(word => Documents.Contains(word) || word is "DOC" or "DOCUMENTO")
            && words.TrueForAll(word => Documents.Contains(word) || OfDocument.Contains(word));
    }

    /// <summary>True for what lists ask of each person besides: an age, a signature, the time of an answer.</summary>
    public static bool IsPersonal(string header) => Words(header).Exists(Personal.Contains);

    /// <summary>True for N°, #, ÍTEM: the running number.</summary>
    public static bool IsOrdinal(string header) =>
        header.Trim() is "#" or "№" || (Words(header) is { Count: > 0 } words && words.TrueForAll(Ordinals.Contains));

    private static List<string> Words(string header) =>
        header.Length > SexWords.MaxHeader
            ? []
            : Tokens.Words(ReadableText.Fold(ReadableText.Clean(header)).Replace('º', ' ').Replace('ª', ' ')).ToList();
}
