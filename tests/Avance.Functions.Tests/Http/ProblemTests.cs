using Avance.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Avance.Functions.Tests.Http;

public sealed class ProblemTests
{
    [Fact]
    public void Details_Error_HaveItsCodeFieldAndMessages()
    {
        var details = Problem.Details(Error.Invalid("text-too-long", "narrative", 10_001, 10_000));

        (details.Status, details.Type).ShouldBe((422, "urn:avance:text-too-long"));
        details.Title.ShouldBe("El texto es demasiado largo");
        details.Detail.ShouldBe("El texto tiene 10001 caracteres y el máximo es 10000. Acórtelo.");
        details.Extensions["code"].ShouldBe("text-too-long");
        details.Extensions["field"].ShouldBe("narrative");
        details.Extensions.ShouldNotContainKey("errors");
    }

    [Fact]
    public void All_OneError_IsThatError()
    {
        var error = Error.Invalid("item-empty", "documentsCited[0]");

        Error.All([error]).ShouldBeSameAs(error);
    }

    [Fact]
    public void All_SeveralErrors_CountsAndListsThem()
    {
        var error = Error.All([
            Error.Invalid("item-empty", "documentsCited[0]"),
            Error.Invalid("link-invalid", "evidenceLinks[2]"),
        ]);

        (error.Code, error.Status, error.Field).ShouldBe(("invalid-request", 422, null));
        error.Errors.Count.ShouldBe(2);
        Problem.Details(error).Detail!.ShouldStartWith("La solicitud tiene 2 datos por corregir.");
    }

    [Fact]
    public void Details_UnknownCode_Throws() =>
        Should.Throw<System.Resources.MissingManifestResourceException>(() =>
            Problem.Details(Error.NotFound("no-such-code"))
        );
}
