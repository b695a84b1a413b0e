import { describe, it } from "vitest";
import { localSettings } from "../../src/cli/local-settings.ts";
import { readSettings } from "../../src/settings.ts";

const GOOD = { ...localSettings("https://callback.example"), MAILER: "resend", RESEND_API_KEY: "re_123" };

describe("settings", () => {
  it("are read when they are whole", ({ expect }) => {
    expect(readSettings(GOOD)).toMatchObject({
      ok: true,
      settings: { mailDomain: "callback.example", mailer: { is: "resend", url: "https://api.resend.com" } },
    });
  });

  for (const name of Object.keys(GOOD))
    it(`name ${name} when it is missing, and say what it should be`, ({ expect }) => {
      const read = readSettings({ ...GOOD, [name]: undefined });
      expect(read).toMatchObject({
        ok: false,
        problems: [expect.stringMatching(new RegExp(`^${name} is missing: it should be .{8,}`))],
      });
    });

  it("never repeat a value that is wrong", ({ expect }) => {
    const read = readSettings({ ...GOOD, SIGNING_SECRET: "too-short", RESEND_API_KEY: "wrong-key" });
    expect(JSON.stringify(read)).not.toMatch(/too-short|wrong-key/);
    expect(read).toMatchObject({ ok: false, problems: [{}, {}] });
  });

  it("refuse the local mailer where the site is not on this machine", ({ expect }) => {
    expect(readSettings({ ...GOOD, MAILER: "local" })).toMatchObject({ ok: false });
    expect(readSettings(localSettings("http://localhost:8787"))).toMatchObject({ ok: true });
  });
});
