/** Why there is no package: one sentence a fault, each with what to do. */
export class PackageError extends Error {
  override name = "PackageError";
  constructor(readonly faults: readonly string[]) {
    super(
      faults.length === 1
        ? `Cannot package the app: ${faults[0]}`
        : `Cannot package the app:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`,
    );
  }
}
