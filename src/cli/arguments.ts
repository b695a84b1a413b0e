// Arguments of a command: wrong ones get the usage and exit 1, never a stack trace.
import process from "node:process";
import { parseArgs } from "node:util";
import type { ParseArgsConfig } from "node:util";

/** Parses the command line by `config`; prints what is wrong with it and `usage`, and ends, where it does not fit. */
export function readArguments<T extends ParseArgsConfig>(
  config: T,
  usage: string,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : "wrong arguments"}\n${usage}`);
  }
}

/** Ends the command with a sentence on stderr and exit 1. */
export function stop(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
