using Avance.Functions.Plans;
using Avance.Testing.Builders;

namespace Avance.Testing.Scale;

/// <summary>What each body has to do before the deadline. Its activities are spread evenly over its units.</summary>
/// <param name="Saves">How often the form of an activity is saved before it is sent.</param>
/// <param name="Files">Of up to 4 MiB, for each activity.</param>
public sealed record BodyShape(int Units, int Activities, int Saves, int Files)
{
    public static PlanId PlanOf(int body) => new($"entidad-{body:D4}");

    public UnitCode UnitOf(int activity) => new($"UNIDAD-{activity % Units:D2}");

    public Plan CreatePlan(int body)
    {
        var plan = new TestPlan();
        for (var activity = 1; activity <= Activities; activity++)
        {
            plan.Activity(activity, $"{UnitOf(activity)}");
        }

        for (var unit = 0; unit < Units; unit++)
        {
            plan.Contacts($"{UnitOf(unit)}", $"unidad-{unit:D2}@entidad-{body:D4}.example");
        }

        var built = plan.Build();
        // The body's own name, so that no two bodies share what reports keep by body.
        return built with { Id = PlanOf(body), Header = built.Header with { Body = $"{PlanOf(body)}" } };
    }

    /// <summary>
    /// What is done for a body, in order: each unit enters and reports its activities one after another. What the app does by
    /// itself follows at once: a draft is examined after each file.
    /// </summary>
    public IEnumerable<Step> StepsOf(int body)
    {
        for (var unit = 0; unit < Units; unit++)
        {
            var first = unit == 0 ? Units : unit;
            yield return new Step(Operations.Enter, body, first);
            yield return new Step(Operations.Start, body, first);
            for (var activity = first; activity <= Activities; activity += Units)
            {
                foreach (var step in StepsOf(body, activity))
                {
                    yield return step;
                }
            }
        }
    }

    /// <summary>
    /// The steps of all bodies in an order that chance decides; those of each body stay in theirs. A planned mail is sent at once:
    /// a run would take those of others too.
    /// </summary>
    public IEnumerable<Step> Interleave(int bodies, Random random)
    {
        var open = Enumerable.Range(0, bodies).Select(body => new Queue<Step>(StepsOf(body))).ToList();
        while (open.Count > 0)
        {
            var next = open[random.Next(open.Count)];
            var step = next.Dequeue();
            yield return step;
            if (step.Operation == Operations.PlanReceipt)
            {
                yield return next.Dequeue();
            }

            open.RemoveAll(steps => steps.Count == 0);
        }
    }

    private IEnumerable<Step> StepsOf(int body, int activity)
    {
        yield return new Step(Operations.Open, body, activity);
        for (var save = 0; save < Saves; save++)
        {
            yield return new Step(save == 0 ? Operations.FirstSave : Operations.Save, body, activity, save);
        }

        for (var file = 0; file < Files; file++)
        {
            yield return new Step(Operations.Upload, body, activity, file);
            yield return new Step(Operations.Read, body, activity, file);
            yield return new Step(Operations.ExamineDraft(file + 1), body, activity, file);
        }

        yield return new Step(Operations.Submit, body, activity);
        yield return new Step(Operations.Receipt, body, activity);
        yield return new Step(Operations.Examine, body, activity);
        yield return new Step(Operations.PlanReceipt, body, activity);
        yield return new Step(Operations.SendMail, body, activity);
    }

    /// <summary>One operation for a body.</summary>
    /// <param name="Activity">The activity; of those for a unit any of the unit's.</param>
    /// <param name="Place">Which save or file of the activity, from 0.</param>
    public sealed record Step(string Operation, int Body, int Activity, int Place = 0);
}
