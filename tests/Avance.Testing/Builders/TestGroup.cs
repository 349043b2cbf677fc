using System.Text.Json;
using Avance.Functions.Groups;
using Avance.Functions.Groups.Sessions;

namespace Avance.Testing.Builders;

/// <summary>The working group of <see cref="TestPlan"/>: three voting members, of whom one has an alternate, and a guest.</summary>
public static class TestGroup
{
    public static WorkingGroupId Id { get; } = new("CSIG-MIMP");

    /// <summary>Its members, in their order: OGRH, OGPPM, DTEG.</summary>
    public static ValueList<Guid> Members { get; } =
    [
        new("11111111-1111-4111-8111-111111111111"),
        new("22222222-2222-4222-8222-222222222222"),
        new("33333333-3333-4333-8333-333333333333"),
    ];

    public static GroupSessionId Session { get; } = GroupSessionId.Parse("2023-002", null);

    public static WorkingGroupRequest Request { get; } =
        new(
            Id,
            "MIMP",
            "Comité Sectorial para la Igualdad de Género",
            new LegalBasis("RM N° 296-2017-MIMP", new DateOnly(2017, 9, 22)),
            new GroupOffice("Despacho Ministerial", "Ana Invent", new EmailAddress("ana@entidad.example")),
            new GroupOffice("OGPPM", "Sara Ejemplo", new EmailAddress("sara@entidad.example")),
            ["Proponer el plan de igualdad", "Dar seguimiento al plan"],
            [
                new(
                    Members[0],
                    "OGRH",
                    "Rosa Prueba",
                    new EmailAddress("rosa@entidad.example"),
                    "Raúl Prueba",
                    new EmailAddress("raul@entidad.example"),
                    new DateOnly(2022, 1, 1)
                ),
                new(Members[1], "OGPPM", "Óscar Prueba", new EmailAddress("oscar@entidad.example")),
                new(Members[2], "DTEG", "Dora Prueba", new EmailAddress("dora@entidad.example")),
            ],
            [new InvitedBody("Defensoría del Pueblo", "Inés Prueba", new EmailAddress("ines@entidad.example"))],
            [new YearlyDutyRequest("informe-anual", "Presentar el informe anual", 1, 31)]
        );

    /// <summary>A session that is still to come while the test plan is open.</summary>
    public static GroupSessionRequest Planned { get; } =
        new(new DateTime(2023, 12, 20, 10, 0, 0), 90, "Sala de reuniones", "", ["Avance del plan", "Otros"]);

    /// <summary>A session that took place, with a quorum and two agreements.</summary>
    public static GroupSessionRequest Held { get; } =
        new(
            new DateTime(2023, 9, 14, 10, 0, 0),
            90,
            "Sala de reuniones",
            "",
            ["Actividad 62"],
            IsHeld: true,
            [
                new MemberAttendance(Members[0], AttendanceState.AlternatePresent),
                new MemberAttendance(Members[1], AttendanceState.Present),
                new MemberAttendance(Members[2], AttendanceState.Excused),
            ],
            ["Defensoría del Pueblo"],
            [
                new Agreement(
                    1,
                    "Suspender la actividad 62 e integrarla en la 31",
                    new Responsible(Organisation: "OGPPM"),
                    State: AgreementState.Done,
                    Document: "Acta 002-2023-CSIG"
                ),
                new Agreement(
                    2,
                    "Remitir la lista de participantes",
                    new Responsible(new UnitCode("OGRH"), "", "Rosa Prueba", new EmailAddress("rosa@entidad.example")),
                    new DateOnly(2023, 12, 18)
                ),
            ]
        );

    /// <summary>The group as it is once it was registered for a plan.</summary>
    public static WorkingGroup Registered(PlanId plan) =>
        WorkingGroupRules
            .Write(
                null,
                [plan],
                0,
                Request,
                new Caller(Role.Secretariat, plan, null, "test"),
                TestPlan.Opens,
                new DateOnly(2022, 1, 1)
            )
            .Value!;

    /// <summary>As the API takes it.</summary>
    public static string Json<T>(T value) => JsonSerializer.Serialize(value, Functions.Domain.Json.Options);
}
