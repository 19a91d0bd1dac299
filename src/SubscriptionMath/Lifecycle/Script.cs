namespace SubscriptionMath;

/// <summary>What is to happen to a subscription besides what happens by itself.</summary>
public sealed record Script
{
    /// <summary>Nothing: it is left to itself, and every payment goes through.</summary>
    public static Script Empty { get; } = new();

    /// <summary>Gets what is done, in the order of time; what is done at one instant, in the order given.</summary>
    /// <exception cref="ArgumentException">A command comes before the one that stands before it.</exception>
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
                    throw new ArgumentException($"Command {i + 1} is at {value[i].At}, before the one at {value[i - 1].At} that stands before it.", nameof(Commands));
                }
            }
        }
    }

    /// <summary>Gets the stretches of time, each half-open, in which payments fail; one that is still due is tried again at the end of its stretch.</summary>
    public Sequence<Term> PaymentsFail { get; init; }

    /// <summary>Makes a script of commands whose payments go through.</summary>
    /// <param name="commands">What is done, in the order of time.</param>
    /// <exception cref="ArgumentException">A command comes before the one that stands before it.</exception>
    public static Script Of(params ReadOnlySpan<Command> commands) => new() { Commands = Sequence.Of(commands) };
}
