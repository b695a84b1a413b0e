// The secret address as a contact (vCard 3.0, RFC 2426, which every phone reads).
import ICAL from "ical.js";

/** The card of an inbox address. */
export function contactCard(inbox: string): string {
  const card = new ICAL.Component(["vcard", [], []], undefined);
  const set = (name: string, value: string) => {
    const property = new ICAL.Property(name, card);
    property.setValue(value);
    card.addProperty(property);
  };
  set("version", "3.0");
  set("fn", "Callback");
  set("n", ";Callback;;;");
  set("email", inbox);
  set("note", "Forward the mails of recruiters and employers to this address. It is yours alone.");
  return `${card.toString()}\r\n`;
}
