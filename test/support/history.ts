// Histories of one opportunity, for tests of the pure domain: what they wrote and what the person did.
import type { Event, Touchpoint } from "../../src/opportunity/opportunity.ts";
import type { Reading } from "../../src/opportunity/reading.ts";
import { isCallback } from "../../src/opportunity/read.ts";
import type { Kind } from "../../src/vocabulary.ts";

export const ZONE = "Europe/Berlin";

export function reading(kind: Kind, facts: Partial<Reading> = {}): Reading {
  return {
    kind,
    callback: isCallback(kind),
    subkind: null,
    certainty: 0.95,
    signals: [],
    company: "Acme",
    agency: null,
    role: "Staff Engineer",
    requisition: null,
    round: null,
    contacts: [
      { name: "Rae Lind", address: "rae@acme.example", title: null, phone: null, part: "recruiter" },
    ],
    interview: null,
    schedulingLink: null,
    deadline: null,
    promisedBy: null,
    takeHome: null,
    salary: null,
    missing: [],
    evidence: {},
    redFlags: [],
    scamSigns: [],
    ...facts,
  };
}

export function interviewAt(start: string | null): Partial<Reading> {
  return {
    interview: {
      status: "confirmed",
      start,
      end: null,
      zone: ZONE,
      options: [],
      platform: "zoom",
      link: null,
      place: null,
      format: null,
      interviewers: [],
    },
  };
}

let next = 0;
export function at(happenedAt: string, event: Event): Touchpoint {
  next += 1;
  return {
    seq: next,
    opportunityId: "o",
    happenedAt,
    recordedAt: happenedAt,
    inboundId: null,
    originalKey: null,
    event,
  };
}
export const read = (happenedAt: string, kind: Kind, facts: Partial<Reading> = {}) =>
  at(happenedAt, { kind: "message-read", reading: reading(kind, facts), subject: "Hello", messageId: null });
export const done = (happenedAt: string, followUpId: string) =>
  at(happenedAt, { kind: "follow-up-done", followUpId });
