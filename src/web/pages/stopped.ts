// Why letters to an address have stopped, in a sentence.
import type { Sender } from "../../store/people.ts";
import type { StopReason } from "../../vocabulary.ts";

const BECAUSE: Readonly<Record<StopReason, (address: string) => string>> = {
  bounced: (address) => `Letters to ${address} came back, so we have stopped sending them.`,
  complained: (address) => `A letter to ${address} was reported as spam, so we have stopped sending letters.`,
};

/** Empty when they have not. */
export function sayStopped({ address, stopped }: Sender): string {
  return stopped === null ? "" : BECAUSE[stopped.because](address);
}
