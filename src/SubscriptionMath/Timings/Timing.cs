using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The policy's answer to: when does a change take effect?</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Immediate), "now")]
[JsonDerivedType(typeof(PeriodEnd), "atPeriodEnd")]
[JsonDerivedType(typeof(CustomersChoice), "customerChooses")]
[JsonDerivedType(typeof(BilledEnd), "atBilledEnd")]
[JsonDerivedType(typeof(RequestedDate), "onDate")]
[JsonDerivedType(typeof(ContractEnd), "atContractEnd")]
public abstract record Timing
{
    private protected Timing()
    {
    }

    /// <summary>At once, at the instant of the change.</summary>
    public static Timing Now { get; } = new Immediate();

    /// <summary>At the end of the current term; until then it is a pending change.</summary>
    public static Timing AtPeriodEnd { get; } = new PeriodEnd();

    /// <summary>When the customer says: a change that does not say when is refused.</summary>
    public static Timing CustomerChooses { get; } = new CustomersChoice();

    /// <summary>At the end of what is billed; at once where nothing of it is billed, as in a trial, or while its charge waits for the next invoice.</summary>
    /// <remarks>
    /// A month to 6 October, terminated on 8 September, runs to 6 October. Terminated in its trial, or while the charge for the month is still
    /// owed, it ends on 8 September.
    /// </remarks>
    public static Timing AtBilledEnd { get; } = new BilledEnd();

    /// <summary>On the date that the change names; until then it is a pending change. One that names none is refused.</summary>
    /// <remarks>
    /// A date within a term prices the change as if it were asked for at that instant; one at the end of a term is a change at the period's
    /// end. Renewals before the date go on as ever. A date that has passed is refused. A first purchase begins on the date, with its trial and its
    /// price of then; a termination before that withdraws it.
    /// </remarks>
    public static Timing OnDate { get; } = new RequestedDate();

    /// <summary>At the end of the contract that the plan is held under; until then it is a pending change. Without one, at the end of the current term.</summary>
    /// <remarks>
    /// EUR 20.00 a month from 1 March 2026, committed for a year, terminated in June: it renews month by month to 1 March 2027 and ends then. A contract that would
    /// begin anew does not.
    /// </remarks>
    public static Timing AtContractEnd { get; } = new ContractEnd();

    private protected abstract void Seal();

    /// <summary>At once.</summary>
    public sealed record Immediate : Timing
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>At the end of the current term.</summary>
    public sealed record PeriodEnd : Timing
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>When the customer says.</summary>
    public sealed record CustomersChoice : Timing
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>At the end of what is billed.</summary>
    public sealed record BilledEnd : Timing
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>On the date that the change names.</summary>
    public sealed record RequestedDate : Timing
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>At the end of the contract.</summary>
    public sealed record ContractEnd : Timing
    {
        private protected override void Seal()
        {
        }
    }
}
