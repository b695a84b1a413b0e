// One question, one button.
import type { Child } from "hono/jsx";
import { Layout } from "./layout.tsx";

export function ButtonPage({
  title,
  button,
  children,
}: {
  readonly title: string;
  readonly button: string;
  readonly children?: Child;
}) {
  return (
    <Layout title={title}>
      <h1>{title}</h1>
      <p>{children}</p>
      <form method="post">
        <button>{button}</button>
      </form>
    </Layout>
  );
}
