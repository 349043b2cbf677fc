using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.References;

/// <summary>Finds the documents that a text names by type and number.</summary>
public static class ReferenceExtractor
{
    public static readonly ExtractorVersion Version = new("references", 5);

    // The words between type and number: RESOLUCIÓN DE LA OFICINA GENERAL DE ADMINISTRACIÓN N° 12-2023-MIMP-OGA.
    private const int MaxWordsBetween = 8;

    // A number in the document-management system, shorter ones are numbers of something else.
    private const int UnnamedDigits = 5;
    private const int SystemDigits = 6;

    /// <summary>The documents that a document names, its own among them.</summary>
    public static IEnumerable<DocumentReference> Extract(IEnumerable<TextPiece> pieces)
    {
        var isHead = true;
        TextPiece? above = null;
        foreach (var piece in pieces)
        {
            var whole = isHead && above is not null && BeginsWithNumber(piece) ? Joined(above, piece) : piece;
            above = isHead && IsTypeAlone(piece) ? piece : null;
            foreach (var reference in Extract(whole))
            {
                yield return isHead ? reference : reference with { IsTitle = false, IsCited = true };
            }

            isHead = isHead && TitleLine.HeadEnd(piece.Folded) == piece.Folded.Length;
        }
    }

    /// <summary>True for <c>Resolución Ministerial</c>, whose number may stand below it as a paragraph of its own.</summary>
    private static bool IsTypeAlone(TextPiece piece) =>
        ReferenceTypes.At(piece.Folded, 0) is { Misspelled: false } named
        && piece.Folded.AsSpan(named.End).Trim().IsEmpty;

    private static bool BeginsWithNumber(TextPiece piece) => Number(piece, 0) is { HasSign: true, IsComplete: true };

    private static TextPiece Joined(TextPiece above, TextPiece below) =>
        new(
            $"{above.Text}\n{below.Text}",
            [.. above.Places, .. below.Places.Select(line => line with { Start = line.Start + above.Text.Length + 1 })]
        );

    public static IEnumerable<DocumentReference> Extract(TextPiece piece)
    {
        var headEnd = TitleLine.HeadEnd(piece.Folded);
        var at = 0;
        while (at < piece.Folded.Length)
        {
            var found = char.IsLetterOrDigit(piece.Folded[at]) ? Read(piece, at) : null;
            if (found is not { } reference)
            {
                at = WordEnd(piece.Folded, at);
                continue;
            }

            yield return Placed(piece, reference.Reference, at, reference.End, at < headEnd);
            at = reference.End;
        }
    }

    /// <summary>The reference, with whether its place makes it a title or a citation.</summary>
    private static DocumentReference Placed(TextPiece piece, DocumentReference reference, int at, int end, bool isHead)
    {
        var isCited = !isHead || TitleLine.IsCited(piece.Folded, at);
        var isTitle =
            !isCited
            && reference.Document is { Number.Length: > 0, Year: not null, Offices.Count: > 0 }
            && TitleLine.IsAlone(piece.Folded, at, end);
        return reference with { IsCited = isCited, IsTitle = isTitle };
    }

    private static (DocumentReference Reference, int End)? Read(TextPiece piece, int at)
    {
        if (!char.IsLetter(piece.Folded[at]))
        {
            // Text recognition reads the I of INFORME as 1.
            var misread =
                piece.Folded[at] == '1' && at + 1 < piece.Folded.Length && char.IsLetter(piece.Folded[at + 1]);
            return misread ? Read(piece, at + 1) : Unnamed(piece, at);
        }

        if (ReferenceTypes.At(piece.Folded, at) is { } named)
        {
            var number = Number(piece, named.End);
            var accepted = number is not null && Accepts(named.Type, named.Misspelled, number);
            if (!accepted && !named.Misspelled && !named.Type.IsNational)
            {
                number = AfterWords(piece, named.End);
                accepted = number is { HasSign: true, IsComplete: true };
            }

            return accepted ? Reference(piece, at, named.Type, named.Misspelled, number!) : null;
        }

        var end = WordEnd(piece.Folded, at);
        if (piece.Folded.AsSpan(at, end - at).SequenceEqual("CORREO"))
        {
            return Mail(piece, at, end);
        }

        return piece.Folded[at] is 'N' or 'D' ? Unnamed(piece, at) : null;
    }

    private static bool Accepts(ReferenceType type, bool misspelled, NumberParts number)
    {
        if (number.IsComplete)
        {
            return true;
        }

        if (misspelled)
        {
            return number.Offices.Count > 0 && (number.HasPrefix || number.Digits.Length >= UnnamedDigits);
        }

        return number.IsAbsent
            || number.HasSign
            || number.HasPrefix
            || (number.Offices.Count > 0 && number.Digits.Length >= 3)
            || (number.Year is not null && number.Digits[0] == '0')
            || (type.IsNational && number.Digits.Length >= 5);
    }

    private static (DocumentReference Reference, int End)? Unnamed(TextPiece piece, int at)
    {
        // Part of a longer number or of an address.
        if (at > 0 && piece.Folded[at - 1] is '-' or '/' or '_' or '.' or '@')
        {
            return null;
        }

        var number = Number(piece, at);
        return number is { IsComplete: true } && (number.HasPrefix || number.Digits.Length >= UnnamedDigits)
            ? Reference(piece, at, ReferenceTypes.Unknown, misspelled: false, number)
            : null;
    }

    private static NumberParts? AfterWords(TextPiece piece, int at)
    {
        var folded = piece.Folded;
        for (var words = 0; words < MaxWordsBetween; words++)
        {
            at = SkipBlanks(folded, at);
            var end = at;
            while (end < folded.Length && char.IsLetter(folded[end]))
            {
                end++;
            }

            if (end == at || ReferenceTypes.At(folded, at) is not null)
            {
                return null;
            }

            if (folded[at] == 'N' && Number(piece, at) is { HasSign: true } number)
            {
                return number;
            }

            at = end;
        }

        return null;
    }

    private static (DocumentReference Reference, int End) Reference(
        TextPiece piece,
        int at,
        ReferenceType type,
        bool misspelled,
        NumberParts number
    )
    {
        var offices = number.Offices.Select(OfficeLetters.Corrected).ToValueList();
        var document = number.IsAbsent
            ? new DocumentNumber(type.Name, type.Series, "", null, [])
            : new DocumentNumber(type.Name, type.Series, number.Number, number.Year, offices);
        var doubts = Doubts(type, misspelled, number).ToValueList();
        var raw = piece.Raw(at, number.End);
        return (new DocumentReference(document, number.HasPrefix, raw, piece.WhereAt(at), doubts), number.End);
    }

    private static IEnumerable<string> Doubts(ReferenceType type, bool misspelled, NumberParts number)
    {
        (bool Holds, string Code)[] doubts =
        [
            (type == ReferenceTypes.Unknown, DoubtCode.TypeMissing),
            (misspelled, DoubtCode.TypeMisspelled),
            (number.IsAbsent, DoubtCode.NumberMissing),
            (!number.IsAbsent && number.Year is null && !type.IsNational, DoubtCode.YearMissing),
            (!number.IsAbsent && number.Offices.Count == 0 && !type.IsNational, DoubtCode.OfficeMissing),
            (number.Offices.Any(office => OfficeLetters.Corrected(office) != office), DoubtCode.OfficeMisspelled),
            (!number.IsAbsent && !type.IsNorm && !number.HasPrefix, DoubtCode.PrefixMissing),
            (!number.IsAbsent && !type.IsNorm && number.Digits.Length != SystemDigits, DoubtCode.NumberLength),
            (number.Misread, DoubtCode.DigitsMisread),
        ];
        return doubts.Where(doubt => doubt.Holds).Select(doubt => doubt.Code);
    }

    private static (DocumentReference Reference, int End)? Mail(TextPiece piece, int at, int wordEnd)
    {
        if (MailScanner.At(piece, wordEnd) is not { } mail)
        {
            return null;
        }

        var type = ReferenceTypes.Mail;
        var document = new DocumentNumber(type.Name, type.Series, "", mail.Date?.Year, mail.Offices, mail.Date);
        ValueList<string> doubts = mail.Date is null ? [DoubtCode.NumberMissing] : [];
        var raw = piece.Raw(at, mail.End);
        return (new DocumentReference(document, false, raw, piece.WhereAt(at), doubts), mail.End);
    }

    private static NumberParts? Number(TextPiece piece, int at) =>
        new NumberScanner(piece.Text, piece.Folded, at).Read();

    private static int SkipBlanks(string folded, int at)
    {
        while (at < folded.Length && char.IsWhiteSpace(folded[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Position after the word or, where none is, after the character.</summary>
    private static int WordEnd(string folded, int at)
    {
        var end = at + 1;
        if (char.IsLetterOrDigit(folded[at]))
        {
            while (end < folded.Length && char.IsLetterOrDigit(folded[end]))
            {
                end++;
            }
        }

        return end;
    }
}
