namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Whether people of whom a sentence tells a number took part.</summary>
internal enum Participation
{
    /// <summary>They did, or nothing says otherwise.</summary>
    Told,

    /// <summary>They were enrolled, or something was meant for them.</summary>
    Unclear,

    /// <summary>They are expected or invited.</summary>
    Expected,
}
