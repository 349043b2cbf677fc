namespace Avance.Functions.Documents.Reading.Rtf;

internal enum RtfToken
{
    Start,
    End,
    Control,
    Character,
}
