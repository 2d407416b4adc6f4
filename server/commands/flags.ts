import { parseArgs, type ParseArgsConfig } from "node:util";

type FlagOptions = NonNullable<ParseArgsConfig["options"]>;
type Flags<T extends FlagOptions> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; strict: true }>
>["values"];

/** Flags that a command does not understand; the message is one sentence and the usage. */
export class FlagError extends Error {
  override name = "FlagError";
}

const FAULTS: Record<string, string> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: "there is no flag",
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: "a value is missing, or not wanted, at",
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: "there is no place for",
};

/** Whether somebody asks how the command is used. */
export function asksForHelp(args: readonly string[]): boolean {
  return args.includes("--help") || args.includes("-h");
}

/** Values of a command's flags; throws a FlagError at the first that is unknown or lacks its value. */
export function parseFlags<T extends FlagOptions>(
  args: readonly string[],
  options: T,
  usage: string,
): Flags<T> {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    const fault = error instanceof Error && "code" in error ? FAULTS[String(error.code)] : null;
    if (!(error instanceof Error) || !fault) throw error;
    const subject = /'(.+?)(?: <value>)?'/.exec(error.message)?.[1] ?? "";
    throw new FlagError(`Cannot read the flags: ${fault} ${subject}. Usage: ${usage}`);
  }
}
