namespace SubscriptionMath.Vendors;

/// <summary>Chargebee: credit notes and charges by the day or by the millisecond, as the site is set.</summary>
/// <remarks>
/// Source: chargebee.com/docs, "Proration", "Billing mode" and "Change next billing date". A day's price is the price divided by the days
/// of the current cycle. If the next billing date is brought forward, the stub is charged by the period that ends with it. If the date is
/// put off, the stub is charged by an imaginary period that begins today.
/// </remarks>
public static class Chargebee
{
    /// <summary>With proration: unused time is credited, the rest of the term is charged, both at once.</summary>
    /// <param name="measure">
    /// The billing mode of the site: milliseconds by default, or <see cref="Measure.Days"/> with either change day, as the vendor's own
    /// examples differ.
    /// </param>
    /// <param name="moved">
    /// The divisor for a moved billing date; null, the default, for the vendor's own: <see cref="Denominator.FromTheChange"/> for a later
    /// date, and <see cref="Denominator.Period"/> for an earlier one.
    /// </param>
    /// <example>
    /// USD 60.00 to 30.00 on 21 April, by days: 20.00 are credited and 10.00 charged, so that 10.00 lower the renewal to 20.00. USD 31.00 a
    /// month from 15 April, whose next billing is put off on 5 May from 15 to 20 May: five of the 31 days to 5 June, 5.00.
    /// </example>
    public static BillingPolicy Prorated(Measure? measure = null, Denominator? moved = null) =>
        Policy("Chargebee", measure ?? Millisecond, Treatments.Prorated, Treatments.Anew, moved);

    /// <summary>Without proration: the full new price is due at once, whatever time is left, and nothing is credited.</summary>
    /// <example>USD 30.00 to 50.00 with ten of 30 days left: 50.00 now, and 50.00 at the renewal.</example>
    public static BillingPolicy WithoutProration() =>
        Policy("ChargebeeNone", Millisecond,
            Treatments.Prorated with { Unused = UnusedValue.None, NewPrice = NewPrice.Full, Surplus = Surplus.Forfeited },
            Treatments.FirstPurchase with { Trial = TrialFate.Ended });

    /// <summary>With <c>end_of_term</c>: a change waits for the end of the term.</summary>
    public static BillingPolicy AtEndOfTerm() =>
        Policy("ChargebeeEndOfTerm", Millisecond, Treatment.AtPeriodEnd, Treatment.AtPeriodEnd);

    private static Measure Millisecond => Measure.Days with { Unit = ProrationUnit.Milliseconds };

    private static BillingPolicy Policy(
        string name, Measure measure, Treatment sameInterval, Treatment otherInterval, Denominator? moved = null) =>
        Engine.Policy(name, measure, Rounding.HalfAwayFromZeroByLine, [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            Rule.For(new Case { Changes = ChangeKinds.NextBilling, InTrial = true }, Treatments.MovedWithoutBill),
            Rule.For(new Case { Changes = ChangeKinds.NextBilling, MovesLater = true },
                Treatments.MovedWithProration with { Measure = measure with { Denominator = moved ?? Denominator.FromTheChange } }),
            Rule.For(new Case { Changes = ChangeKinds.NextBilling },
                Treatments.MovedWithProration with { Measure = measure with { Denominator = moved ?? Denominator.Period } }),
            Rule.For(new Case { InTrial = true }, Treatments.TrialGoesOn),
            Rule.For(new Case { Changes = ChangeKinds.Interval }, otherInterval),
            Rule.Otherwise(sameInterval),
        ]);
}
