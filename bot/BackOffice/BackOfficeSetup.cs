using Microsoft.AspNetCore.DataProtection;
using TrustBot.BackOffice.Sample;

namespace TrustBot.BackOffice;

internal static class BackOfficeSetup
{
    /// <summary>The sample business answers every port until a real back office does.</summary>
    public static WebApplicationBuilder AddSampleBusiness(this WebApplicationBuilder builder)
    {
        foreach (var department in new SampleBusiness(TimeProvider.System).Departments())
            builder.Services.AddSingleton(department);
        builder.Services.AddSingleton(s => new DeedBook(
            builder.Configuration["SampleBusiness:Path"] ?? "data/sample-business.book", s.GetRequiredService<IDataProtectionProvider>()));
        builder.Services.AddSingleton<IDeed>(s => new BookedDeed("file-complaint", s.GetRequiredService<DeedBook>()));
        builder.Services.AddSingleton<IDeed>(s => new BookedDeed("book-callback", s.GetRequiredService<DeedBook>()));
        return builder;
    }
}
