// What platforms and formats of interviews are called.
import type { Format, Platform } from "../vocabulary.ts";

export const PLATFORM_NAMES: Readonly<Record<Platform, string>> = {
  phone: "telephone",
  zoom: "Zoom",
  meet: "Google Meet",
  teams: "Microsoft Teams",
  webex: "Webex",
  "other-video": "video",
  "on-site": "at their place",
};

export const FORMAT_NAMES: Readonly<Record<Format, string>> = {
  panel: "a panel",
  behavioural: "a behavioural interview",
  technical: "a technical interview",
  case: "a case interview",
  presentation: "a presentation",
  conversation: "a conversation",
};
