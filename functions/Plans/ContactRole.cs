namespace Avance.Functions.Plans;

/// <summary>What a contact is to a unit.</summary>
public enum ContactRole
{
    /// <summary>Fills in the form: gets all mails about it.</summary>
    Liaison,

    /// <summary>Answers for the unit: gets a copy of what is overdue, and of all else only on request.</summary>
    Head,
}
