import { describe, it } from "vitest";
import { gmailForward } from "../support/mails.ts";
import { MONDAY, addAda, arriveAndSettle, testWorld } from "../support/world.ts";

/** The words of the receipt for a forward of what Rae wrote. */
async function receiptFor(subject: string, text: string): Promise<string> {
  const world = testWorld(MONDAY);
  await addAda(world);
  const mail = { from: "Rae Lind <rae@acme.example>", date: "Sun, Nov 1, 2026 at 7:00 AM" };
  await arriveAndSettle(
    world,
    gmailForward({ ...mail, subject, text: `Hi Ada,\n\n${text}\n\nBest\nRae Lind` }),
  );
  return world.sent.at(-1)?.text ?? "";
}

describe("the receipt", () => {
  it("says the day on the person's clock: late in New York is the next day in Berlin", async ({ expect }) => {
    const text = await receiptFor(
      "Interview: Staff Engineer",
      "We would like to invite you to an interview for the Staff Engineer position at Acme on Tuesday, 10 November 2026 at 8pm ET on Zoom.",
    );
    expect(text).toContain("Wed 11 Nov, 02:00 your time");
  });

  it("brings a reply to a moved interview, ready to send", async ({ expect }) => {
    const text = await receiptFor(
      "Interview: Staff Engineer",
      "Unfortunately we need to reschedule your interview for the Staff Engineer position at Acme. The new time is Tuesday, 10 November 2026 at 15:00 CET on Zoom.",
    );
    expect(text).toContain("Tuesday 10 November at 15:00 (Europe/Berlin) works for me");
    expect(text).toContain("mailto:rae@acme.example");
  });

  it("leaves the names of referees to the person", async ({ expect }) => {
    const text = await receiptFor(
      "References: Staff Engineer",
      "We enjoyed our interviews. Could you please send us the contact details of two professional references for the Staff Engineer position at Acme?",
    );
    expect(text).toContain("A reply, if it fits");
    expect(text).toContain("[name, how you worked together, telephone]");
    expect(text).not.toContain("mailto:");
  });
});
