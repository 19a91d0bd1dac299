using BillingService.Demo;
using BillingService.Due;
using BillingService.Endpoints;
using BillingService.Payments;
using BillingService.Settling;
using BillingService.Store;

var builder = WebApplication.CreateBuilder(args);
var services = builder.Services;
var demo = builder.Configuration.GetValue("Demo", false);

services.AddSingleton(_ => new Database(builder.Configuration.GetConnectionString("Billing") ?? "Data Source=billing.db"));
services.AddSingleton<DemoClock>(_ => new DemoClock(SystemClock.Instance));
services.AddSingleton<IClock>(all => demo ? all.GetRequiredService<DemoClock>() : SystemClock.Instance);
services.AddSingleton<IPaymentProvider, FakeBank>();
services.AddSingleton<Accounts>().AddSingleton<Holdings>().AddSingleton<Quotes>().AddSingleton<Answers>();
services.AddSingleton<Claims>().AddSingleton<Ledger>().AddSingleton<Settlement>().AddSingleton<Orders>();
services.AddSingleton<DueRun>().AddHostedService<DueWorker>();
services.AddSingleton<Journey>().AddSingleton<DemoAccounts>();
services.ConfigureHttpJsonOptions(options => Json.Configured(options.SerializerOptions));
services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
services.AddExceptionHandler<Faults>().AddProblemDetails();
services.AddOpenApi();

var app = builder.Build();
await Migrations.RunAsync(app.Services.GetRequiredService<Database>());
app.UseExceptionHandler();
app.UseDefaultFiles();
app.UseStaticFiles();
app.MapOpenApi();
app.MapAccounts();
app.MapSubscriptions();
app.MapCommands();
if (demo)
{
    app.MapDemo();
    await app.Services.GetRequiredService<DemoAccounts>().MakeAsync();
}

await app.RunAsync();
