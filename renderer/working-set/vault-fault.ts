/** A bug in the vault process, told without a value: which command, and where in the program. */
export class VaultFault extends Error {
  override readonly name = 'VaultFault'
}
