using NodaTime;

namespace SubscriptionMath;

/// <content>The amounts of a lot with and without tax, and the lot billed for less.</content>
public sealed partial record Lot
{
    /// <summary>The amount billed, with tax.</summary>
    internal Money Gross => Tax is { Rate.Included: false } tax ? Billed + tax.Billed : Billed;

    /// <summary>A part of the amount billed, with its tax.</summary>
    internal Money GrossOf(Money net) => Tax is not { Rate.Included: false } tax ? net
        : net == Billed ? Gross
        : Billed.IsZero ? net
        : net + Money.Round(tax.Billed.Exact * net.Exact / Billed.Exact, net.Currency, RoundingMode.HalfAwayFromZero);

    /// <summary>The net part of the amount billed for an amount with tax.</summary>
    internal Money NetOf(Money gross) => Tax is { Rate.Included: false } tax && !gross.IsZero
        ? gross.Split([Billed.Minor, tax.Billed.Minor], SplitMethod.LargestRemainder)[0]
        : gross;

    /// <summary>The lot billed for less: an amount with tax is taken off, and its part of the tax with it.</summary>
    internal Lot Less(Money gross)
    {
        if (gross.IsZero)
        {
            return this;
        }

        var net = NetOf(gross);
        var tax = Tax is not { } sold ? null
            : sold with
            {
                Billed = sold.Billed - (sold.Rate.Included
                    ? Money.Round(sold.Billed.Exact * net.Exact / Billed.Exact, net.Currency, RoundingMode.HalfAwayFromZero)
                    : gross - net),
            };
        return this with { Billed = Billed - net, Paid = Paid - net, Tax = tax };
    }

    /// <summary>
    /// The net part paid for a payment with tax: never less than the part carried over, nor more than the lot's paid amount.
    /// </summary>
    internal Money PaidOf(Money gross)
    {
        var net = Tax is { Rate.Included: false } && !Gross.IsZero
            ? Money.Round(gross.Exact * Billed.Exact / Gross.Exact, gross.Currency, RoundingMode.AwayFromZero)
            : gross;
        return net < Carried ? Carried : net > Paid ? Paid : net;
    }

    /// <summary>The lot without the end of its stretch and its worth: each amount falls by the same ratio as the amount billed.</summary>
    internal Lot Until(Instant end, Money worth)
    {
        if (Billed.IsZero)
        {
            return this with { Covers = Covers.Until(end), Remainder = null };
        }

        var rest = this with
        {
            Covers = Covers.Until(end),
            Billed = Billed - worth,
            Paid = Rest(Paid),
            Carried = Rest(Carried),
            Remainder = null,
            Tax = Tax is { } tax ? tax with { Billed = Rest(tax.Billed) } : null,
        };
        return Promotion.IsEmpty ? rest : rest.PaidBy(Promotions.Split(Promotion, Rest(Promotions.Sum(Promotion, Paid.Currency))).Former);

        Money Rest(Money amount) =>
            amount - Money.Round(amount.Exact * worth.Exact / Billed.Exact, amount.Currency, RoundingMode.HalfAwayFromZero);
    }

    /// <summary>The lot paid by promotional credit. A cent may round to either side, so the gift is capped at the amount paid.</summary>
    internal Lot PaidBy(Sequence<CreditLot> promotion) =>
        promotion.IsEmpty && Promotion.IsEmpty ? this : this with { Promotion = Promotions.Split(promotion, GrossOf(Paid)).Former };
}
