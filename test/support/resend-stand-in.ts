// A stand-in for Resend on loopback: answers by its published description, validates every request against it where the
// description is present, and keeps idempotency keys as the provider does.
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Ajv } from "ajv";
import { parse } from "yaml";

const DESCRIPTION = join(import.meta.dirname, "../../../shared/resend/resend.yaml");
export const describedHere = existsSync(DESCRIPTION);

export type Answer =
  { readonly status: number; readonly body: unknown; readonly headers?: Record<string, string> } | "hang-up";
export type StandIn = {
  readonly url: string;
  /** Requests in order: the body and the idempotency key. */
  readonly requests: { readonly body: Record<string, unknown>; readonly key: string | null }[];
  /** What the description says is wrong with the requests. */
  readonly violations: string[];
  /** Answers for the next requests; then it sends. */
  readonly answers: Answer[];
  readonly close: () => Promise<void>;
};

export async function resendStandIn(): Promise<StandIn> {
  const requests: StandIn["requests"] = [];
  const violations: string[] = [];
  const answers: Answer[] = [];
  const sent = new Map<string, { payload: string; id: string }>();
  const check = requestCheck();

  const server = createServer((request, response) => {
    void (async () => {
      if (request.method === "GET") {
        const id = request.url?.split("/").at(-1) ?? "";
        response.writeHead(200, { "content-type": "application/json" });
        response.end(JSON.stringify({ object: "email", id, message_id: `<${id}@provider.example>` }));
        return;
      }
      const text = await bodyOf(request);
      const key = headerOf(request, "idempotency-key");
      const answer = answers.shift() ?? send(text, key);
      requests.push({ body: JSON.parse(text) as Record<string, unknown>, key });
      violations.push(...check(request, text));
      if (answer === "hang-up") request.socket.destroy();
      else {
        response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
        response.end(JSON.stringify(answer.body));
      }
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  /** The same key with the same payload is the same mail; with another payload it is refused. */
  function send(payload: string, key: string | null): Answer {
    const before = key === null ? undefined : sent.get(key);
    if (before && before.payload !== payload)
      return {
        status: 409,
        body: { statusCode: 409, name: "invalid_idempotent_request", message: "Same key, other payload." },
      };
    const id = before?.id ?? crypto.randomUUID();
    if (key !== null) sent.set(key, { payload, id });
    return { status: 200, body: { id } };
  }

  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    violations,
    answers,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** What the description says about POST /emails; only the shape of the request line where it is absent. */
function requestCheck(): (request: IncomingMessage, text: string) => string[] {
  const validate = describedHere ? sendEmailRequest() : () => [];
  return (request, text) => [
    ...(request.method === "POST" && request.url === "/emails" ? [] : [`${request.method} ${request.url}`]),
    ...((headerOf(request, "authorization") ?? "").startsWith("Bearer re_") ? [] : ["no API key"]),
    ...((headerOf(request, "idempotency-key") ?? "").length <= 256 ? [] : ["idempotency key too long"]),
    ...validate(JSON.parse(text)),
  ];
}

function sendEmailRequest(): (body: unknown) => string[] {
  const description = parse(readFileSync(DESCRIPTION, "utf8")) as {
    components: { schemas: { SendEmailRequest: { properties: object } } };
  };
  const ajv = new Ajv({
    strict: false,
    formats: { binary: true, uuid: true, "date-time": true, email: true, uri: true },
  });
  ajv.addSchema(description, "resend");
  const validate = ajv.compile({ $ref: "resend#/components/schemas/SendEmailRequest" });
  const known = Object.keys(description.components.schemas.SendEmailRequest.properties);
  return (body) => {
    const unknown = Object.keys(body as object).filter((name) => !known.includes(name));
    return [
      ...(validate(body) ? [] : [ajv.errorsText(validate.errors)]),
      ...unknown.map((name) => `unknown field ${name}`),
    ];
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === "string" ? value : null;
}
