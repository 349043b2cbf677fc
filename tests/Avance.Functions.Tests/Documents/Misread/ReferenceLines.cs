using System.Text;

namespace Avance.Functions.Tests.Documents.Misread;

/// <summary>Documents named in a line of text.</summary>
internal static class ReferenceLines
{
    public static IEnumerable<ReadCase> All() =>
        [
            .. OfTheFile(),
            .. Resolutions(),
            .. Others(),
            .. Spellings(),
            .. Offices(),
            .. Years(),
            .. Lists(),
            .. None(),
        ];

    private static IEnumerable<ReadCase> OfTheFile() =>
        [
            new("23-references.txt")
            {
                References =
                [
                    "RESOLUCIÓN DE PRESIDENCIA DE CONSEJO DIRECTIVO N° 009-2026-CEPLAN-PCD",
                    "RESOLUCIÓN DE CONSEJO DIRECTIVO N° 012-2026-OEFA-CD",
                    "ORDEN DE SERVICIO N° 1953-2026",
                    "RESOLUCIÓN MINISTERIAL N° 137-2026-MIMP",
                    "DECRETO SUPREMO N° 008-2019-MIMP",
                    "OFICIO N° 000345-2026-INPE-09 prefix-missing",
                    "OFICIO N° 000345-2026-INPE-18 prefix-missing",
                    "OFICIO N° 000346-2026-UGEL.05-SJL prefix-missing",
                    "OFICIO N° 000346-2026-UGEL.07-SB prefix-missing",
                    "INFORME N° 000205-2026-MIMP-OGRH prefix-missing",
                    "INFORME N° 000206-2026-MIMP-OGRH prefix-missing",
                    "OFICIO MÚLTIPLE N° 000012-2026-MIMP-SG prefix-missing",
                    "INFORME N° 000045-2026-MIMP-OGRH year-of-two-digits prefix-missing",
                    "INFORME N° 000301-2026-MIMP-OGRH",
                    "INFORME N° 000302-2026-MIMP-OGRH",
                    "INFORME TÉCNICO LEGAL N° 000012-2026-MIMP-OGAJ prefix-missing",
                    "ORDENANZA REGIONAL N° 012-2026-GR-JUNIN-CR",
                    "CONTRATO N° 045-2026-MIMP-OGA",
                ],
                Attendance = ["W20 M10 T-", "W800 M445 T1245"],
            },
        ];

    private static IEnumerable<ReadCase> Resolutions() =>
        [
            Line(
                "Resolución de la Presidencia del Consejo Directivo N° 031-2026-SERVIR/PCD",
                "RESOLUCIÓN DE PRESIDENCIA DE CONSEJO DIRECTIVO N° 031-2026-SERVIR-PCD"
            ),
            Line(
                "Resolución de Secretaría General N.º 045-2026-MIMP/SG",
                "RESOLUCIÓN DE SECRETARÍA GENERAL N° 045-2026-MIMP-SG"
            ),
            Line("R.S.G. Nro. 045-2026-MIMP/SG", "RESOLUCIÓN DE SECRETARÍA GENERAL N° 045-2026-MIMP-SG"),
            Line("RESOLUCIÓN JEFATURAL Nº 102-2026-ONP/JF", "RESOLUCIÓN JEFATURAL N° 102-2026-ONP-JF"),
            Line("Resolución Directoral Regional N° 0345-2026-DREJ", "RESOLUCIÓN DIRECTORAL REGIONAL N° 345-2026-DREJ"),
            Line("R.D. N° 0345-2026-UGEL.03/DIR", "RESOLUCIÓN DIRECTORAL N° 345-2026-UGEL.03-DIR"),
            Line("Res. Dir. N° 12-2026-DRELM", "RESOLUCIÓN DIRECTORAL N° 012-2026-DRELM"),
            Line("R. M. N° 137-2026-MIMP", "RESOLUCIÓN MINISTERIAL N° 137-2026-MIMP"),
            Line("RM. N° 138-2026-MIMP", "RESOLUCIÓN MINISTERIAL N° 138-2026-MIMP"),
            Line("R.V.M N° 005-2026-MINEDU", "RESOLUCIÓN VICEMINISTERIAL N° 005-2026-MINEDU"),
            Line("Resolución Suprema Núm. 012-2026-JUS", "RESOLUCIÓN SUPREMA N° 012-2026-JUS"),
            Line(
                "Resolución Ejecutiva Regional N° 210-2026-GR.CUSCO/GR",
                "RESOLUCIÓN EJECUTIVA REGIONAL N° 210-2026-GR.CUSCO-GR"
            ),
            Line(
                "Resolución de Gerencia Municipal N° 033-2026-MPH/GM",
                "RESOLUCIÓN DE GERENCIA MUNICIPAL N° 033-2026-MPH-GM"
            ),
            Line("Resolución de Alcaldía Nro 114-2026-MDSJL", "RESOLUCIÓN DE ALCALDÍA N° 114-2026-MDSJL"),
            Line(
                "Resoluciones Directorales N° 12-2026-INPE/DG y N° 13-2026-INPE/DG",
                "RESOLUCIÓN DIRECTORAL N° 012-2026-INPE-DG",
                "RESOLUCIÓN DIRECTORAL N° 013-2026-INPE-DG"
            ),
            Line(
                "Resolución Directorial N° 012-2026-INPE/DG",
                "RESOLUCIÓN DIRECTORAL N° 012-2026-INPE-DG type-misspelled"
            ),
        ];

    private static IEnumerable<ReadCase> Others() =>
        [
            Line("Orden de Compra N° 0000123-2026", "ORDEN DE COMPRA N° 123-2026"),
            Line("O/S N° 1954-2026", "ORDEN DE SERVICIO N° 1954-2026"),
            Line("Ordenanza Municipal N° 512-2026-MPH", "ORDENANZA MUNICIPAL N° 512-2026-MPH"),
            Line("Contrato de servicios N° 046-2026-MIMP-OGA", "CONTRATO N° 046-2026-MIMP-OGA"),
            Line(
                "Convenio Marco de Cooperación Interinstitucional N° 007-2026-MIMP",
                "CONVENIO MARCO N° 007-2026-MIMP"
            ),
            Line("Convenio Específico N° 008-2026-MIMP/DVM", "CONVENIO ESPECÍFICO N° 008-2026-MIMP-DVM"),
            Line("Adenda N° 002-2026-MIMP-OGA", "ADENDA N° 002-2026-MIMP-OGA"),
            Line("Carta Múltiple N° D000011-2026-SERVIR-GDSRH", "CARTA MÚLTIPLE N° 000011-2026-SERVIR-GDSRH"),
            Line("Hoja de Envío N° 000077-2026-MIMP-SG", "HOJA DE ENVÍO N° 000077-2026-MIMP-SG prefix-missing"),
            Line(
                "Hoja de Ruta N° 2026-0012345",
                "HOJA DE RUTA N° 012345-2026 office-missing prefix-missing number-length"
            ),
            Line("Hoja de Ruta N° E-2026-012346", "HOJA DE RUTA N° 012346-2026 office-missing prefix-missing"),
            Line("Orden de servicio 1953-2026", "ORDEN DE SERVICIO N° 1953-2026"),
            Line(
                "Resolución Directoral UGEL 05 N° 00123-2026-UGEL.05-SJL",
                "RESOLUCIÓN DIRECTORAL N° 123-2026-UGEL.05-SJL"
            ),
            Line("Acuerdo de Concejo N° 045-2026-MPH", "ACUERDO DE CONCEJO N° 045-2026-MPH"),
            Line("Decreto de Alcaldía N° 009-2026-MDSJL", "DECRETO DE ALCALDÍA N° 009-2026-MDSJL"),
            Line("D. Leg. N° 1401, que aprueba", "DECRETO LEGISLATIVO N° 1401"),
            Line("Decreto de Urgencia N° 016-2020", "DECRETO DE URGENCIA N° 016-2020"),
            Line("Directiva N° 004-2026-MIMP", "DIRECTIVA N° 004-2026-MIMP"),
            Line("Acta N° 003-2026-CIG", "ACTA N° 003-2026-CIG"),
        ];

    private static IEnumerable<ReadCase> Spellings() =>
        [
            Line("INFORME N.° D000210-2026-MIMP-OGRH", "INFORME N° 000210-2026-MIMP-OGRH"),
            Line("Inf. Nº D000211‑2026‑MIMP‑OGRH", "INFORME N° 000211-2026-MIMP-OGRH"),
            Line("Informe N° D000212 − 2026 − MIMP − OGRH", "INFORME N° 000212-2026-MIMP-OGRH"),
            Line("Memo. Múlt. N ° D000213-2026-MIMP-OGRH", "MEMORANDO MÚLTIPLE N° 000213-2026-MIMP-OGRH"),
            Line("MEMORÁNDUM № D000214-2026-MIMP-OGRH", "MEMORANDO N° 000214-2026-MIMP-OGRH"),
            Line("OF. N°D000215-2026-MIMP-OGRH", "OFICIO N° 000215-2026-MIMP-OGRH"),
            Line("Informe Técnico Legal N° D000216-2026-MIMP-OGAJ", "INFORME TÉCNICO LEGAL N° 000216-2026-MIMP-OGAJ"),
            Line("INF. TÉC. N° D000217-2026-MIMP-OGRH", "INFORME TÉCNICO N° 000217-2026-MIMP-OGRH"),
            Line("OFICIO MULTIPE N° D000218-2026-MIMP-SG", "OFICIO MÚLTIPLE N° 000218-2026-MIMP-SG type-misspelled"),
            Line("DS. Nº 014-2025-MIMP", "DECRETO SUPREMO N° 014-2025-MIMP"),
        ];

    private static IEnumerable<ReadCase> Offices() =>
        [
            Line("OFICIO N° D000350-2026-INPE/18-08", "OFICIO N° 000350-2026-INPE-18-08"),
            Line("OFICIO N° D000355-2026-UGEL 06-ATE", "OFICIO N° 000355-2026-UGEL.06-ATE"),
            Line("PROVEÍDO N° D000356 -2026 -MIMP - OGRH", "PROVEÍDO N° 000356-2026-MIMP-OGRH"),
            Line("Informe N° D000351-2026-MIMP-OGRH/15.07.2026", "INFORME N° 000351-2026-MIMP-OGRH"),
            Line("Informe N° D000357-2026-MIMP-OGRH-10 folios", "INFORME N° 000357-2026-MIMP-OGRH"),
            Line("Informe N° D000358-2026-MIMP-OGRH-FIRMADO.pdf", "INFORME N° 000358-2026-MIMP-OGRH"),
            Line("OFICIO N° D000359-2026-INPE/18 los documentos", "OFICIO N° 000359-2026-INPE-18"),
            Line("Informe N° D000352-2026-MIMP-OGRH. Se informa", "INFORME N° 000352-2026-MIMP-OGRH"),
            Line("INFORME N° D000353-2026-MIMP-OGRH.PDF", "INFORME N° 000353-2026-MIMP-OGRH"),
            Line("Informe N° D000354-2026-MIMP-OGRH - 15 participantes", "INFORME N° 000354-2026-MIMP-OGRH"),
            Line("ACUERDO REGIONAL N° 055-2026-GR-JUNIN/CR", "ACUERDO REGIONAL N° 055-2026-GR-JUNIN-CR"),
            Line("INFORME N° 012-SGRH-MDC-2026", "INFORME N° 000012-2026-SGRH-MDC prefix-missing number-length"),
        ];

    private static IEnumerable<ReadCase> Years() =>
        [
            Line("Oficio N° D000046-26-MIMP-SG", "OFICIO N° 000046-2026-MIMP-SG year-of-two-digits"),
            Line("Resolución Rectoral N° 01234-R-26", "RESOLUCIÓN RECTORAL N° 1234-2026-R year-of-two-digits"),
            Line("D.S. N° 005-90-PCM", "DECRETO SUPREMO N° 005-1990-PCM"),
            Line("Informe N° D000047-12-2026", "INFORME N° 000047 year-missing office-missing"),
        ];

    private static IEnumerable<ReadCase> Lists() =>
        [
            Line("Informes N° 12, 13 y 14-2026-MIMP-OGRH", Short("INFORME", 12, 13, 14)),
            Line(
                "Oficios N° D000021-2026-MIMP-SG y N° D000022-2026-MIMP-SG",
                "OFICIO N° 000021-2026-MIMP-SG",
                "OFICIO N° 000022-2026-MIMP-SG"
            ),
            Line(
                "Memorandos N°s D000031-2026 y D000032-2026-MIMP-OGRH",
                "MEMORANDO N° 000031-2026-MIMP-OGRH",
                "MEMORANDO N° 000032-2026-MIMP-OGRH"
            ),
            Line(
                "Órdenes de Servicio N° 123, 124 y 125-2026",
                "ORDEN DE SERVICIO N° 123-2026",
                "ORDEN DE SERVICIO N° 124-2026",
                "ORDEN DE SERVICIO N° 125-2026"
            ),
            Line("Leyes N° 28983 y 30364", "LEY N° 28983", "LEY N° 30364"),
            Line(
                "Informe N° 12 y 13 participantes",
                "INFORME N° 000012 year-missing office-missing prefix-missing number-length"
            ),
            Line(
                "Informe N° D000061-2026-MIMP-OGRH y Memorando N° D000062-2026-MIMP-SG",
                "INFORME N° 000061-2026-MIMP-OGRH",
                "MEMORANDO N° 000062-2026-MIMP-SG"
            ),
            Line("Informe N° D000063-2026-MIMP-OGRH, 15 de julio de 2026", "INFORME N° 000063-2026-MIMP-OGRH"),
            Line("Ley N° 30364 y 25 servidores", "LEY N° 30364"),
        ];

    private static IEnumerable<ReadCase> None() =>
        [
            Line("APELLIDOS Y NOMBRES DNI CARGO CORREO FIRMA"),
            Line("Servidores/as, alumnos/os 15-2026"),
            Line("CORREO CELULAR"),
            Line("Correo: AFLORES@MIMP.GOB.PE"),
            Line("CORREO: ANA FLORES"),
            Line("De: Ana Flores\nPara: OGRH\nEnviado: 12/07/2026\nAsunto: lista"),
            Line("El Consejo Directivo 2026 sesionó el 12-05-2026"),
            Line("de acuerdo con lo previsto, el acuerdo N° 3 de la sesión"),
            Line("Agenda N° 012-2026-1"),
            Line("El directivo N° 12-2026 de la entidad"),
            Line("el contrato de 25 personas y la orden de 12 talleres"),
            Line("Res. 12 de los participantes"),
        ];

    private static IEnumerable<string> Short(string type, params int[] numbers) =>
        numbers.Select(number => $"{type} N° 0000{number}-2026-MIMP-OGRH prefix-missing number-length");

    private static ReadCase Line(string text, params IEnumerable<string> references) =>
        new($"{text.Replace('/', '_').Replace('\n', '_')}.txt", () => Encoding.UTF8.GetBytes($"{text}\n"))
        {
            References = references.ToValueList(),
        };
}
