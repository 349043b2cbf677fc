using Avance.Functions.Plans;
using Avance.Functions.Reminders;

namespace Avance.Functions.Tests.Reminders;

public sealed class RecipientRulesTests
{
    private static readonly Guid Group = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");

    [Theory]
    [InlineData("opening", "ana Liaison|jefa2 Head")]
    [InlineData("before-7", "ana Liaison|jefa2 Head")]
    [InlineData("returned", "ana Liaison|jefa2 Head")]
    [InlineData("overdue-1", "ana Liaison|jefa1 Head|jefa2 Head|sara Secretariat")]
    public void Of_AStage_AreLiaisonsHeadsWhoWantCopiesAndOfWhatIsOverdueEverybody(string stage, string expected) =>
        Of(
                stage,
                [
                    Person("ana"),
                    Person("jefa1", ContactRole.Head),
                    Person("jefa2", ContactRole.Head) with
                    {
                        Copies = true,
                    },
                ]
            )
            .ShouldBe(expected.Split('|'));

    [Fact]
    public void Of_SomebodyWhoIsSeveralOfThese_GetsOneMailAsTheFirst() =>
        Of("overdue-1", [Person("sara", ContactRole.Head), Person("ana", ContactRole.Head), Person("ANA"), InGroup()])
            .ShouldBe(["ana Liaison", "beto Liaison", "sara Head"]);

    [Fact]
    public void Of_AGroupThatWasNeverRead_AreTheOthers() =>
        Of("before-7", [Person("eva"), InGroup(Guid.Empty)]).ShouldBe(["eva Liaison"]);

    [Fact]
    public void Of_TheDigest_IsTheSecretariat() =>
        Of("digest", [Person("ana")], ofUnit: false).ShouldBe(["sara Secretariat"]);

    private static Contact Person(string name, ContactRole role = ContactRole.Liaison) =>
        new(name, new EmailAddress($"{name}@entidad.example"), null, role);

    private static Contact InGroup(Guid? group = null) => new("Grupo", null, group ?? Group, ContactRole.Liaison);

    private static IEnumerable<string> Of(string stage, ValueList<Contact> contacts, bool ofUnit = true)
    {
        var plan = new TestPlan().Activity(34).Contacts("OGPPM", UnitKind.Secretariat, "sara@entidad.example").Build();
        var unit = new UnitCode("OGRH");
        plan = plan with
        {
            Units = [.. plan.Units.Select(one => one.Code == unit ? one with { Contacts = contacts } : one)],
        };
        GroupMember[] members =
        [
            new(new EmailAddress("ana@entidad.example"), "Ana"),
            new(new EmailAddress("beto@entidad.example"), "Beto"),
        ];
        var known = new Dictionary<Guid, IReadOnlyList<GroupMember>> { [Group] = members };
        return RecipientRules
            .Of(plan, ofUnit ? unit : null, ReminderStage.Parse(stage, null), known)
            .Select(to => $"{to.Address.ToString().Split('@')[0]} {to.Role}");
    }
}
