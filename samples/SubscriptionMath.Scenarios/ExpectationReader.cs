namespace SubscriptionMath.Scenarios;

/// <summary>Reads the expected results of a step, and compares them with the actual ones.</summary>
internal static class ExpectationReader
{
    private const string Events = "events";

    /// <summary>Reads the <c>expect</c> of a step.</summary>
    internal static IReadOnlyList<Expectation> Read(JsonCursor expect, ScenarioRun run)
    {
        var fields = expect.Fields();
        var read = Figures.Read(fields, run).ToList();
        if (fields.Optional(Events) is { } events)
        {
            var elements = events.Elements();
            var (names, figures) = (new List<string>(), new List<Expectation>());
            for (var i = 0; i < elements.Length; i++)
            {
                names.Add(Event(elements[i], i, run, figures));
            }

            read.Add(new Expectation(events.Path, Events, Spelling.List(names)));
            read.AddRange(figures);
        }

        fields.Done();
        return read;
    }

    /// <summary>Gives the figures of a step that differ from the expected ones.</summary>
    internal static IReadOnlyList<Mismatch> Compare(StepOutcome step) =>
    [
        .. step.Step.Expected
            .Select(expected => new Mismatch(expected, Actual(step, expected)))
            .Where(mismatch => mismatch.Actual != mismatch.Expected.Text),
    ];

    private static string Event(JsonCursor cursor, int index, ScenarioRun run, List<Expectation> figures)
    {
        var fields = cursor.Fields();
        fields.WithAll("on", "billingReason");
        var happening = Spelling.Event(Spelling.Local(fields.Required("on").Moment()), fields.Required("billingReason").Choice<BillingReason>());
        var name = Named(fields.Optional("subscription")?.Text(), happening);
        figures.AddRange(Figures.Read(fields, run).Select(figure => figure with { Event = index }));
        fields.Done();
        return name;
    }

    private static string Actual(StepOutcome step, Expectation expected) => expected switch
    {
        { Name: Events } => Spelling.List(step.Events.Select(one => Named(
            one.Subscription, Spelling.Event(Spelling.Local(one.At, one.Run), ((Quote)one.Answer!).BillingReason)))),
        { Event: { } index } => index < step.Events.Count ? Figures.Of(step.Events[index], expected) : "no such event",
        _ => Figures.Of(step.Itself, expected),
    };

    private static string Named(string? subscription, string happening) => subscription is null ? happening : $"{subscription} {happening}";
}
