// A page that says one thing.
import type { Child } from "hono/jsx";
import { Layout } from "./layout.tsx";

export function MessagePage({
  title,
  back = ["/", "Start page"],
  children,
}: {
  readonly title: string;
  /** Where one came from, and what it is called. */
  readonly back?: readonly [string, string];
  readonly children?: Child;
}) {
  return (
    <Layout title={title}>
      <h1>{title}</h1>
      <p>{children}</p>
      <p>
        <a class="tap" href={back[0]}>
          {back[1]}
        </a>
      </p>
    </Layout>
  );
}

export function TooOftenPage() {
  return (
    <MessagePage title="Too often">
      Many letters were asked for from your network within an hour. Please try again in an hour.
    </MessagePage>
  );
}
