namespace Avance.Functions.Documents.Reading.Mail;

/// <summary>
/// The Spanish labels with which the headers of a mail are written into its text, as mail programs in Peru print them, and the
/// names given to parts that have none.
/// </summary>
internal static class MailLabels
{
    public const string Body = "mensaje.html";
    public const string Mail = "mensaje.eml";
    public const string Unnamed = "adjunto";
    public const string From = "De";
    public const string To = "Para";
    public const string Copy = "CC";
    public const string Date = "Fecha";
    public const string Subject = "Asunto";

    public static readonly (string Label, string Header)[] Headers =
    [
        (From, "From"),
        (To, "To"),
        (Copy, "Cc"),
        (Date, "Date"),
        (Subject, "Subject"),
    ];
}
