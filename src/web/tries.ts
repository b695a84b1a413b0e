// How often somebody may ask for a letter: per address, so that nobody's mailbox is flooded, and per network, so that nobody asks for thousands.
import type { Context } from "hono";
import { fingerprint } from "../mail/address.ts";
import { countTries } from "../store/tries.ts";
import type { World } from "../world.ts";

/** Letters to one address, and questions from one network, in an hour. */
const MOST_PER_ADDRESS = 5;
const MOST_PER_NETWORK = 30;

/** `ok`; `address`: this one had its letters, the page says the same as ever; `network`: wait. One round trip. */
export async function mayAsk(
  c: Context,
  { db, settings, now }: World,
  address: string,
): Promise<"ok" | "address" | "network"> {
  const names = [`address/${address}`, `network/${networkOf(c.req.header("cf-connecting-ip") ?? "")}`];
  const who = await Promise.all(names.map((name) => fingerprint(name, settings.signingSecret)));
  const [byAddress = 0, byNetwork = 0] = await countTries(db, who, now);
  if (byNetwork > MOST_PER_NETWORK) return "network";
  return byAddress > MOST_PER_ADDRESS ? "address" : "ok";
}

/** An IPv4 address, or the /64 of an IPv6 one: a household or an office has that many. */
export function networkOf(ip: string): string {
  if (!ip.includes(":")) return ip;
  const [head = "", tail] = ip.toLowerCase().split("::");
  const groups = head === "" ? [] : head.split(":");
  const rest = tail === undefined || tail === "" ? [] : tail.split(":");
  const missing = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  return [...groups, ...Array.from({ length: missing }, () => "0"), ...rest]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
