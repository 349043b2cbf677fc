using Avance.Functions.Plans.Amendments;

namespace Avance.Testing.Builders;

public static class AmendmentBuilder
{
    /// <summary>The amendment with an id, a reason and a legal document where it has none.</summary>
    public static T Valid<T>(this T amendment, string id = "6f9619ff-8b86-d011-b42d-00cf4fc964ff")
        where T : Amendment =>
        amendment with
        {
            Id = amendment.Id == Guid.Empty ? Guid.Parse(id) : amendment.Id,
            Reason = amendment.Reason.Length > 0 ? amendment.Reason : "Acuerdo del grupo de trabajo",
            LegalDocument = amendment.LegalDocument.Length > 0 ? amendment.LegalDocument : "Acta 002-2023-CSIG",
        };
}
