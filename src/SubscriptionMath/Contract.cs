using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The effect of the end of a contract.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AfterContract>))]
public enum AfterContract
{
    /// <summary>The plan continues term by term, without a contract.</summary>
    GoesOn,

    /// <summary>Another contract of the same length begins.</summary>
    Anew,

    /// <summary>The subscription ends by itself; a term that would run beyond the contract is cut and costs its part.</summary>
    Ends,
}

/// <summary>The time for which a plan is sold, whatever its billing interval: a committed term, or a fixed one.</summary>
/// <param name="Length">The length from the first paid day; at least one interval of the price.</param>
/// <param name="Then">The effect of its end.</param>
/// <remarks>
/// The policy says whether the customer may leave before the end, and at what charge: <see cref="Case.InContract"/>,
/// <see cref="Timing.AtContractEnd"/> and <see cref="Treatment.EarlyTermination"/>. The price as sold keeps its contract.
/// </remarks>
/// <example>
/// USD 20.00 a month, committed for a year: <c>Price.Of(20m, "USD", BillingInterval.Month) with { Contract = new(BillingInterval.Year,
/// AfterContract.Anew) }</c>. Three years billed every two: the second term is cut to one year, 366 of 731 days of it from 1 December 2023
/// on (Kill Bill's FIXEDTERM).
/// </example>
public sealed record Contract(BillingInterval Length, AfterContract Then)
{
    /// <summary>Gets the effect of the end of the contract.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public AfterContract Then { get; init => field = Require.Defined(value, nameof(Then)); } = Require.Defined(Then, nameof(Then));

    /// <summary>Prints the contract in words: "for 1 year, then term by term".</summary>
    public override string ToString() => Then switch
    {
        AfterContract.Anew => $"for {Long} at a time",
        AfterContract.Ends => $"for {Long} in all",
        _ => $"for {Long}, then term by term",
    };

    private string Long => Length.ToString() is var text && char.IsAsciiDigit(text[0]) ? text : $"1 {text}";
}
