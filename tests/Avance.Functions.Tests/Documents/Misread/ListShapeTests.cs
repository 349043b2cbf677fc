using Avance.Functions.Documents;
using Avance.Functions.Tests.Documents.Facts;
using FsCheck;
using FsCheck.Fluent;

namespace Avance.Functions.Tests.Documents.Misread;

/// <summary>The same people are counted however the columns and tables of their list are arranged.</summary>
public sealed class ListShapeTests
{
    private static readonly string[] Header = ["N°", "Apellidos y nombres", "Edad", "Sexo", "Correo"];

    [Fact]
    public void Count_ColumnsInAnyOrderWithEmptyOnes_IsTheSame() =>
        ShouldHold(
            (people, random) =>
            {
                var order = Enumerable.Range(0, Header.Length).Concat([-1, -1]).ToArray();
                random.Shuffle(order);
                return [Table(people, row => order.Select(place => place < 0 ? "" : row[place]))];
            }
        );

    [Fact]
    public void Count_EmptyRowsOfAForm_AreTheSame() =>
        ShouldHold(
            (people, random) =>
            {
                var table = Table(people, row => row);
                var rows = table.Rows.Skip(1).ToList();
                for (var i = 0; i < 5; i++)
                {
                    rows.Insert(random.Next(rows.Count + 1), Row(["", "", "", "", i == 0 ? "-" : ""]));
                    rows.Add(Row([$"{people.Length + i + 1}", "", "", "", ""]));
                }

                return [new TableBlock(rows.Prepend(table.Rows[0]).ToValueList(), table.Where)];
            }
        );

    [Fact]
    public void Count_ListInTwoTables_IsTheSame() =>
        ShouldHold(
            (people, random) =>
            {
                var table = Table(people, row => row);
                var at = random.Next(2, table.Rows.Count);
                var second = table.Rows.Skip(at);
                return
                [
                    table with
                    {
                        Rows = table.Rows.Take(at).ToValueList(),
                    },
                    table with
                    {
                        Rows = (random.Next(2) == 0 ? second : second.Prepend(table.Rows[0])).ToValueList(),
                    },
                ];
            }
        );

    private static void ShouldHold(Func<bool[], Random, TableBlock[]> arranged) =>
        Prop.ForAll(
                Gen.Elements(true, false).ArrayOf().Where(people => people.Length is > 2 and < 60).ToArbitrary(),
                Gen.Choose(0, int.MaxValue - 1).ToArbitrary(),
                (people, seed) =>
                {
                    var text = new DocumentText([], arranged(people, new Random(seed)).ToValueList(), null, false);
                    var found = Read.Facts(text).Attendance;
                    return found.Count == 1
                        && found[0].Doubts.Count == 0
                        && found[0].Women == people.Count(isWoman => isWoman)
                        && found[0].Men == people.Count(isWoman => !isWoman)
                        && found[0].Total == people.Length;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static TableBlock Table(bool[] people, Func<string[], IEnumerable<string>> arranged)
    {
        var rows = people.Select(
            (isWoman, i) =>
                new[]
                {
                    $"{i + 1}",
                    $"Persona {i}",
                    $"{20 + (i * 7 % 40)}",
                    isWoman ? "F" : "Masculino",
                    $"p{i}@x.example",
                }
        );
        return new TableBlock(rows.Prepend(Header).Select(row => Row(arranged(row))).ToValueList(), Read.Here);
    }

    private static TableRow Row(IEnumerable<string> cells) => new(cells.ToValueList(), Read.Here);
}
