// What we install: exactly these versions, each by its checksum, and scripts of three packages only.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const read = (name: string): unknown => JSON.parse(readFileSync(join(ROOT, name), "utf8"));
const { dependencies, devDependencies, allowScripts } = read("package.json") as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};
type Locked = { version?: string; integrity?: string; resolved?: string; hasInstallScript?: boolean };
const { packages } = read("package-lock.json") as { packages: Record<string, Locked> };
const installed = Object.entries(packages).filter(([path]) => path !== "");

describe("dependencies", () => {
  it("are pinned to one version each", ({ expect }) => {
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[a-z0-9.]+)?$/);
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });

  it("are locked by checksum, every one of them for every platform, wherever they come from", ({
    expect,
  }) => {
    expect(installed.length).toBeGreaterThan(200);
    for (const [path, { integrity, resolved }] of installed) {
      expect(integrity, path).toMatch(/^sha512-/);
      expect(resolved, path).toBeUndefined();
    }
  });

  it("run a script at installation only where the README says which and why", ({ expect }) => {
    const withScripts = installed
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.replace(/^.*node_modules\//, ""));
    expect(withScripts.toSorted()).toEqual(Object.keys(allowScripts).toSorted());
    const readme = readFileSync(join(ROOT, "README.md"), "utf8");
    const said = /Install scripts run for ([^\n]*) only/.exec(readme)?.[1] ?? "";
    expect([...said.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name).toSorted()).toEqual(
      withScripts.toSorted(),
    );
  });

  it("of the Worker are all named in the README", ({ expect }) => {
    const readme = readFileSync(join(ROOT, "README.md"), "utf8");
    for (const name of Object.keys(dependencies))
      expect(readme, name).toMatch(new RegExp(`^\\| ${name} +\\|`, "m"));
  });
});
