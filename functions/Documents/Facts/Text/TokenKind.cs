namespace Avance.Functions.Documents.Facts.Text;

/// <summary>What a <see cref="Token"/> is.</summary>
internal enum TokenKind
{
    Word,

    /// <summary>A whole number that may count something.</summary>
    Count,

    /// <summary>A number with % after it.</summary>
    Percent,

    /// <summary>A number of another kind: a year, a decimal, a part of a date or of a document number.</summary>
    OtherNumber,

    Mark,

    /// <summary>The end of a sentence.</summary>
    End,
}
