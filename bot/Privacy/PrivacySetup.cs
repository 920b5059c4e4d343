using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace TrustBot.Privacy;

internal static class PrivacySetup
{
    /// <summary>One key ring for everything, and the protector. <see cref="ProtectionWords"/> comes from the locale files.</summary>
    public static WebApplicationBuilder AddPrivacy(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<KeyRingOptions>()
            .BindConfiguration(KeyRingOptions.Section)
            .Validate(o => !string.IsNullOrWhiteSpace(o.Path), $"KeyRing:Path is empty. Name the folder of the key ring, for example {KeyRingOptions.DefaultPath}.")
            .ValidateOnStart();
        builder.Services.AddDataProtection().SetApplicationName("TrustBot");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<IOptions<KeyRingOptions>, ILoggerFactory>((keys, options, loggers) =>
            keys.XmlRepository = new FileSystemXmlRepository(KeyRingFolder.Ready(options.Value), loggers));
        builder.Services.AddSingleton(s => new Protector(
            TokenSecret.Ready(KeyRingFolder.Ready(s.GetRequiredService<IOptions<KeyRingOptions>>().Value), s.GetRequiredService<IDataProtectionProvider>()),
            s.GetRequiredService<Func<ProtectionWords>>()));
        return builder;
    }
}
