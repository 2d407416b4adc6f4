import type { Communication } from "./model.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const channels = [
  "EMAIL",
  "EMAIL",
  "TRANSACTIONAL_EMAIL",
  "EMAIL",
  "SMS",
  "PUSH_NOTIFICATION",
  "EMAIL",
  "PRINT",
  "FACEBOOK_CA",
];
const names = ["Weekly newsletter", "Offers for members", "Your receipt", "New in the shop"];

/**
 * As many communications as asked for, spread evenly over the 88 days before `now`, oldest first,
 * over the usual channels and all activities. The same every time.
 */
export function createHistory(count: number, now: number): Communication[] {
  const stepMs = 88 * dayMs / count;
  return Array.from({ length: count }, (_, index) => {
    const channel = channels[index % channels.length] ?? "EMAIL";
    const name = `${names[index % names.length]} ${index + 1}`;
    const sentAt = Math.round(now - (count - index) * stepMs);
    return { name, channel, sentAt, ...activity(index, channel, sentAt) };
  });
}

function activity(index: number, channel: string, sentAt: number): Partial<Communication> {
  if (!channel.endsWith("EMAIL")) return {};
  const storedEmailUrl = `https://mail.example.net/stored/${index + 1}`;
  const openedAt = sentAt + hourMs / 4;
  switch (index % 7) {
    case 0:
    case 3:
      return { storedEmailUrl, openedAt };
    case 1:
      return { storedEmailUrl, openedAt, clickedAt: openedAt + hourMs / 30 };
    case 5:
      return index % 35 === 5 ? { storedEmailUrl, bouncedAt: sentAt + hourMs / 60 } : {};
    default:
      return { storedEmailUrl };
  }
}
