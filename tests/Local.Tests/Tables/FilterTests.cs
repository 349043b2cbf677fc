using Azure.Data.Tables;

namespace Local.Tests.Tables;

public sealed class FilterTests
{
    [Fact]
    public void CreateQueryFilter_Values_BecomeLiterals()
    {
        var id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
        var due = new DateTimeOffset(2026, 3, 31, 19, 0, 0, TimeSpan.FromHours(-5));

        TableClient.CreateQueryFilter($"A eq {"x"}").ShouldBe("A eq 'x'");
        TableClient.CreateQueryFilter($"A eq {1} and B lt {2L}").ShouldBe("A eq 1 and B lt 2L");
        TableClient.CreateQueryFilter($"A eq {1.5} or B eq {true}").ShouldBe("A eq 1.5 or B eq true");
        TableClient.CreateQueryFilter($"A eq {id}").ShouldBe($"A eq guid'{id}'");
        TableClient.CreateQueryFilter($"A ge {due}").ShouldBe("A ge datetime'2026-04-01T00:00:00Z'");
        TableClient.CreateQueryFilter($"A ge {due.UtcDateTime}").ShouldBe("A ge datetime'2026-04-01T00:00:00Z'");
        TableServiceClient.CreateQueryFilter($"TableName eq {"T"}").ShouldBe("TableName eq 'T'");
    }

    [Fact]
    public void CreateQueryFilter_QuoteInText_CannotEndTheLiteral()
    {
        var attack = "x' or PartitionKey ne '";

        TableClient
            .CreateQueryFilter($"PartitionKey eq {attack}")
            .ShouldBe("PartitionKey eq 'x'' or PartitionKey ne '''");
    }

    [Fact]
    public void CreateQueryFilter_Culture_DoesNotMatter()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new("es-PE");
        try
        {
            TableClient.CreateQueryFilter($"A eq {-1234.5}").ShouldBe("A eq -1234.5");
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void CreateQueryFilter_OtherType_Throws()
    {
        Should.Throw<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {TimeSpan.Zero}"));
    }
}
