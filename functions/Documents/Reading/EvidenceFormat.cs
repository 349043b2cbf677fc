namespace Avance.Functions.Documents.Reading;

/// <summary>The types of file that are allowed as evidence.</summary>
public enum EvidenceFormat
{
    Pdf,
    Docx,
    Xlsx,
    Xls,
    Csv,
    Pptx,
    Odt,
    Ods,
    Jpg,
    Png,
    Tiff,
    Eml,
    Msg,
    Txt,
    Html,
    Zip,
    Odp,
    Rtf,

    /// <summary>A workbook as the XML of Excel 2003.</summary>
    Xml,
}
