// The start page: what Callback does in one screen, with a real digest to look at, and signing up.
import type { Zone } from "../../calendar.ts";
import { Layout } from "./layout.tsx";
import { ZoneField } from "./zone-field.tsx";

export function StartPage({ zone }: { readonly zone: Zone | null }) {
  return (
    <Layout title="Callback: know what to do after every recruiter's mail" width="middle">
      <div class="beside">
        <div>
          <h1>Know what to do after every recruiter's mail</h1>
          <p>
            Forward the mails that recruiters and employers send you. Callback works out what each one means,
            keeps track of every opportunity, and once a week sends one letter: what to do next, why, and the
            text to send. You answer “done”.
          </p>
          <ul>
            <li>An answer within seconds to every mail that you forward.</li>
            <li>At most two friendly follow-ups, at the right time. Never a pushy one.</li>
            <li>
              It never reads your inbox, never writes to an employer, and forgets what it does not need.
            </li>
          </ul>
          <form method="post" action="/people" class="panel">
            <label for="address">Your mail address</label>
            <input id="address" name="address" type="email" required autocomplete="email" />
            <ZoneField zone={zone ?? ""} isGuess />
            <div class="actions">
              <button>Get my Callback address</button>
            </div>
            <p class="soft">
              We write to that address once and ask whether it was you. Without a yes we forget it.
            </p>
          </form>
          <p>
            Here already?{" "}
            <a class="tap" href="/sign-in">
              Sign in
            </a>
          </p>
        </div>
        <div>
          <h2>A week's letter</h2>
          <picture>
            <source srcset="/digest-dark.webp" media="(prefers-color-scheme: dark)" />
            <img
              class="picture"
              src="/digest-light.webp"
              width="480"
              height="730"
              alt="A weekly letter: an interview coming up on Thursday at 14:00 with its link, then one numbered thing to do, a first follow-up with the reason and the text ready to send, and a button that opens it in a mail program."
            />
          </picture>
        </div>
      </div>
    </Layout>
  );
}
