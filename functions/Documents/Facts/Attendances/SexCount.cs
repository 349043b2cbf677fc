using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>A number of one sex in a sentence.</summary>
/// <param name="Index">Its first token.</param>
/// <param name="LastIndex">Its last token.</param>
/// <param name="End">Position after its last character.</param>
internal readonly record struct SexCount(Sex Sex, Token Number, int Index, int LastIndex, int End)
{
    public long Value => (long)Number.Value;

    public bool HasBlank => Number.HasBlank;

    /// <summary>True if a letter stands for the sex, which means nothing alone.</summary>
    public bool IsLetter { get; init; }

    /// <summary>True for servidoras and servidores, which tell the sexes only beside each other.</summary>
    public bool IsNoun { get; init; }

    /// <summary>True if the sex stands before the number as its label: mujeres: 79.</summary>
    public bool IsLabelled { get; init; }

    /// <summary>True if it is not certain that these people took part.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>True for una mujer, un hombre, and for a letter: no count by themselves.</summary>
    public bool IsArticle => IsLetter || (Number.InWords && Number.Value <= 1);
}
