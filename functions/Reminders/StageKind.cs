namespace Avance.Functions.Reminders;

/// <summary>What causes a mail.</summary>
public enum StageKind
{
    /// <summary>The period has opened.</summary>
    Opening,

    /// <summary>Some days before the deadline; 0 on the day itself.</summary>
    Before,

    /// <summary>Some days after the deadline: the unit's head and the secretariat get a copy.</summary>
    Overdue,

    /// <summary>The secretariat returned something.</summary>
    Returned,

    /// <summary>The secretariat's summary of the week.</summary>
    Digest,

    /// <summary>The secretariat asked for it to be sent now.</summary>
    Manual,

    /// <summary>Something was sent: the unit gets a receipt, and is reminded of nothing.</summary>
    Receipt,

    /// <summary>The members of a group are called to a session, or told that it changed or is cancelled.</summary>
    Call,

    /// <summary>An agreement of a group has a day that is near or past.</summary>
    Agreement,

    /// <summary>A yearly duty of a group has a day that is near or past.</summary>
    Duty,
}
