using NodaTime;

namespace SubscriptionMath;

/// <content>Checks of deferred charges and usage credits.</content>
public static partial class SubscriptionCheck
{
    private static void OfCharges(Subscription of, ref Findings found)
    {
        for (var i = 0; i < of.NextInvoice.Count && !found.Enough; i++)
        {
            var charge = of.NextInvoice[i];
            if (charge.Amount.Currency != of.Currency)
            {
                found.Add(At("nextInvoice", i, "amount"),
                    $"is billed in {of.Currency}, and {charge.Amount} is deferred to its next invoice.");
            }

            OfLines(of, i, charge.Lines, ref found);
            if (charge.Credited is { } credited && credited.Currency != of.Currency)
            {
                found.Add(At("nextInvoice", i, "credited"),
                    $"is billed in {of.Currency}, and {credited} of its deferred charges was credited.");
            }

            if (charge.Owed && !charge.Amount.IsPositive)
            {
                found.Add(At("nextInvoice", i, "amount"), $"owes {charge.Amount}; a debt is more than zero.");
            }

            if (charge.Remainder is { } remainder && (remainder >= Fraction.One || remainder <= -Fraction.One))
            {
                found.Add(At("nextInvoice", i, "remainder"),
                    $"has {remainder} minor units beyond {charge.Amount}; a remainder is less than one.");
            }
        }
    }

    private static void OfLines(Subscription of, int charge, Sequence<Line> lines, ref Findings found)
    {
        for (var i = 0; i < lines.Count && !found.Enough; i++)
        {
            if (lines[i].Amount.Currency != of.Currency)
            {
                found.Add(At("nextInvoice", charge, At("lines", i, "amount")),
                    $"is billed in {of.Currency}, and {lines[i].Amount} is a line of its deferred charges.");
            }

            if (lines[i].Tax is { Amount: var tax } && tax.Currency != of.Currency)
            {
                found.Add(At("nextInvoice", charge, At("lines", i, "tax.amount")),
                    $"is billed in {of.Currency}, and {tax} is the tax of a line of its deferred charges.");
            }
        }
    }

    private static void OfUsage(Subscription of, ref Findings found)
    {
        for (var i = 0; i < of.Grants.Count && !found.Enough; i++)
        {
            var grant = of.Grants[i];
            if (grant.Expires < grant.Effective)
            {
                found.Add(At("grants", i, "expires"),
                    $"has a grant of '{grant.Kind}' that is effective at {grant.Effective} and expires at {grant.Expires}.");
            }
        }

        OfEqualGrants(of, ref found);
        HashSet<string>? kinds = of.UsageDebts.Count < 2 ? null : new(of.UsageDebts.Count, StringComparer.Ordinal);
        for (var i = 0; kinds is not null && i < of.UsageDebts.Count; i++)
        {
            if (!kinds.Add(of.UsageDebts[i].Kind))
            {
                found.Add(At("usageDebts", i, "kind"), $"owes '{of.UsageDebts[i].Kind}' twice.");
            }
        }
    }

    /// <summary>Finds a grant listed twice. Grants without ids may be equal: units were added to both at one instant.</summary>
    private static void OfEqualGrants(Subscription of, ref Findings found)
    {
        HashSet<Grant>? seen = of.Grants.Count < 2 ? null : new(of.Grants.Count);
        for (var i = 0; seen is not null && i < of.Grants.Count && !found.Enough; i++)
        {
            var grant = of.Grants[i];
            if (!seen.Add(grant) && grant.Id.Length > 0)
            {
                found.Add(
                    string.Create(System.Globalization.CultureInfo.InvariantCulture, $"grants[{i}]"),
                    $"has the same grant of {grant.Granted} '{grant.Kind}' from {grant.Effective} twice.");
            }
        }
    }

    /// <summary>
    /// Whether the zone skipped a date within the period, at its end, or in the ten years before. Samoa had no 30 December 2011.
    /// </summary>
    /// <remarks>A period counted or shifted across that date is off by a day, wherever pauses have shifted it since.</remarks>
    private static bool SkippedADate(DateTimeZone zone, Term period)
    {
        if (period.Start < Instant.FromUtc(1800, 1, 1, 0, 0) || period.End > Instant.FromUtc(2200, 1, 1, 0, 0))
        {
            return false;
        }

        var before = default(Offset?);
        foreach (var interval in zone.GetZoneIntervals(period.Start - Duration.FromDays(3660), period.End + Duration.Epsilon))
        {
            if (before is { } offset && interval.WallOffset.Seconds - offset.Seconds >= NodaConstants.SecondsPerDay)
            {
                return true;
            }

            before = interval.WallOffset;
        }

        return false;
    }
}
