import type { DraftTexts } from "../draft-texts.ts";

export const EN: DraftTexts = {
  locale: "en-GB",
  greeting: {
    plain: "Hi {first},",
    formal: "Dear {full},",
    nobody: { plain: "Hello,", formal: "Dear hiring team," },
  },
  closing: { plain: "Best regards,", formal: "Kind regards," },
  position: {
    both: "the {role} role at {company}",
    role: "the {role} role",
    company: "the role at {company}",
    none: "the role",
  },
  openings: {
    first: { talk: "Thank you again for {talk} on {heldOn}.", handedIn: "I sent you {work} on {heldOn}." },
    second: {
      talk: "I wanted to write once more after {talk} on {heldOn}.",
      handedIn: "I wanted to write once more about {work} that I sent on {heldOn}.",
    },
  },
  handedIn: {
    assessment: "the assessment",
    references: "the references",
    blank: "[one good thing about the task or the team]",
  },
  talk: {
    any: "the conversation",
    "phone-screen": "the phone conversation",
    technical: "the technical interview",
    panel: "the conversation with the panel",
    case: "the case interview",
    "on-site": "the visit",
    final: "the final conversation",
    informal: "the relaxed conversation",
  },
  details: {
    people: "speaking with {names}",
    technical: "the technical discussion",
    case: "working through the case",
    panel: "meeting the panel",
    presentation: "the questions after the presentation",
  },
  blank: "[one good thing from the conversation]",
  referees: "[name, how you worked together, telephone]",
  newTime: "{day} at {time}",
  known: {
    time: "I confirm our conversation about {position} on {day} at {time}{where}.",
    day: "I confirm our conversation about {position} on {day}{where}.",
    options: "I would be glad to talk about {position}{where}, and will choose one of the times you offered.",
    none: "I would be glad to talk about {position}{where}.",
  },
  where: {
    phone: " by phone",
    zoom: " on Zoom",
    meet: " on Google Meet",
    teams: " on Microsoft Teams",
    webex: " on Webex",
    "other-video": " by video",
    "on-site": " at your place",
  },
  questions: {
    "company-and-role": "which company and role this is about",
    company: "which company this is about",
    role: "which role this is about",
    date: "which day you have in mind",
    time: "what time it starts",
    zone: "which time zone the time is in",
    "place-or-platform": "where we will meet, or on which platform",
    format: "what format the interview will have",
    interviewers: "the names and titles of the people I will be speaking with",
  },
  and: " and ",
  bodies: {
    "confirm-details":
      "Thank you for the invitation. {known}\n\nCould you let me know {questions}?\n\nI am looking forward to it.",
    "ask-when":
      "Thank you for the invitation to talk about {position}. I would be glad to.\n\nCould you let me know which times would suit you? I am happy to fit in with your calendar.",
    "thank-you":
      "Thank you for {talk} on {heldOn}. I especially enjoyed {detail}, and I am even more interested in {position} now.\n\nIf anything from my side would help, I am glad to send it.",
    "first-follow-up":
      "{opening} I especially enjoyed {detail}, and I remain very interested in {position}.\n\nCould you share a brief update on where things stand? If any further information from me would help, I am glad to send it.",
    "second-follow-up":
      "{again} I am still very interested in {position}, not least after {detail}.\n\nIf there is a brief update you can share, I would be grateful, and I am happy to provide any additional information. Either way, thank you for your time.",
    "reschedule-reply":
      "Thank you for telling me. {newTime} works for me, and I am looking forward to talking about {position}.",
    "no-show":
      "We had planned to talk about {position} on {heldOn}, and it seems something came in between. I hope all is well.\n\nI am still very interested. Which other time would suit you?",
    "references-list":
      "Thank you for the next step with {position}. These people have agreed to speak about my work:\n\n{referees}\n\nThey know that you may call. If you would like anything else, I am glad to send it.",
    "assessment-scope":
      "Thank you for the task. I am glad to show how I work.\n\nTo plan it well: roughly how many hours do you have in mind, what would a good result contain, and is the work paid or used later on?",
    "deadline-extension":
      "Thank you for sending this. I would like to do it properly, and {deadline} is tight for me.\n\nWould a few more days be possible? If not, I will send what I have by then.",
    "later-reply":
      "Thank you for getting back to me about {position}. I am glad to hear from you and still very interested.\n\nI would be happy to take the next step.",
    withdrawal:
      "Thank you for the time you gave me. After some thought I would like to withdraw from {position}.\n\nI enjoyed getting to know you and wish you every success in finding the right person.",
  },
  forbidden: [
    "just checking in",
    "circling back",
    "touching base",
    "asap",
    "as soon as possible",
    "urgent",
    "i demand",
    "i expect",
    "i need an answer",
    "by when",
    "when will you decide",
    "please respond",
  ],
  mustSay: {
    interest: ["interested"],
    update: ["brief update"],
    offer: ["further information", "additional information"],
  },
};
