namespace Avance.Functions.Documents.Facts.Kinds;

/// <summary>The kind of a document or of the event that it proves: a report on a training is a training.</summary>
public enum DocumentKind
{
    /// <summary>No kind is indicated.</summary>
    Unknown,

    /// <summary>Capacitación, curso, taller.</summary>
    Training,

    /// <summary>Asistencia técnica.</summary>
    TechnicalAssistance,

    /// <summary>Sensibilización, campaña, difusión.</summary>
    Awareness,

    /// <summary>Encuesta, diagnóstico.</summary>
    Survey,

    /// <summary>Plan de trabajo and other plans.</summary>
    Plan,

    /// <summary>Resolución, directiva and other norms.</summary>
    Resolution,

    /// <summary>Acta.</summary>
    Minutes,

    /// <summary>Correo electrónico.</summary>
    Mail,

    /// <summary>Lista de asistencia or of participants.</summary>
    AttendanceList,
}
