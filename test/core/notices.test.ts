// The short letters that the journey does not show, as people read them.
import { describe, it } from "vitest";
import {
  composeProblem,
  composeSignIn,
  composeUnproven,
  composeVerification,
} from "../../src/letters/notices.ts";
import { PROVIDERS } from "../../src/playbook/mail-providers.ts";

describe("the short letters", () => {
  it("say a problem without blame, and what to do", async ({ expect }) => {
    const letter = await composeProblem("Fwd: Interview");
    expect(letter.text).toContain("kept for 30 days");
    await expect(letter.html).toMatchFileSnapshot("../golden/letters/problem.html");
  });

  it("sign in by one link, for a while", async ({ expect }) => {
    const letter = await composeSignIn("https://callback.example/sign-in/abc", 15);
    expect(letter.text).toContain("Sign in: https://callback.example/sign-in/abc");
    await expect(letter.html).toMatchFileSnapshot("../golden/letters/sign-in.html");
  });

  it("ask whether it was really them", async ({ expect }) => {
    const letter = await composeUnproven(
      "Your week",
      "done 1\r\nBcc: x",
      "https://callback.example/confirm/abc",
    );
    expect(letter.subject).toBe("Re: Your week");
    await expect(letter.html).toMatchFileSnapshot("../golden/letters/was-it-you.html");
  });

  for (const [provider, { name }] of Object.entries(PROVIDERS))
    it(`pass on what ${name} asks, with what comes next`, async ({ expect }) => {
      const letter = await composeVerification({
        provider,
        account: "ada@x.example",
        code: "123456",
        link: "https://x.example/vf-1",
      });
      expect(letter.subject).toContain(name);
      expect(letter.text).toMatch(/The code: 123456[\s\S]*https:\/\/x\.example\/vf-1[\s\S]*WHAT COMES NEXT/);
    });

  it("never let words of a mail become a header or HTML", async ({ expect }) => {
    const letter = await composeProblem('x"><script>\r\nBcc: eve@evil.example');
    expect(letter.html).not.toContain("<script>");
    expect(
      (await composeUnproven("Hi\r\nBcc: eve@evil.example", "x", "https://a.example/")).subject,
    ).not.toMatch(/[\r\n]/);
  });
});
