using NodaTime;

namespace SubscriptionMath;

/// <content>The terms that cannot be priced by themselves.</content>
internal static partial class EarlierTerms
{
    /// <summary>Tells why a quote of one term is not the difference for that term alone; null if it is.</summary>
    internal static Refused? Refuse(Subscription term, Quote quote, Instant moment, bool isLast)
    {
        var (of, after) = (term.Term!.Value, quote.SubscriptionAfter);
        var why = after.Pending != term.Pending && after.Pending is not null ? "it takes effect at the end of the term."
            : !isLast && after.Term is { } moved && moved.End != of.End ? $"the term would end at {moved.End}."
            : after.Trial != term.Trial ? "it begins or ends a trial."
            : Outlasts(term, after, of) is { } id ? $"'{id}' has terms of its own."
            : !isLast && InArrears(term, after) is { } used ? $"'{used}' is charged in arrears, and what was charged for it is not known."
            : IsCounted(term, after, moment) ? "it begins phases, a contract or a discount for a time, which are counted from their start."
            : null;
        return why is null ? Refuse(term, quote, moment) : Refusals.EarlierTermNotPriced(of, why);
    }

    /// <summary>Refuses a term that cannot be priced as of an instant within it, or would have ended since then.</summary>
    internal static Refused? Refuse(Subscription held, Quote quote, Instant moment)
    {
        var (plan, after) = (held.Plan!, quote.SubscriptionAfter);
        var why = KeptLater(after, moment, plan.Term.End) is { } id ? $"'{id}' stays as it was bought within the term, after {moment}."
            : after.Term is { } now && now.End <= quote.At && plan.Term.End > quote.At ? $"the term would have ended at {now.End}."
            : null;
        return why is null ? null : Refusals.EarlierTermNotPriced(plan.Term, why);
    }

    /// <summary>Refuses a term within which a product was bought after an instant: nobody knows what was held then.</summary>
    internal static Refused? RefuseLater(Subscription held, Instant moment)
    {
        foreach (var addOn in held.AddOns)
        {
            if (addOn.Term.Start > moment)
            {
                return Later(held, addOn.ProductId, moment);
            }
        }

        foreach (var lot in held.Plan!.Lots)
        {
            if (lot.Covers.Start <= moment)
            {
                return null;
            }
        }

        return held.Plan.Lots.IsEmpty ? null : Later(held, held.Plan.ProductId, moment);
    }

    private static Refused Later(Subscription held, string id, Instant moment) => Refusals.EarlierTermNotPriced(
        held.Term!.Value, $"'{id}' was bought after {moment}, and what was held before is not known.");

    /// <summary>The item that keeps a purchase made after an instant within the term, or null.</summary>
    private static string? KeptLater(Subscription after, Instant moment, Instant end)
    {
        foreach (var item in after.Items())
        {
            foreach (var lot in item.Lots)
            {
                if (lot.Covers.Start > moment && lot.Covers.Start < end && lot.Source != LotSource.Extension)
                {
                    return item.ProductId;
                }
            }
        }

        return null;
    }

    /// <summary>The changed add-on whose term is not the plan's, or null.</summary>
    private static string? Outlasts(Subscription before, Subscription after, Term term)
    {
        foreach (var addOn in before.AddOns)
        {
            if (addOn.Term.End != term.End
                && !after.AddOns.Any(other => other.ProductId == addOn.ProductId && other.Lots == addOn.Lots))
            {
                return addOn.ProductId;
            }
        }

        foreach (var addOn in after.AddOns)
        {
            if (after.Term is { } now && addOn.Term.End != now.End && !before.AddOns.Any(other => other.ProductId == addOn.ProductId))
            {
                return addOn.ProductId;
            }
        }

        return null;
    }

    private static bool IsCounted(Subscription before, Subscription after, Instant moment)
    {
        foreach (var item in after.Items())
        {
            var older = before.Items().FirstOrDefault(other => other.ProductId == item.ProductId);
            if ((item.PhasesFrom == moment && older?.PhasesFrom != moment)
                || (item.Contract is { } contract && contract.Start == moment && older?.Contract != contract))
            {
                return true;
            }
        }

        return after.Discounts != before.Discounts
            && after.Discounts.Any(static discount => discount is not { Periods: null, Lasts: null, Until: null });
    }

    /// <summary>The changed item that is charged in arrears, before or after, or null.</summary>
    private static string? InArrears(Subscription before, Subscription after)
    {
        foreach (var (one, other) in (ReadOnlySpan<(Subscription, Subscription)>)[(before, after), (after, before)])
        {
            foreach (var item in one.Items())
            {
                if (item.SoldAt.BillingTiming == BillingTiming.InArrears
                    && !other.Items().Any(same => same.ProductId == item.ProductId && same.Lots == item.Lots))
                {
                    return item.ProductId;
                }
            }
        }

        return null;
    }
}
