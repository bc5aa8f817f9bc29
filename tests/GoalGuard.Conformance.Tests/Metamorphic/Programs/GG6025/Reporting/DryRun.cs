using System.ComponentModel;
using System.Net.Mail;
using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class MailTools
{
    [McpServerTool, Description("Writes to a customer.")]
    public static string Write(string to, bool {|GG6025:dryRun|})
    {
        if (dryRun)
        {
            return "would send";
        }

        var smtp = new SmtpClient("mail.example.org");
        smtp.Send("me@example.org", to, "Hello", "Hello");
        return "sent";
    }
}
