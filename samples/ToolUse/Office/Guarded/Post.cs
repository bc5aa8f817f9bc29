using System.Net.Mail;

namespace OfficeAgent;

/// <summary>The office's post. Letters end in a folder under the temporary directory; with a server's name they would be sent.</summary>
internal static class Post
{
    public static SmtpClient Open()
    {
        var folder = Directory.CreateTempSubdirectory("letters-");
        return new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder.FullName };
    }
}
