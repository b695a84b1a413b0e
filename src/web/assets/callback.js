// What a browser with JavaScript gets on top: every page works without it.
// @ts-check

/** @param {string} selector @returns {HTMLElement[]} */
const all = (selector) =>
  [...document.querySelectorAll(selector)].filter((one) => one instanceof HTMLElement);

// The browser knows its time zone better than we can guess it.
for (const field of all("input[data-zone]")) {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && field instanceof HTMLInputElement && field.value === field.defaultValue) field.value = zone;
}

// Copy buttons: hidden until here, because without JavaScript they could do nothing.
for (const button of all("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const from = document.getElementById(button.dataset["copy"] ?? "");
    const text = from instanceof HTMLTextAreaElement ? from.value : (from?.textContent ?? "");
    const before = button.textContent;
    const tell = (/** @type {string} */ words) => {
      button.textContent = words;
      setTimeout(() => (button.textContent = before), 2_000);
    };
    navigator.clipboard.writeText(text.trim()).then(
      () => tell("Copied"),
      () => tell("Please select it and copy"),
    );
  });
}

// Drafts can be changed before they are opened or copied: the link to the mail program carries what stands there (RFC 6068).
for (const draft of all("[data-draft]")) {
  const text = draft.querySelector("textarea");
  const link = draft.querySelector("a.button");
  if (!(text instanceof HTMLTextAreaElement)) continue;
  text.readOnly = false;
  text.addEventListener("input", () => {
    if (!(link instanceof HTMLAnchorElement)) return;
    const body = encodeURIComponent(text.value.replace(/\r?\n/g, "\r\n"));
    link.href = link.href.replace(/([?&]body=)[^&]*/, (_, name) => `${name}${body}`);
  });
}

// Countdowns, once a minute.
const tick = () => {
  for (const one of all("[data-until]")) {
    const minutes = Math.round((Date.parse(one.dataset["until"] ?? "") - Date.now() - skew) / 60_000);
    one.textContent = saySpan(minutes);
  }
};
/** @param {number} minutes */
function saySpan(minutes) {
  if (minutes <= 0) return "now";
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (days > 0) return `in ${count(days, "day")}${hours > 0 ? `, ${count(hours, "hour")}` : ""}`;
  if (hours > 0) return `in ${count(hours, "hour")}${rest > 0 ? `, ${count(rest, "minute")}` : ""}`;
  return `in ${count(minutes, "minute")}`;
}
/** @param {number} n @param {string} word */
function count(n, word) {
  return `${n} ${word}${n === 1 ? "" : "s"}`;
}
// The page says what time it was on its clock: a developer's may be moved.
const skew = Date.parse(document.body.dataset["now"] ?? "") - Date.now() || 0;
setInterval(tick, 60_000);

// "Waiting … arrived": asks until the answer is there, for half an hour.
for (const box of all("[data-ask]")) {
  let asked = 0;
  const ask = async () => {
    asked += 1;
    const response = await fetch(box.dataset["ask"] ?? "").catch(() => null);
    if (response?.status === 200) box.innerHTML = await response.text();
    if (asked < 600 && response?.headers.get("arrived") !== "done") setTimeout(ask, 3_000);
  };
  setTimeout(ask, 3_000);
}
