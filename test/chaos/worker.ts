// Plays the week of a seed in workerd: `GET /?seed=7` answers with its verdict as JSON.
import { localSettings } from "../../src/cli/local-settings.ts";
import { readSettings } from "../../src/settings.ts";
import type { Bindings } from "./play.ts";
import { judgeWeek } from "./weeks.ts";

export default {
  async fetch(request, bindings) {
    const seed = Number(new URL(request.url).searchParams.get("seed"));
    const read = readSettings(localSettings("http://localhost"));
    if (!read.ok) return new Response(read.problems.join("\n"), { status: 500 });
    return Response.json(await judgeWeek(bindings, read.settings, seed));
  },
} satisfies ExportedHandler<Bindings>;
