// Bringing data along, and deleting everything.
import type { Imported } from "../../desk/import.ts";
import type { Said } from "../session.ts";
import { Page, SaidBox } from "./layout.tsx";
import type { Frame } from "./layout.tsx";

export function ImportPage({ frame }: { readonly frame: Frame }) {
  return (
    <Page title="Import" at="none" frame={frame} width="">
      <h1>Bring a list along</h1>
      <p>
        Either <b>callback.json</b>, the export of another Callback, or a <b>table</b> (CSV) of your
        applications, as a spreadsheet saves it. What is here already is not doubled, and a table can be
        undone.
      </p>
      <form method="post" action="/import" enctype="multipart/form-data" class="panel">
        <label for="file">The file</label>
        <input id="file" name="file" type="file" accept=".json,.csv,application/json,text/csv" />
        <label for="pasted">or paste it here</label>
        <textarea id="pasted" name="pasted" rows={6}></textarea>
        <div class="actions">
          <button>Bring it along</button>
        </div>
      </form>
      <h2>What a table may hold</h2>
      <p>
        The first line names the columns, in any order; only the company is needed: company, role, date (when
        you applied), status, contact, email, agency, interviews, notes, link.
      </p>
      <pre class="panel">
        {
          "company,role,date,status,contact,email\nHooli,Data Analyst,2026-11-02,applied,Sam Roe,sam@hooli.example\nGlobex,Nurse,3 Nov 2026,rejected,,"
        }
      </pre>
      <p>
        <a href="/export.schema.json">The shape of an export</a> is described for other programs.
      </p>
    </Page>
  );
}

/** More lines of problems help nobody. */
const MOST_PROBLEMS = 50;

export function ImportedPage({
  frame,
  added,
  changed,
  known,
  problems,
  undo = null,
}: Imported & {
  readonly frame: Frame;
  readonly problems: readonly string[];
  readonly undo?: Said["undo"];
}) {
  return (
    <Page title="Imported" at="none" frame={frame} width="">
      <h1>Brought along</h1>
      {undo === null ? null : <SaidBox said={{ text: "Not the list that you meant?", undo }} />}
      <ul>
        <li>{added} new</li>
        {changed > 0 ? <li>{changed} that were here got something new</li> : null}
        {known > 0 ? <li>{known} were here just so</li> : null}
      </ul>
      {problems.length === 0 ? null : (
        <>
          <h2>Please look at these</h2>
          <ul>
            {problems.slice(0, MOST_PROBLEMS).map((problem) => (
              <li>{problem}</li>
            ))}
          </ul>
          {problems.length > MOST_PROBLEMS ? <p>… and {problems.length - MOST_PROBLEMS} more.</p> : null}
        </>
      )}
      <p>
        <a class="button" href="/board">
          To the board
        </a>
      </p>
    </Page>
  );
}

export function DeletePage({ frame }: { readonly frame: Frame }) {
  return (
    <Page title="Delete everything" at="none" frame={frame} width="">
      <h1>Delete everything?</h1>
      <p>
        This deletes your addresses, mails, opportunities, notes and letters at once and for good. Your
        Callback address stops working: what is sent to it is refused, and its sender is told.
      </p>
      <h2>What remains, and for how long</h2>
      <ul>
        <li>Raw mail that was on its way at that very moment is swept up within an hour.</li>
        <li>
          Backups of the database keep rows for up to 30 days (7 on Cloudflare's free plan); nobody reads
          them.
        </li>
        <li>
          The service that delivers our letters keeps what it delivered for as long as its own terms say, and
          your own mailbox keeps our letters until you delete them.
        </li>
      </ul>
      <p>
        You may want to <a href="/export/callback.json">take your data with you</a> first.
      </p>
      <form method="post" action="/delete" class="panel">
        <label class="check">
          <input type="checkbox" name="sure" value="yes" required />
          <span>I understand that this cannot be taken back</span>
        </label>
        <div class="actions">
          <button>Delete everything</button>
          <a class="button quiet" href="/settings">
            Keep it
          </a>
        </div>
      </form>
    </Page>
  );
}
