using Avance.Functions.Reports;

namespace Avance.Functions.Tests.Reports;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("Escribir a ana.perez@mimp.gob.pe.", "Escribir a [correo].")]
    [InlineData("ana@mimp.gob.pe,raúl+1@otro.example", "[correo],[correo]")]
    [InlineData("DNI 45678912", "DNI [DNI]")]
    [InlineData("con D.N.I. N° 45678912, asistió", "con D.N.I. N° [DNI], asistió")]
    [InlineData("dni: 45678912", "dni: [DNI]")]
    [InlineData("DNI 45678912 y 12345678, 87654321", "DNI [DNI] y [DNI], [DNI]")]
    [InlineData("DNIs núm. 45678912", "DNIs núm. [DNI]")]
    [InlineData("documento de identidad 45678912", "documento de identidad [DNI]")]
    [InlineData("carné de extranjería N° 001234567", "carné de extranjería N° [DNI]")]
    [InlineData(
        "https://mimp-my.sharepoint.com/personal/ana_perez_mimp_gob_pe/Documents/a.pdf",
        "https://mimp-my.sharepoint.com/personal/[correo]/Documents/a.pdf"
    )]
    public void Mask_AddressOrNumberOfAnIdentityDocument_IsTakenOut(string text, string masked) =>
        PersonalData.Mask(text).ShouldBe(masked);

    /// <summary>A figure or the number of a document must not be lost.</summary>
    [Theory]
    [InlineData("Se ejecutaron 12345678 soles en 2023.")]
    [InlineData("INFORME N° 000149-2023-MIMP-OGRH")]
    [InlineData("OFICIO 45678912")]
    [InlineData("Se atendió @ la DNIC 45678912")]
    [InlineData("")]
    public void Mask_FigureOrDocument_Stays(string text) => PersonalData.Mask(text).ShouldBe(text);
}
