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
            var found = char.IsLetterOrDigit(piece.Folded[at]) ? Read(piece, at) : [];
            foreach (var (reference, begin, end) in found)
            {
                yield return Placed(piece, reference, begin, end, begin < headEnd);
            }

            at = found.Count > 0 ? found[^1].End : WordEnd(piece.Folded, at);
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

    private static List<(DocumentReference Reference, int Start, int End)> Read(TextPiece piece, int at)
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
            return Named(piece, at, named.End, named.Type, named.Misspelled);
        }

        var end = WordEnd(piece.Folded, at);
        if (piece.Folded.AsSpan(at, end - at).SequenceEqual("CORREO"))
        {
            return Mail(piece, at, end);
        }

        return piece.Folded[at] is 'N' or 'D' ? Unnamed(piece, at) : [];
    }

    private static List<(DocumentReference Reference, int Start, int End)> Named(
        TextPiece piece,
        int at,
        int nameEnd,
        ReferenceType type,
        bool misspelled
    )
    {
        var list = Number(piece, nameEnd) is { } number ? NumberList.Of(piece, at, number, type) : [];
        if (list.Count > 0 && Accepts(type, misspelled, list[0].Number))
        {
            return References(piece, type, misspelled, list);
        }

        return
            !misspelled
            && type is { IsNational: false, IsOrdinaryWord: false }
            && AfterWords(piece, nameEnd) is { HasSign: true } further
            && NumberList.Of(piece, at, further, type) is [{ Number.IsComplete: true }, ..] others
            ? References(piece, type, misspelled, others)
            : [];
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

        if (type.IsOrdinaryWord && number is { Year: null, Offices.Count: 0 })
        {
            return false;
        }

        return number.IsAbsent
            || number.HasSign
            || number.HasPrefix
            || (number.Offices.Count > 0 && number.Digits.Length >= 3)
            || (number.Year is not null && number.Digits[0] == '0')
            || (type.IsWithoutOffice && (number.Year is not null || number.Digits.Length >= UnnamedDigits))
            || (type.IsNational && number.Digits.Length >= (type.Name == "LEY" ? 5 : 3));
    }

    private static List<(DocumentReference Reference, int Start, int End)> Unnamed(TextPiece piece, int at)
    {
        // Part of a longer number or of an address.
        if (at > 0 && piece.Folded[at - 1] is '-' or '/' or '_' or '.' or '@')
        {
            return [];
        }

        return
            Number(piece, at) is { } number
            && (number.HasPrefix || number.Digits.Length >= UnnamedDigits)
            && NumberList.Of(piece, at, number, ReferenceTypes.Unknown) is [{ Number.IsComplete: true }, ..] list
            ? References(piece, ReferenceTypes.Unknown, misspelled: false, list)
            : [];
    }

    private static NumberParts? AfterWords(TextPiece piece, int at)
    {
        var folded = piece.Folded;
        for (var words = 0; words < MaxWordsBetween; words++)
        {
            at = SkipBlanks(folded, at);
            var end = at;
            // RESOLUCIÓN DIRECTORAL UGEL 05 N° 123-2026-UGEL.05
            while (end < folded.Length && char.IsLetterOrDigit(folded[end]))
            {
                end++;
            }

            if (end == at || ReferenceTypes.At(folded, at) is { Misspelled: false })
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

    private static List<(DocumentReference Reference, int Start, int End)> References(
        TextPiece piece,
        ReferenceType type,
        bool misspelled,
        List<(int Start, NumberParts Number)> list
    ) =>
        list.ConvertAll(item =>
            (Reference(piece, item.Start, type, misspelled, item.Number), item.Start, item.Number.End)
        );

    private static DocumentReference Reference(
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
        var raw = piece.Raw(at, number.End);
        var doubts = ReferenceDoubts.Of(type, misspelled, number);
        return new DocumentReference(document, number.HasPrefix, raw, piece.WhereAt(at), doubts);
    }

    private static List<(DocumentReference Reference, int Start, int End)> Mail(TextPiece piece, int at, int wordEnd)
    {
        if (MailScanner.At(piece, at, wordEnd) is not { } mail)
        {
            return [];
        }

        var type = ReferenceTypes.Mail;
        var document = new DocumentNumber(type.Name, type.Series, "", mail.Date?.Year, mail.Offices, mail.Date);
        ValueList<string> doubts = mail.Date is null ? [DoubtCode.NumberMissing] : [];
        var raw = piece.Raw(at, mail.End);
        return [(new DocumentReference(document, false, raw, piece.WhereAt(at), doubts), at, mail.End)];
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
