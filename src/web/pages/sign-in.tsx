// Signing in: one field.
import { Layout } from "./layout.tsx";

export function SignInPage() {
  return (
    <Layout title="Sign in">
      <h1>Sign in</h1>
      <p>We send you a link by mail. There is no password.</p>
      <form method="post" action="/sign-in" class="panel">
        <label for="address">Your mail address</label>
        <input id="address" name="address" type="email" required autocomplete="email" />
        <div class="actions">
          <button>Send me the link</button>
        </div>
      </form>
      <p>
        New here?{" "}
        <a class="tap" href="/">
          Sign up
        </a>
      </p>
    </Layout>
  );
}
