// A time zone: any that the runtime knows, chosen from a list or written. The browser's own is filled in by the script.
import type { Zone } from "../../calendar.ts";

export function ZoneField({ zone, isGuess = false }: { readonly zone: Zone; readonly isGuess?: boolean }) {
  return (
    <>
      <label for="zone">Your time zone</label>
      <input
        id="zone"
        name="zone"
        required
        list="zones"
        value={zone}
        placeholder="Europe/Berlin"
        {...(isGuess ? { "data-zone": "yes" } : {})}
      />
      <datalist id="zones">
        {Intl.supportedValuesOf("timeZone").map((one) => (
          <option value={one}></option>
        ))}
      </datalist>
    </>
  );
}
