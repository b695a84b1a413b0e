// The start page in its simplest form: what Callback does, and signing up.
import { Layout } from "./layout.tsx";

export function StartPage() {
  return (
    <Layout title="Callback">
      <h1>Callback</h1>
      <p>
        Forward the emails that recruiters send you. Callback works out what each one means, keeps track of
        every opportunity, and once a week tells you what to do next, why, and the text to send.
      </p>
      <p class="soft">It never reads your inbox and never writes to an employer.</p>
      <form method="post" action="/people" class="panel">
        <label for="address">Your mail address</label>
        <input id="address" name="address" type="email" required autocomplete="email" />
        <label for="zone">Your time zone</label>
        <input id="zone" name="zone" required placeholder="Europe/Berlin" />
        <button type="submit">Get my Callback address</button>
      </form>
    </Layout>
  );
}
