namespace SubscriptionMath.Tests.Serialization;

/// <summary>A policy, a catalog, a subscription and a refusal as somebody writes them by hand.</summary>
internal static class JsonDocuments
{
    public const string WhaleBooksPolicy = """
        {
          "schema": 1,
          "name": "WhaleBooks",
          "rules": [
            {
              "kind": "treated",
              "when": { "changes": "start" },
              "then": {
                "timing": { "kind": "now" },
                "trial": "kept",
                "term": { "kind": "restarted" },
                "unused": { "kind": "none" },
                "newPrice": "full",
                "paymentTiming": "now",
                "surplus": { "kind": "forfeited" }
              }
            },
            {
              "kind": "treated",
              "when": { "changes": "end" },
              "then": {
                "timing": { "kind": "atPeriodEnd" },
                "trial": "kept",
                "term": { "kind": "endKept" },
                "unused": { "kind": "none" },
                "newPrice": "nothingUntilRenewal",
                "paymentTiming": "now",
                "surplus": { "kind": "forfeited" }
              }
            },
            {
              "kind": "treated",
              "when": { "changes": "resume" },
              "then": {
                "timing": { "kind": "now" },
                "trial": "kept",
                "term": { "kind": "endKept" },
                "unused": { "kind": "none" },
                "newPrice": "nothingUntilRenewal",
                "paymentTiming": "now",
                "surplus": { "kind": "forfeited" }
              }
            },
            {
              "kind": "refused",
              "when": { "status": "nonRenewing" },
              "reason": "changeWhileCanceled"
            },
            {
              "kind": "refused",
              "when": { "from": "paid", "to": "free" },
              "reason": "paidToFree"
            },
            {
              "kind": "treated",
              "when": { "from": "free", "to": "paid" },
              "then": {
                "timing": { "kind": "now" },
                "trial": "ended",
                "term": { "kind": "restarted" },
                "unused": { "kind": "none" },
                "newPrice": "full",
                "paymentTiming": "now",
                "surplus": { "kind": "forfeited" }
              }
            },
            {
              "kind": "treated",
              "when": { "direction": "up", "inTrial": true },
              "then": {
                "timing": { "kind": "now" },
                "trial": "ended",
                "term": { "kind": "restarted" },
                "unused": { "kind": "none" },
                "newPrice": "full",
                "paymentTiming": "nowAsOldPriceThenDifference",
                "surplus": { "kind": "forfeited" }
              }
            },
            {
              "kind": "treated",
              "when": { "inTrial": true },
              "then": {
                "timing": { "kind": "now" },
                "trial": "kept",
                "term": { "kind": "endKept" },
                "unused": { "kind": "none" },
                "newPrice": "nothingUntilRenewal",
                "paymentTiming": "now",
                "surplus": { "kind": "forfeited" }
              }
            },
            {
              "kind": "treated",
              "when": { "direction": "down", "changes": "plan" },
              "then": {
                "timing": { "kind": "now" },
                "trial": "ended",
                "term": { "kind": "endKept" },
                "unused": { "kind": "lots", "sources": "all", "basis": "billed" },
                "newPrice": "forTheRest",
                "paymentTiming": "waived",
                "surplus": { "kind": "toBalance" }
              }
            },
            {
              "kind": "treated",
              "when": {},
              "then": {
                "timing": { "kind": "now" },
                "trial": "ended",
                "term": { "kind": "endKept" },
                "unused": { "kind": "lots", "sources": "all", "basis": "billed" },
                "newPrice": "forTheRest",
                "paymentTiming": "now",
                "surplus": { "kind": "toBalance" }
              }
            }
          ],
          "requests": {
            "direction": { "plans": "rank", "items": "plan", "interval": "amongEquals", "longerInterval": "up", "tie": "lateral" },
            "eligibility": { "askedBy": "anyone", "membersFitSeats": false },
            "pending": "newestReplaces"
          },
          "proration": {
            "measure": { "unit": "calendarDays", "changeDay": "new", "denominator": { "kind": "period" }, "ratio": { "kind": "exact" } },
            "rounding": { "mode": "halfAwayFromZero", "stage": "net" },
            "lotChoice": "newestFirst"
          },
          "invoicing": {
            "tax": { "charged": { "base": "net", "mode": "halfAwayFromZero" }, "credited": { "base": "net", "mode": "halfAwayFromZero" }, "stage": "invoice" },
            "discounts": { "split": "largestRemainder", "reversal": "inProportion" },
            "deferredCharges": "onAnyInvoice",
            "failedPayment": "nothingChanges"
          },
          "addOns": { "whenPlanChanges": "keptWithTheTerm", "endedValue": { "kind": "none" } },
          "balance": { "pays": "all", "order": { "keys": [] }, "paidLost": "atExpiry", "promotionLost": "atExpiry", "promotion": "returned" },
          "allowances": {
            "onUpgrade": "replaced",
            "onDowngrade": "replaced",
            "onRenewal": "replaced",
            "rollover": "theOldPlan",
            "carried": "asBefore",
            "firstTerm": "full",
            "addedSeats": "full",
            "boughtAddOns": "full",
            "rounding": { "mode": "floor", "decimals": 0 },
            "use": {
              "order": { "keys": [ "expiry", "planFirst" ] },
              "overage": { "kind": "refused" },
              "atReset": "forgiven"
            }
          },
          "renewal": { "price": "asSold", "daysAhead": 0, "takesAddOnsAlong": false, "afterEnd": "freePlan" }
        }
        """;

    public const string SmallCatalog = """
        {
          "schema": 1,
          "plans": [
            {
              "id": "free",
              "name": "Free",
              "rank": 0,
              "prices": [ { "model": { "kind": "perUnit", "amount": 0 }, "currency": "EUR", "interval": "month", "billingTiming": "inAdvance" } ],
              "seats": { "least": 1 }
            },
            {
              "id": "pro",
              "name": "Pro",
              "rank": 1,
              "prices": [ { "model": { "kind": "perUnit", "amount": 75.00 }, "currency": "EUR", "interval": "month", "billingTiming": "inAdvance" }, { "model": { "kind": "perUnit", "amount": 750.00 }, "currency": "EUR", "interval": "year", "billingTiming": "inAdvance" } ],
              "trial": { "length": "14 days" },
              "allowances": [ { "kind": "phone", "units": 12.5, "rollover": { "kind": "full" } } ],
              "addOns": [ "storage" ],
              "seats": { "least": 1, "most": 10 }
            }
          ],
          "addOns": [
            {
              "id": "storage",
              "name": "Storage",
              "prices": [ { "model": { "kind": "perUnit", "amount": 5.00 }, "currency": "EUR", "interval": "month", "billingTiming": "inAdvance" } ],
              "measure": { "unit": "monthsNotStarted", "changeDay": "new", "denominator": { "kind": "fixed", "days": 30, "per": "month" }, "ratio": { "kind": "rounded", "decimals": 9, "mode": "halfEven" } }
            }
          ]
        }
        """;

    public const string NotToFree = """{ "kind": "refused", "code": "paidToFree", "message": "No." }""";

    public const string HeldInPrague = """
        {
          "id": "S-1",
          "version": 0,
          "status": "active",
          "zone": "Europe/Prague",
          "currency": "EUR",
          "anchor": "2026-01-31T00:00:00",
          "plan": {
            "productId": "pro",
            "soldAt": { "model": { "kind": "perUnit", "amount": 75.00 }, "currency": "EUR", "interval": "month", "billingTiming": "inAdvance" },
            "quantity": 1,
            "term": "2026-01-30T23:00:00Z/2026-02-27T23:00:00Z",
            "lots": [
              {
                "covers": "2026-01-30T23:00:00Z/2026-02-27T23:00:00Z",
                "period": "2026-01-30T23:00:00Z/2026-02-27T23:00:00Z",
                "quantity": 1,
                "above": 0,
                "price": { "model": { "kind": "perUnit", "amount": 75.00 }, "currency": "EUR", "interval": "month", "billingTiming": "inAdvance" },
                "terms": 1,
                "billed": "EUR 75.00",
                "paid": "EUR 75.00",
                "carried": "EUR 0.00",
                "credited": "EUR 0.00",
                "source": "purchase",
                "awaitsInvoice": false
              }
            ]
          }
        }
        """;
}
