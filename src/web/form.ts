// Fields of a form as text: a file or an absent field is "".

/** The text of one field, trimmed. */
export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

/** What is wrong with a mail address, in words; null when it may be one. */
export function problemWithAddress(address: string): string | null {
  return /^[^\s@<>"]{1,64}@[^\s@<>"]{1,250}\.[^\s@<>"]{2,}$/.test(address)
    ? null
    : "Please give a mail address, like ada@home.example.";
}
