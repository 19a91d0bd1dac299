namespace SubscriptionMath.Scenarios;

/// <summary>A step as the library's command: a property that a change leaves out stays.</summary>
internal static class StepCommand
{
    /// <summary>Gives the command, or null without a request.</summary>
    internal static Command? Of(ScenarioStep step, Subscription before, Catalog catalog, string file)
    {
        if (before.Plan is null && step.Kind is not (StepKind.Buy or StepKind.Use or StepKind.Advance or StepKind.Collect))
        {
            throw Wrong(step, file, StepKind.Buy, "since nothing is held");
        }

        return step.Kind switch
        {
            StepKind.Buy when before.Plan is not null => throw Wrong(step, file, StepKind.Change, "since a plan is held"),
            StepKind.Buy => Ask(step, Put(step.Wish, SubscriptionMath.Cart.Of(step.Wish.PlanId!, step.Wish.Interval!.Value))),
            StepKind.Change => Ask(step, Put(step.Wish, before.Cart())),
            StepKind.Pause => Ask(step, before.Cart() with { Paused = true, PausedUntil = step.Wish.Until }),
            StepKind.Cancel => Ask(step, null),
            StepKind.Resume => new Command.Resume { At = step.On },
            StepKind.Withdraw => new Command.Withdraw { At = step.On },
            StepKind.Renew => new Command.Renew { At = step.On },
            StepKind.Collect => new Command.Collect { At = step.On },
            _ => null,
        };
    }

    private static Command.Ask Ask(ScenarioStep step, Cart? cart) =>
        new() { At = step.On, Change = new Change { Cart = cart, Timing = step.Wish.Timing, Date = step.Wish.Date } };

    private static Cart Put(Wish wish, Cart today) => today with
    {
        PlanId = wish.PlanId ?? today.PlanId,
        Interval = wish.Interval ?? today.Interval,
        Quantity = wish.Quantity ?? today.Quantity,
        AddOns = wish.AddOns is { } addOns ? [.. addOns] : today.AddOns,
        Discounts = wish.Discounts is { } discounts ? [.. discounts] : today.Discounts,
    };

    private static ScenarioException Wrong(ScenarioStep step, string file, StepKind right, string since) => new(
        file, $"{step.Path}.{Spelling.Name(step.Kind)}", $"\"{Spelling.Name(right)}\", {since}", $"\"{Spelling.Name(step.Kind)}\"");
}
