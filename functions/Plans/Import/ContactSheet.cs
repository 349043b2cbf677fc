namespace Avance.Functions.Plans.Import;

/// <summary>The sheet Contactos, which a file may leave out.</summary>
internal static class ContactSheet
{
    /// <summary>The units with the contacts that the sheet has for them. One that it does not name has none here.</summary>
    /// <param name="units">The units of the file.</param>
    public static List<Unit> Parse(SheetReader sheet, IReadOnlyList<Unit> units)
    {
        var names = new UnitNames(units, null);
        var contacts = units.Select(unit => unit.Code).Distinct().ToDictionary(code => code, _ => new List<Contact>());
        foreach (var row in sheet.Rows)
        {
            var name = row.Text(ContactColumns.Unit, 200);
            var code = name.Length == 0 ? null : names.Find(name);
            if (name.Length > 0 && code is null)
            {
                row.AddProblem(ContactColumns.Unit, "unit-unknown", name);
            }

            if (Read(row) is { } contact && code is { } unit)
            {
                Add(row, contacts[unit], contact);
            }
        }

        return [.. units.Select(unit => unit with { Contacts = [.. contacts[unit.Code]] })];
    }

    private static Contact? Read(RowReader row)
    {
        var name = row.Text(ContactColumns.Name, Contact.MaxName);
        EmailAddress? address = row.IsEmpty(ContactColumns.Address)
            ? null
            : row.Value<EmailAddress>(ContactColumns.Address);
        Guid? group = row.IsEmpty(ContactColumns.Group) ? null : row.Id(ContactColumns.Group);
        if (row.IsEmpty(ContactColumns.Address) == row.IsEmpty(ContactColumns.Group))
        {
            row.AddProblem(ContactColumns.Address, "address-or-group");
        }

        var role = row.IsEmpty(ContactColumns.Role)
            ? ContactRole.Liaison
            : row.Choice(ContactColumns.Role, ImportWords.ContactRoles);
        var copies = row.IsEmpty(ContactColumns.Copies) ? false : row.Choice(ContactColumns.Copies, ImportWords.YesNo);
        return row.HasProblems ? null : new Contact(name, address, group, role ?? default, copies ?? false);
    }

    private static void Add(RowReader row, List<Contact> contacts, Contact contact)
    {
        if (contacts.Exists(known => known.Address == contact.Address && known.Group == contact.Group))
        {
            row.AddProblem(ContactColumns.Address, "contact-repeated");
        }
        else if (contacts.Count == Contact.MaxPerUnit)
        {
            row.AddProblem(ContactColumns.Unit, "too-many-contacts", Contact.MaxPerUnit);
        }
        else
        {
            contacts.Add(contact);
        }
    }
}
