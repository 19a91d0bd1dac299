namespace SubscriptionMath;

/// <summary>The commands and failing payments of a subscription's life, beside the events that happen by themselves.</summary>
public sealed record Script
{
    /// <summary>No commands: the subscription is left to itself, and every payment succeeds.</summary>
    public static Script Empty { get; } = new();

    /// <summary>Gets the commands, in the order of time; those at one instant, in the order given.</summary>
    /// <exception cref="ArgumentException">A command is earlier than the one before it.</exception>
    public Sequence<Command> Commands
    {
        get;
        init
        {
            field = value;
            for (var i = 1; i < value.Count; i++)
            {
                if (value[i].At < value[i - 1].At)
                {
                    throw new ArgumentException(
                        $"Command {i + 1} is at {value[i].At}, earlier than the command before it, at {value[i - 1].At}.",
                        nameof(Commands));
                }
            }
        }
    }

    /// <summary>
    /// Gets the stretches of time, each half-open, in which payments fail; a payment still due is retried at the end of its stretch.
    /// </summary>
    public Sequence<Term> PaymentsFail { get; init; }

    /// <summary>Makes a script of commands whose payments succeed.</summary>
    /// <param name="commands">The commands, in the order of time.</param>
    /// <exception cref="ArgumentException">A command is earlier than the one before it.</exception>
    public static Script Of(params ReadOnlySpan<Command> commands) => new() { Commands = Sequence.Of(commands) };
}
