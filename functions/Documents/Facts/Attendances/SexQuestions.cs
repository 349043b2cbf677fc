using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Words in which lists and forms ask for a person's sex, besides the word for sex itself.</summary>
internal static class SexQuestions
{
    private static readonly HashSet<string> Asking = WordSet.Of(
        """
        A AL ALUMNA ALUMNO ANOTE AS ASIGNADO ASPA AUTOIDENTIFICA AUTOIDENTIFICACION AUTOPERCIBE AUTOPERCIBIDO BENEFICIARIA
        BENEFICIARIO BINARIO BIOLOGICO CAPACITADA CAPACITADO CODIGO COLABORADOR COLABORADORA COLOQUE CON CONSIDERA CONSIDERAS
        CONSIGNE CRUZ CUAL DATO DATOS DECIR DECIRLO DECLARADO DIGA DNI DOCENTE DOCUMENTO ELIGE ELIJA EL EN ENCUESTADA
        ENCUESTADO ENTREVISTADA ENTREVISTADO ES ESCOJA ESCRIBA ESPECIFICA ESPECIFIQUE ESTUDIANTE EXPRESA FAVOR FUNCIONARIA
        FUNCIONARIO IDENTIDAD IDENTIFICA IDENTIFICADO IDENTIFICAS INDICA INDICAR INDIQUE IS LEGAL LETRA LO MARCA MARCAR MARQUE
        ME MI NACER NACIMIENTO NACIONAL NO OBLIGATORIA OBLIGATORIO OF OPCION OPCIONAL OPCIONES OS OTRA OTRAS OTRO OTROS
        PARTICIPANT PARTICIPANTE PERCIBE PERCIBIDO PERSONA PERSONAL PERSONALES PLEASE POR PRECISE PREFIERE PREFIERO PREGUNTA
        QUE QUIEN RECONOCE REGISTRA REGISTRADO REGISTRAL REGISTRE RENIEC RESPONDER RESPUESTA S SE SEGUN SELECCIONA SELECCIONAR
        SELECCIONE SELECT SENALA SENALE SERVIDOR SERVIDORA SI SIENTE SU SUS TE THE TRABAJADOR TRABAJADORA TU U UN UNA UNO USTED
        USUARIA USUARIO WHAT YOUR
        """
    );

    // The sex of someone else, or an opinion about the sexes.
    private static readonly HashSet<string> OfOthers = WordSet.Of(
        """
        AGRESOR AGRESORA AUTOR AUTORA BEBE BRECHA BRECHAS CAPACITADOR CONCEPTO CONOCE CONYUGE CREE CURSO DEFINICION DEFIENDE
        DIFERENCIA DIRECTOR DIRECTORA ENFOQUE EQUIDAD ESTEREOTIPO ESTEREOTIPOS EXISTE EXPOSITOR EXPOSITORA FACILITADOR
        FACILITADORA FAMILIAR HIJA HIJAS HIJO HIJOS IDENTIDAD IGUALDAD JEFA JEFE LIDER LIDERA LITERARIO MAS MEJOR MENOR
        MUSICAL NINA NINO OPINA OPINION ORIENTACION PAREJA PERSPECTIVA PONENTE PREDOMINA PREDOMINANTE RELACIONES
        REPRESENTANTE ROL ROLES SUFRE TALLER TEMA TIENEN VICTIMA VIOLENCIA
        """
    );

    private static readonly HashSet<string> BesideSexes = WordSet.Of(
        "CIS CISGENERO GENERO LA EL ES PERSONA SEXO SOY TRANS TRANSGENERO"
    );

    /// <summary>True for a text that may have a word for sex; quick.</summary>
    public static bool MentionsSex(string cell) =>
        cell.Contains("sex", StringComparison.OrdinalIgnoreCase)
        || cell.Contains("nero", StringComparison.OrdinalIgnoreCase)
        || cell.Contains("gender", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a question for an identity of gender.</summary>
    public static bool IsOfIdentity(List<string> words) =>
        words.IndexOf("IDENTIDAD") is >= 0 and var identity && identity < words.IndexOf("GENERO");

    /// <summary>True for a word that a question for a person's own sex may have.</summary>
    public static bool IsAsking(string folded) => Asking.Contains(folded);

    /// <summary>True if a header asks for the sex of someone else than the person of its row, or for an opinion.</summary>
    public static bool IsAboutOthers(List<string> words) => words.Exists(OfOthers.Contains);

    /// <summary>True for a word that an answer may have beside that for the sex.</summary>
    public static bool IsBesideSex(string folded) => BesideSexes.Contains(folded);
}
