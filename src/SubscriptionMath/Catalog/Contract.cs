using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>What becomes of a contract that has run out.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AfterContract>))]
public enum AfterContract
{
    /// <summary>The plan goes on term by term, without a contract.</summary>
    GoesOn,

    /// <summary>Another contract of the same length begins.</summary>
    Anew,

    /// <summary>The subscription ends by itself; a term that would run beyond it is cut to it and costs its part.</summary>
    Ends,
}

/// <summary>For how long a plan is sold, whatever the interval that it is billed by: a committed term, or a fixed one.</summary>
/// <param name="Length">How long, from the first day that is paid for; at least one interval of the price.</param>
/// <param name="Then">What becomes of it then.</param>
/// <remarks>
/// Whether it may be left before, and what is owed then, is the policy's to say: <see cref="Case.InContract"/>, <see cref="Timing.AtContractEnd"/> and
/// <see cref="Treatment.EarlyEnd"/>. A price that has one is remembered as it was sold.
/// </remarks>
/// <example>
/// USD 20.00 a month, committed for a year: <c>Price.Of(20m, "USD", BillingInterval.Month) with { Contract = new(BillingInterval.Year, AfterContract.Anew) }</c>. Three
/// years billed every two: the second term is cut to one year, 366 of 731 days of it from 1 December 2023 on (Kill Bill's FIXEDTERM).
/// </example>
public sealed record Contract(BillingInterval Length, AfterContract Then)
{
    /// <summary>Gets what becomes of it then.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no answer that exists.</exception>
    public AfterContract Then { get; init => field = Require.Defined(value, nameof(Then)); } = Require.Defined(Then, nameof(Then));

    /// <summary>Prints it as people write it: "for 1 year, then term by term".</summary>
    public override string ToString() => Then switch
    {
        AfterContract.Anew => $"for {Long} at a time",
        AfterContract.Ends => $"for {Long} in all",
        _ => $"for {Long}, then term by term",
    };

    private string Long => Length.ToString() is var text && char.IsAsciiDigit(text[0]) ? text : $"1 {text}";
}
