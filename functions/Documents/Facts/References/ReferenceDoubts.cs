namespace Avance.Functions.Documents.Facts.References;

/// <summary>Says what a reference lacks or has misspelled.</summary>
internal static class ReferenceDoubts
{
    private const int SystemDigits = 6;

    /// <summary>Codes of <see cref="DoubtCode"/>.</summary>
    public static ValueList<string> Of(ReferenceType type, bool misspelled, NumberParts number)
    {
        (bool Holds, string Code)[] doubts =
        [
            (type == ReferenceTypes.Unknown, DoubtCode.TypeMissing),
            (misspelled, DoubtCode.TypeMisspelled),
            (number.IsAbsent, DoubtCode.NumberMissing),
            (!number.IsAbsent && number.Year is null && !type.IsNational, DoubtCode.YearMissing),
            (number.IsYearShort, DoubtCode.YearOfTwoDigits),
            (
                !number.IsAbsent && number.Offices.Count == 0 && !type.IsNational && !type.IsWithoutOffice,
                DoubtCode.OfficeMissing
            ),
            (number.Offices.Any(office => OfficeLetters.Corrected(office) != office), DoubtCode.OfficeMisspelled),
            (!number.IsAbsent && type.IsInSystem && !number.HasPrefix, DoubtCode.PrefixMissing),
            (!number.IsAbsent && type.IsInSystem && number.Digits.Length != SystemDigits, DoubtCode.NumberLength),
            (number.Misread, DoubtCode.DigitsMisread),
        ];
        return doubts.Where(doubt => doubt.Holds).Select(doubt => doubt.Code).ToValueList();
    }
}
