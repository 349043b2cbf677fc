namespace Avance.Functions.Documents.Facts;

/// <summary>Why a person should check a fact. The codes are stable: findings and stored facts contain them.</summary>
public static class DoubtCode
{
    /// <summary>The document is cited without a number, as in <c>INFORME S/N</c>.</summary>
    public const string NumberMissing = "number-missing";

    /// <summary>The number has no year, as in <c>INFORME N° D000360-INABIF/UPP</c>.</summary>
    public const string YearMissing = "year-missing";

    /// <summary>The number has no office letters, which alone tell two series of numbers apart.</summary>
    public const string OfficeMissing = "office-missing";

    /// <summary>A number of the document-management system without its D. It is the same document as the one with D.</summary>
    public const string PrefixMissing = "prefix-missing";

    /// <summary>A number of six digits and a year, without the kind of document.</summary>
    public const string TypeMissing = "type-missing";

    /// <summary>The kind of document is misspelled, as in <c>NFORME TÉCNICO</c>.</summary>
    public const string TypeMisspelled = "type-misspelled";

    /// <summary>The office letters are misspelled, as in <c>MIIMP</c>.</summary>
    public const string OfficeMisspelled = "office-misspelled";

    /// <summary>A number in the document-management system has six digits; this one has another count of them.</summary>
    public const string NumberLength = "number-length";

    /// <summary>Letters stand where digits belong (O for 0, l for 1): text recognition misread the number.</summary>
    public const string DigitsMisread = "digits-misread";

    /// <summary>M stands for mujer or for masculino, and the context does not decide.</summary>
    public const string SexAmbiguous = "sex-ambiguous";

    /// <summary>Some rows of a list name a person but no readable sex.</summary>
    public const string SexUnread = "sex-unread";

    /// <summary>Some rows of a list have a number of identity that stands in a row above: a person may be counted twice.</summary>
    public const string PersonRepeated = "person-repeated";

    /// <summary>The numbers of the rows have gaps, or end beyond the count of rows: rows were lost in reading.</summary>
    public const string RowsLost = "rows-lost";

    /// <summary>The rows do not add up to the totals row of their table.</summary>
    public const string TotalDiffers = "total-differs";

    /// <summary>Women and men do not add up to the total that stands beside them.</summary>
    public const string SumDiffers = "sum-differs";

    /// <summary>Only one sex is counted.</summary>
    public const string OneSexOnly = "one-sex-only";

    /// <summary>A blank may separate thousands or two numbers.</summary>
    public const string BlankInNumber = "blank-in-number";

    /// <summary>Counted under another word for people than the unit of measure has, as participants for persons.</summary>
    public const string Synonym = "synonym";

    /// <summary>A target, people who were invited, or a whole of which a part is counted, as in <c>de los 44 protocolos</c>.</summary>
    public const string Planned = "planned";

    /// <summary>A number whose noun came before, as in <c>de los 6 planes, 4 fueron adecuados</c>.</summary>
    public const string NounMissing = "noun-missing";

    /// <summary>The year of a date or document has two digits; it is taken to be of this century.</summary>
    public const string YearOfTwoDigits = "year-of-two-digits";

    /// <summary>A date that is only valid with the month first.</summary>
    public const string MonthFirst = "month-first";

    /// <summary>Another kind of document fits nearly as well.</summary>
    public const string KindUnclear = "kind-unclear";

    /// <summary>Too little text to decide.</summary>
    public const string TooLittleText = "too-little-text";
}
