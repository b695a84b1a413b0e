import { describe, it } from "vitest";
import { MONDAY, addAda, arriveAndSettle, testWorld } from "../support/world.ts";
import { gmailForward } from "../support/mails.ts";

describe("the receipt", () => {
  it("says the day on the person's clock: late in New York is the next day in Berlin", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    await arriveAndSettle(
      world,
      gmailForward({
        from: "Rae Lind <rae@acme.example>",
        subject: "Interview: Staff Engineer",
        text: "Hi Ada,\n\nWe would like to invite you to an interview for the Staff Engineer position at Acme on Tuesday, 10 November 2026 at 8pm ET on Zoom.\n\nBest\nRae Lind",
        date: "Sun, Nov 1, 2026 at 7:00 AM",
      }),
    );
    expect(world.sent.at(-1)?.text).toContain("Wed 11 Nov, 02:00 your time");
  });

  it("brings a reply to a moved interview, ready to send", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    await arriveAndSettle(
      world,
      gmailForward({
        from: "Rae Lind <rae@acme.example>",
        subject: "Interview: Staff Engineer",
        text: "Hi Ada,\n\nUnfortunately we need to reschedule your interview for the Staff Engineer position at Acme. The new time is Tuesday, 10 November 2026 at 15:00 CET on Zoom.\n\nBest\nRae Lind",
        date: "Sun, Nov 1, 2026 at 7:00 AM",
      }),
    );
    const text = world.sent.at(-1)?.text ?? "";
    expect(text).toContain("Tuesday 10 November at 15:00 (Europe/Berlin) works for me");
    expect(text).toContain("mailto:rae@acme.example");
  });

  it("leaves the names of referees to the person", async ({ expect }) => {
    const world = testWorld(MONDAY);
    await addAda(world);
    await arriveAndSettle(
      world,
      gmailForward({
        from: "Rae Lind <rae@acme.example>",
        subject: "References: Staff Engineer",
        text: "Hi Ada,\n\nWe enjoyed our interviews. Could you please send us the contact details of two professional references for the Staff Engineer position at Acme?\n\nBest\nRae Lind",
        date: "Sun, Nov 1, 2026 at 7:00 AM",
      }),
    );
    const text = world.sent.at(-1)?.text ?? "";
    expect(text).toContain("A reply, if it fits");
    expect(text).toContain("[name, how you worked together, telephone]");
    expect(text).not.toContain("mailto:");
  });
});
