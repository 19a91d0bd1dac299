// Each folder is a namespace; these are the folders whose helpers others use.
global using SubscriptionMath.Tests.Conformance.Records;
global using SubscriptionMath.Tests.Dates;
global using SubscriptionMath.Tests.Documentation;
global using SubscriptionMath.Tests.Errors;
global using SubscriptionMath.Tests.Generators;
global using SubscriptionMath.Tests.Grants;
global using SubscriptionMath.Tests.Laws;
global using SubscriptionMath.Tests.Laws.Oracles;
global using SubscriptionMath.Tests.Lives;
global using SubscriptionMath.Tests.PolicyChecks;
global using SubscriptionMath.Tests.Prices;
global using SubscriptionMath.Tests.Scenarios;
