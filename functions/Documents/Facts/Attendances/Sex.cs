namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>A person's sex, as a word or letter gives it.</summary>
internal enum Sex
{
    Woman,
    Man,

    /// <summary>M: mujer beside H or V, masculino beside F.</summary>
    M,

    /// <summary>E: F with its foot misread.</summary>
    E,
}
