using Avance.Functions.Groups;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Groups;

/// <summary>What may be written of a group.</summary>
public sealed class WorkingGroupRulesTests
{
    private static readonly Caller Secretariat = new(Role.Secretariat, TestPlan.Id, null, "cuenta-1");
    private static readonly DateTimeOffset Now = TestPlan.WhileOpen;
    private static readonly DateOnly Today = new(2023, 12, 11);

    [Fact]
    public void Write_NewGroup_HasVersionOneAndThePlan()
    {
        var group = Write(null, TestGroup.Request);

        (group.Version, group.By, group.At).ShouldBe((1, "cuenta-1", Now));
        group.Plans.ShouldBe([TestPlan.Id]);
        group.Quorum.ShouldBeNull();
    }

    [Fact]
    public void Write_SameAgain_MakesNoVersionWhateverWasSeen()
    {
        var group = Write(null, TestGroup.Request);

        WorkingGroupRules
            .Write(group, [], 0, TestGroup.Request, Secretariat, Now.AddDays(1), Today.AddDays(1))
            .ShouldSucceed()
            .ShouldBeSameAs(group);
    }

    [Fact]
    public void Write_OnAnOlderVersion_IsRefusedWithBothVersions()
    {
        var group = Write(null, TestGroup.Request);

        var error = WorkingGroupRules
            .Write(group, [], 0, TestGroup.Request with { Name = "Otro nombre" }, Secretariat, Now, Today)
            .Error.ShouldNotBeNull();

        (error.Code, error.Status, error.Field).ShouldBe(("group-changed", 412, "If-Match"));
        error.Extensions["version"].ShouldBe(1);
    }

    [Fact]
    public void Write_AllThatIsWrong_IsToldAtOnceWithItsField()
    {
        var member = TestGroup.Request.Members![0];
        var request = TestGroup.Request with
        {
            Name = " ",
            LegalBasis = new LegalBasis(""),
            Chair = new GroupOffice("", new string('x', 151)),
            Functions = ["", "Dar seguimiento"],
            Members =
            [
                member with
                {
                    From = new DateOnly(2023, 2, 1),
                    To = new DateOnly(2023, 1, 1),
                },
                member with
                {
                    Organisation = "",
                },
                member with
                {
                    Id = Guid.Empty,
                },
            ],
            Duties =
            [
                new YearlyDutyRequest("Informe anual", "x", 2, 29),
                new YearlyDutyRequest("plan", "Aprobar el plan", 3, 31),
                new YearlyDutyRequest("plan", "Aprobar el plan", 13, 1),
            ],
            Quorum = new QuorumRule(101, false),
        };

        var error = WorkingGroupRules.Write(null, [], 0, request, Secretariat, Now, Today).Error.ShouldNotBeNull();

        error
            .Errors.Select(one => $"{one.Field} {one.Code}")
            .ShouldBe([
                "name group-text",
                "legalBasis.norm group-text",
                "chair.organisation group-text",
                "chair.person group-text",
                "functions[0] group-text",
                "members[0].to group-office-dates",
                "members[1].organisation group-text",
                "members[2].id group-member-id",
                "members[1].id group-member-repeated",
                "duties[0].id group-duty-id",
                "duties[0].title group-text",
                "duties[0].day group-duty-day",
                "duties[2].day group-duty-day",
                "duties[2].id group-duty-repeated",
                "quorum.percent group-quorum",
            ]);
    }

    /// <summary>Due on 31 January, registered on 11 December 2023.</summary>
    [Theory]
    [InlineData("2023-12-11", 2024, false)]
    [InlineData("2024-01-31", 2024, false)]
    [InlineData("2024-02-01", 2024, true)]
    [InlineData("2025-01-15", 2025, false)]
    public void Duty_RegisteredAfterItsDay_IsOwedFromTheNextOne(string day, int year, bool isOverdue)
    {
        var status = DutyStatus.Of(Write(null, TestGroup.Request).Duties[0], DateOnly.Parse(day, null));

        (status.Due.Year, status.IsOverdue).ShouldBe((year, isOverdue));
    }

    [Theory]
    [InlineData("2024-01-07", 2023, true)]
    [InlineData("2024-03-01", 2024, false)]
    public void Duty_MissedAtTheEndOfAYear_IsThatYearsWhileItIsRemindedOf(string day, int year, bool isOverdue)
    {
        var duty = new YearlyDuty("plan", "Aprobar el plan", 12, 31, []);

        var status = DutyStatus.Of(duty, DateOnly.Parse(day, null));

        (status.Due.Year, status.IsOverdue).ShouldBe((year, isOverdue));
    }

    [Fact]
    public void Fulfil_DutyOfAYear_IsKeptWhenTheGroupIsWrittenAgain()
    {
        var group = Fulfil(Write(null, TestGroup.Request), 2023, "Informe 012-2023-OGPPM");

        group.Duties[0].IsDoneIn(2023).ShouldBeTrue();
        group.Duties[0].IsDoneIn(2024).ShouldBeFalse();
        var again = WorkingGroupRules
            .Write(group, [], group.Version, TestGroup.Request with { Body = "PRODUCE" }, Secretariat, Now, Today)
            .ShouldSucceed();
        again.Duties.ShouldBe(group.Duties);
    }

    [Fact]
    public void Fulfil_WithoutADocument_TakesItBack() =>
        Fulfil(Fulfil(Write(null, TestGroup.Request), 2023, "Informe 012-2023-OGPPM"), 2023, "")
            .Duties[0]
            .Done.ShouldBeEmpty();

    [Theory]
    [InlineData("otra", 2023, "Informe", "2023-01-30", "group-duty-unknown")]
    [InlineData("informe-anual", 2025, "Informe", "2023-01-30", "group-duty-year")]
    [InlineData("informe-anual", 2023, "In", "2023-01-30", "group-text")]
    [InlineData("informe-anual", 2023, "Informe", "2023-12-12", "group-duty-date")]
    [InlineData("informe-anual", 2023, "Informe", null, "group-duty-date")]
    public void Fulfil_WhatCannotBe_IsRefused(string duty, int year, string document, string? date, string code)
    {
        DateOnly? day = date is null ? null : DateOnly.Parse(date);
        var group = Write(null, TestGroup.Request);

        WorkingGroupRules
            .Fulfil(group, duty, year, 1, new DutyRequest(document, day), Today, Secretariat, Now)
            .Error.ShouldNotBeNull()
            .Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("2021-12-31", false)]
    [InlineData("2022-01-01", true)]
    [InlineData("2023-06-30", true)]
    [InlineData("2023-07-01", false)]
    public void Member_InOffice_FromTheFirstDayToTheLast(string day, bool isInOffice) =>
        (TestGroup.Request.Members![0] with { To = new DateOnly(2023, 6, 30) })
            .IsInOffice(DateOnly.Parse(day))
            .ShouldBe(isInOffice);

    private static WorkingGroup Write(WorkingGroup? current, WorkingGroupRequest request) =>
        WorkingGroupRules
            .Write(current, [TestPlan.Id], current?.Version ?? 0, request, Secretariat, Now, Today)
            .ShouldSucceed();

    private static WorkingGroup Fulfil(WorkingGroup group, int year, string document) =>
        WorkingGroupRules
            .Fulfil(
                group,
                "informe-anual",
                year,
                group.Version,
                new DutyRequest(document, new DateOnly(2023, 1, 30)),
                Today,
                Secretariat,
                Now
            )
            .ShouldSucceed();
}
