using NodaTime;

namespace SubscriptionMath;

/// <content>Checks of a lot by itself.</content>
public static partial class SubscriptionCheck
{
    private const int DaysOfSlack = 5;
    private const int MostMonths = 12 * 20_000;

    private static void OfLot(Subscription of, Item item, Lot lot, StatePlace place, ref Findings found)
    {
        if (lot.Price.Currency != of.Currency)
        {
            found.Add(place.Of("price.currency"), $"is billed in {of.Currency}, and a lot of '{item.ProductId}' was sold at {lot.Price}.");
        }
        else if (IsOf(of, item, lot, place, ref found))
        {
            OfAmounts(item, lot, place, ref found);
        }

        if (!found.AmountsOnly)
        {
            OfTime(of, item, lot, place, ref found);
        }

        if (lot.Discount is { } discount)
        {
            OfDiscount(item, discount, place, ref found);
        }
    }

    private static bool IsOf(Subscription of, Item item, Lot lot, StatePlace place, ref Findings found)
    {
        var one = true;
        foreach (var (amount, property) in (ReadOnlySpan<(Money, string)>)[
            (lot.Billed, "billed"), (lot.Paid, "paid"), (lot.Carried, "carried"), (lot.Credited, "credited"),
            (lot.Tax?.Billed ?? Money.Zero(of.Currency), "tax.billed")])
        {
            if (amount.Currency != of.Currency)
            {
                found.Add(place.Of(property), $"is billed in {of.Currency}, and a lot of '{item.ProductId}' holds {amount}.");
                one = false;
            }
        }

        for (var i = 0; i < lot.Promotion.Count; i++)
        {
            if (lot.Promotion[i].Left is var drawn && drawn.Currency != of.Currency)
            {
                found.Add(
                    At(place.Of("promotion"), i, "left"),
                    $"is billed in {of.Currency}, and a lot of '{item.ProductId}' was paid with {drawn} of promotional credit.");
                one = false;
            }
        }

        return one;
    }

    private static void OfAmounts(Item item, Lot lot, StatePlace place, ref Findings found)
    {
        if (lot.Credited > lot.Billed)
        {
            found.Add(place.Of("credited"),
                $"holds a lot of '{item.ProductId}' of which {lot.Credited} was credited, of {lot.Billed} billed.");
        }

        if (lot.Paid > lot.Billed)
        {
            found.Add(place.Of("paid"), $"holds a lot of '{item.ProductId}' of which {lot.Paid} was paid, of {lot.Billed} billed.");
        }

        if (lot.Carried > lot.Paid)
        {
            found.Add(place.Of("carried"),
                $"holds a lot of '{item.ProductId}' of which {lot.Carried} was carried over, of {lot.Paid} paid.");
        }

        if (lot.Tax is { } tax && tax.Billed.Exact > tax.Rate.Of(lot.Billed.Exact) + Fraction.Of(2))
        {
            found.Add(place.Of("tax.billed"), $"holds a lot of '{item.ProductId}' with {tax.Billed} of {tax.Rate} on {lot.Billed} billed.");
        }

        if (!lot.Promotion.IsEmpty && Promotions.Sum(lot.Promotion, lot.Billed.Currency) is var gift && gift > lot.GrossOf(lot.Paid))
        {
            found.Add(
                place.Of("promotion"),
                $"holds a lot of '{item.ProductId}' of which {lot.GrossOf(lot.Paid)} was paid, and {gift} of it with promotional credit.");
        }
    }

    /// <summary>Only a lot at the end of the term may be empty: its surplus was too small for a day. Any other lot has a length.</summary>
    private static void OfTime(Subscription of, Item item, Lot lot, StatePlace place, ref Findings found)
    {
        if (lot.Covers.IsEmpty && lot.Covers.Start != item.Term.End)
        {
            found.Add(place.Of("covers"), $"holds a lot of '{item.ProductId}' for no time, {lot.Covers}.");
        }
        else if (lot.Covers.Start < item.Term.End && lot.Covers.End > item.Term.End && !KeepsAny(item) && place.Lot != StatePlace.SetUp)
        {
            found.Add(place.Of("covers"), $"holds a lot of '{item.ProductId}' for {lot.Covers}, across the end of its term {item.Term}.");
        }

        // A price of a shorter interval may be bought for the rest of a longer term: then its period is one whole interval.
        // A set-up fee has no length; it is remembered for the whole term. A term in arrears, or of a price charged once, may be extended.
        var within = (lot.Covers.Start >= lot.Period.Start && lot.Covers.End <= lot.Period.End)
            || lot.Price is not { BillingTiming: BillingTiming.InAdvance, IsFree: false }
            || (place.Lot == StatePlace.SetUp && lot.Covers.Duration / 1000 <= lot.Period.Duration);
        if ((lot.Terms > 1 || !within) && !(within && (IsBought(lot) || IsWhole(item, lot)))
            && !HoldsTerms(lot, of.Zone, within ? DaysOfSlack : Shifted(lot.Price.Interval)))
        {
            found.Add(
                within ? place.Of("terms") : place.Of("covers"),
                within
                    ? $"holds a lot of '{item.ProductId}' for {lot.Terms} terms of a {lot.Price.Interval} in {lot.Period}."
                    : $"holds a lot of '{item.ProductId}' for {lot.Covers}, longer than its period {lot.Period}, no {lot.Price.Interval}.");
        }
    }

    /// <summary>
    /// Whether a surplus bought the time, in months or in days by the ratio of the prices. Such time is a part of terms of other lengths: a
    /// month three days shorter than another, or the twelve days that were sold at a month's price.
    /// </summary>
    private static bool IsBought(Lot lot) => lot.Source is LotSource.Conversion or LotSource.AddOnTermination && lot.Terms < MostMonths;

    /// <summary>Whether units were added within a term of several intervals at the full price of them all.</summary>
    private static bool IsWhole(Item item, Lot lot) =>
        lot.Covers == lot.Period && lot.Covers.Start > item.Term.Start && lot.Terms < MostMonths;

    /// <summary>The days by which an interval that a pause shifted may differ from the one at its new place.</summary>
    private static int Shifted(BillingInterval interval) => interval.TotalMonths == 0 ? 0 : interval.TotalMonths % 12 == 0 ? 1 : 3;

    /// <summary>Whether the item keeps a lot; units bought beside it go as far as that lot.</summary>
    private static bool KeepsAny(Item item)
    {
        foreach (var lot in item.Lots)
        {
            if (lot.Kept)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the period is as long as its terms, counted from either end; days bought before or after may shift it.</summary>
    private static bool HoldsTerms(Lot lot, DateTimeZone zone, int slack)
    {
        var (start, end) = (lot.Period.Start.InZone(zone).LocalDateTime, lot.Period.End.InZone(zone).LocalDateTime);
        if (Near(start, end, lot.Terms) || Near(end, start, -lot.Terms))
        {
            return true;
        }

        slack++;
        return SkippedADate(zone, lot.Period) && (Near(start, end, lot.Terms) || Near(end, start, -lot.Terms));

        bool Near(LocalDateTime from, LocalDateTime to, int terms)
        {
            var (months, days) = ((long)terms * lot.Price.Interval.TotalMonths, (long)terms * lot.Price.Interval.TotalDays);
            if (Math.Abs(months) > MostMonths || Math.Abs(days) > MostMonths * 31L)
            {
                return false;
            }

            // Within the calendar at both ends: 20,000 years are beyond any date.
            var expected = from.Date.Year + (months / 12) is > -9990 and < 9990 && from.Date.Year + (days / 365) is > -9990 and < 9990
                ? from.PlusMonths((int)months).PlusDays((int)days)
                : default;
            return Math.Abs(Period.DaysBetween(expected.Date, to.Date)) <= slack;
        }
    }

    private static void OfDiscount(Item item, LotDiscount discount, StatePlace place, ref Findings found)
    {
        if (discount.OfPrice.Sign < 0 || discount.Off < discount.OfPrice || discount.Whole < discount.Off)
        {
            found.Add(
                place.Of("discount"),
                $"holds a lot of '{item.ProductId}' with a discount of {discount.Off}, {discount.OfPrice} by percentage, "
                + $"within {discount.Whole}.");
        }
    }
}
