// Fields of a form as text: a file or an absent field is "".

/** The text of one field, trimmed. */
export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}
