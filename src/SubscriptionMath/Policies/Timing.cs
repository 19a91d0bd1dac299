using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The time at which a change takes effect.</summary>
[JsonConverter(typeof(PartConverter))]
public abstract record Timing
{
    private protected Timing()
    {
    }

    /// <summary>At once, at the instant of the change.</summary>
    public static Timing Now { get; } = new Immediate();

    /// <summary>At the end of the current term; until then the change is pending.</summary>
    public static Timing AtPeriodEnd { get; } = new PeriodEnd();

    /// <summary>At the time that the customer chooses: a change without a time is refused.</summary>
    public static Timing CustomerChooses { get; } = new CustomersChoice();

    /// <summary>
    /// At the end of the billed time; at once if none is billed, as in a trial, or if its charge is deferred to the next invoice.
    /// </summary>
    /// <remarks>
    /// A month to 6 October, canceled on 8 September, runs to 6 October. Canceled in its trial, or while the charge for the month is still
    /// owed, it ends on 8 September.
    /// </remarks>
    public static Timing AtBilledEnd { get; } = new BilledEnd();

    /// <summary>On the date that the change names; until then the change is pending. A change without a date is refused.</summary>
    /// <remarks>
    /// A date within a term prices the change as if the customer asked at that instant; one at the end of a term is a change at the
    /// period's end. Renewals before the date go on as ever. A date that has passed is refused. A first purchase begins on the date, with
    /// the trial and the price of that day; a cancellation before that day withdraws it.
    /// </remarks>
    public static Timing OnDate { get; } = new RequestedDate();

    /// <summary>
    /// At the end of the plan's contract; until then the change is pending. Without a contract, at the end of the current term.
    /// </summary>
    /// <remarks>
    /// EUR 20.00 a month from 1 March 2026, committed for a year, canceled in June: the plan renews month by month to 1 March 2027 and ends
    /// then. A contract that would begin anew does not.
    /// </remarks>
    public static Timing AtContractEnd { get; } = new ContractEnd();

    private protected abstract void Seal();

    /// <summary>At once.</summary>
    internal sealed record Immediate : Timing
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>At the end of the current term.</summary>
    internal sealed record PeriodEnd : Timing
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>At the time that the customer chooses.</summary>
    internal sealed record CustomersChoice : Timing
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>At the end of the billed time.</summary>
    internal sealed record BilledEnd : Timing
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>On the date that the change names.</summary>
    internal sealed record RequestedDate : Timing
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>At the end of the contract.</summary>
    internal sealed record ContractEnd : Timing
    {
        private protected override void Seal()
        {
        }
    }
}
